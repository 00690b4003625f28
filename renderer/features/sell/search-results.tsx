import { BadgePercent } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import type { Product } from '../../../shared/api/catalog.ts';
import { classNames } from '../../ui/class-names.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Money } from '../../ui/money.tsx';
import { couponOf } from './coupon-of.ts';
import { ringUpCode } from './ring-up.ts';
import { quantityWords, stockWords } from './quantity-words.ts';
import { sellTexts } from './texts.ts';
import { tintClass } from './tint.ts';
import type { Search } from './search-products.ts';

export type SearchResultsProps = {
  id: string;
  search: Search;
  activeIndex: number;
  inCart: ReadonlyMap<string, number>;
  onPress: (product: Product) => void;
};

export const optionId = (listId: string, index: number) => `${listId}-${index}`;

/** What was found for the typed text; the row in front is the one Enter adds. */
export function SearchResults({ id, search, activeIndex, inCart, onPress }: SearchResultsProps) {
  const t = sellTexts.useText();
  const list = useRef<HTMLDivElement>(null);
  const { text, items, total, isFresh, isFailed } = search;

  useEffect(() => {
    if (activeIndex > 0)
      document.getElementById(optionId(id, activeIndex))?.scrollIntoView({ block: 'nearest' });
    else list.current?.scrollTo({ top: 0 });
  }, [id, activeIndex]);

  const isNothing = isFresh && items.length === 0;
  const coupon = couponOf(text);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-card border bg-surface shadow-low">
      <p role="status" className="sr-only">
        {isFresh && t('resultsCount', { count: total })}
      </p>
      {coupon !== undefined && (
        <button
          type="button"
          aria-keyshortcuts="Enter"
          onClick={() => ringUpCode(text)}
          className="flex min-h-13 shrink-0 items-center gap-2 border-b bg-accent-soft px-4 text-left"
        >
          <BadgePercent className="size-5 shrink-0 text-accent-text" aria-hidden="true" />
          <span className="min-w-0 flex-1 truncate font-medium">
            {t('couponHint', { title: coupon.title })}
          </span>
          <KeyCap>Enter</KeyCap>
        </button>
      )}
      {isNothing && coupon === undefined && (
        <div className="p-6 text-center">
          <p className="font-semibold [overflow-wrap:anywhere]">{t('nothingFound', { text })}</p>
          <p className="text-ink-muted">{t('nothingFoundHint')}</p>
        </div>
      )}
      {isFailed && <p className="p-6 text-center font-semibold">{t('searchFailed')}</p>}
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={t('results')}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        {items.map((product, index) => (
          <ResultRow
            key={product.id}
            id={optionId(id, index)}
            product={product}
            isActive={index === activeIndex}
            inCartMilli={inCart.get(product.id) ?? 0}
            onPress={onPress}
          />
        ))}
      </div>
      {total > items.length && items.length > 0 && (
        <p className="border-t px-4 py-1.5 text-sm text-ink-muted">
          {t('moreResults', { count: total - items.length })}
        </p>
      )}
    </div>
  );
}

type ResultRowProps = {
  id: string;
  product: Product;
  isActive: boolean;
  inCartMilli: number;
  onPress: (product: Product) => void;
};

const ResultRow = memo(function ResultRow({ id, product, isActive, inCartMilli, onPress }: ResultRowProps) {
  const t = sellTexts.text;
  const stock = stockWords(product);
  const codes = [product.sku, product.barcodes[0]].filter(Boolean).join(' · ');
  return (
    <button
      type="button"
      tabIndex={-1}
      id={id}
      role="option"
      aria-selected={isActive}
      onClick={() => onPress(product)}
      className={classNames(
        'relative flex min-h-13 w-full cursor-pointer items-center text-left gap-3 border-b py-1.5 pr-4 pl-4 select-none last:border-b-0',
        isActive ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <span
        aria-hidden="true"
        className={classNames('absolute inset-y-2 left-0 w-1 rounded-r-full', tintClass[product.colour])}
      />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{product.name}</span>
        <span className="figures block truncate text-xs text-ink-muted">{codes}</span>
      </span>
      {inCartMilli > 0 && (
        <span className="figures shrink-0 rounded-full bg-accent px-2 text-xs leading-5 font-semibold text-accent-ink">
          {quantityWords(inCartMilli, product.unit)}
        </span>
      )}
      <span className="shrink-0 text-right">
        <Money minor={product.priceMinor} className="block font-semibold" />
        <span className={classNames('block text-xs', stock?.isOut === true ? 'text-danger' : 'text-warn')}>
          {stock?.text ??
            (product.unit === 'kg' && <span className="text-ink-muted">{t('perKilogram')}</span>)}
        </span>
      </span>
    </button>
  );
});
