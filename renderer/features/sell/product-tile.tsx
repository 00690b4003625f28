import { memo } from 'react';
import type { Product } from '../../../shared/api/catalog.ts';
import { quantityText } from '../../../shared/domain/quantity.ts';
import { classNames } from '../../ui/class-names.ts';
import { Money } from '../../ui/money.tsx';
import { quantityWords, stockWords } from './quantity-words.ts';
import { sellTexts } from './texts.ts';
import { tintClass } from './tint.ts';

export type ProductTileProps = {
  product: Product;
  inCartMilli: number;
  onPress: (product: Product) => void;
};

/** A product to press: name, price, what is left of it, how much is in the cart. */
export const ProductTile = memo(function ProductTile({ product, inCartMilli, onPress }: ProductTileProps) {
  const t = sellTexts.text;
  const stock = stockWords(product);
  const isInCart = inCartMilli > 0;
  return (
    <button
      type="button"
      title={product.name}
      onClick={() => onPress(product)}
      className={classNames(
        'relative flex h-full min-w-0 flex-col justify-between overflow-hidden rounded-card border bg-surface py-2.5 pr-2.5 pl-3.5 text-left shadow-low select-none active:bg-accent-soft',
        isInCart ? 'border-accent ring-1 ring-accent' : 'hover:border-line-strong',
      )}
    >
      <span
        aria-hidden="true"
        className={classNames('absolute inset-y-3.5 left-0 w-1 rounded-r-full', tintClass[product.colour])}
      />
      <span className="flex min-w-0 items-start gap-1.5">
        <span className="line-clamp-2 min-w-0 flex-1 text-sm leading-[1.2rem] font-medium [overflow-wrap:anywhere]">
          {product.name}
        </span>
        {isInCart && (
          <span className="figures -mt-0.5 -mr-0.5 shrink-0 rounded-full bg-accent px-2 text-xs leading-5 font-semibold text-accent-ink">
            <span aria-hidden="true">{quantityText(inCartMilli)}</span>
            <span className="sr-only">
              {t('inCart', { quantity: quantityWords(inCartMilli, product.unit) })}
            </span>
          </span>
        )}
      </span>
      <span className="flex min-w-0 items-baseline justify-between gap-1 text-sm text-ink-muted">
        <Money minor={product.priceMinor} />
        {stock && (
          <span
            className={classNames(
              'truncate text-[0.6875rem] font-medium',
              stock.isOut ? 'text-danger' : 'text-warn',
            )}
          >
            {stock.text}
          </span>
        )}
      </span>
    </button>
  );
});
