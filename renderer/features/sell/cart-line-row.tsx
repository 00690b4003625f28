import { Minus, Plus, Trash2 } from 'lucide-react';
import { memo } from 'react';
import type { PricedLine } from '../../../shared/domain/price.ts';
import { quantityText } from '../../../shared/domain/quantity.ts';
import { cartActions } from '../../state/cart.ts';
import type { DraftLine } from '../../state/cart/cart-draft.ts';
import { lineAmountMinor } from '../../state/cart/line-amount.ts';
import { stepOf } from '../../state/cart/step-quantity.ts';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { quantityWords } from './quantity-words.ts';
import { sellView } from './sell-view.ts';
import { sellTexts } from './texts.ts';

export type CartLineRowProps = {
  line: DraftLine;
  priced: PricedLine | undefined;
  /** What offers take off it, in words; empty when nothing. */
  offers: string;
  isSelected: boolean;
  onQuantity: () => void;
};

export const LINE_HEIGHT = 62;

const stepClass =
  'flex w-11 shrink-0 items-center justify-center text-ink-muted hover:bg-sunken hover:text-ink active:bg-accent-soft outline-offset-[-3px]';

/** One line of the cart: fewer, how many, more; name; what it comes to. */
export const CartLineRow = memo(
  function CartLineRow({ line, priced, offers, isSelected, onQuantity }: CartLineRowProps) {
    const t = sellTexts.text;
    const { lineId, product, quantityMilli } = line;
    const { name } = product;
    const isLast = quantityMilli <= stepOf(line);
    return (
      <div
        className={classNames(
          'flex h-full items-center gap-3 border-b pr-3 pl-2.5',
          isSelected && 'bg-accent-soft shadow-[inset_3px_0_0_var(--accent)]',
        )}
      >
        <div className="flex h-11 w-33 shrink-0 items-stretch overflow-hidden rounded-control border bg-surface">
          <button
            type="button"
            className={stepClass}
            aria-label={t(isLast ? 'lineRemove' : 'lineFewer', { name })}
            onClick={() => cartActions.step(lineId, -1)}
          >
            {isLast ? (
              <Trash2 className="size-4" aria-hidden="true" />
            ) : (
              <Minus className="size-4" aria-hidden="true" />
            )}
          </button>
          <button
            type="button"
            className="figures min-w-0 flex-1 text-center font-semibold outline-offset-[-3px] hover:bg-sunken"
            aria-label={t('lineQuantity', { name, quantity: quantityWords(quantityMilli, product.unit) })}
            onClick={() => {
              cartActions.select(lineId);
              onQuantity();
            }}
          >
            <span className={quantityText(quantityMilli).length > 5 ? 'text-xs' : 'text-[0.9375rem]'}>
              {quantityText(quantityMilli)}
            </span>
          </button>
          <button
            type="button"
            className={stepClass}
            aria-label={t('lineMore', { name })}
            onClick={() => cartActions.step(lineId, 1)}
          >
            <Plus className="size-4" aria-hidden="true" />
          </button>
        </div>
        <button
          type="button"
          aria-pressed={isSelected}
          title={name}
          onClick={() => (isSelected ? sellView.open('line') : cartActions.select(lineId))}
          className="flex h-full min-w-0 flex-1 items-center gap-3 text-left outline-offset-[-3px]"
        >
          <span className="min-w-0 flex-1">
            <span
              className={classNames(
                'text-sm leading-[1.15rem] font-medium [overflow-wrap:anywhere]',
                hasSecondDetail(line, priced) ? 'line-clamp-1' : 'line-clamp-2',
              )}
            >
              {name}
            </span>
            <LineDetail line={line} priced={priced} offers={offers} />
          </span>
          {priced !== undefined && <LineAmount priced={priced} />}
        </button>
      </div>
    );
  },
  (before, after) =>
    before.line === after.line &&
    before.isSelected === after.isSelected &&
    before.offers === after.offers &&
    before.priced?.grossMinor === after.priced?.grossMinor &&
    before.priced?.lineDiscountMinor === after.priced?.lineDiscountMinor &&
    before.priced?.promotionMinor === after.priced?.promotionMinor &&
    before.priced?.rewardMinor === after.priced?.rewardMinor,
);

/** What the line comes to; where offers take something off, what it came to before is struck out below. */
function LineAmount({ priced }: { priced: PricedLine }) {
  const t = sellTexts.text;
  const amountMinor = lineAmountMinor(priced);
  const offersMinor = priced.promotionMinor + priced.rewardMinor;
  return (
    <span className="shrink-0 text-right">
      <Money plain minor={amountMinor - offersMinor} className="block font-semibold" />
      {offersMinor > 0 && (
        <span className="block text-xs text-ink-muted">
          <span className="sr-only">{t('lineBefore')} </span>
          <s>
            <Money plain minor={amountMinor} />
          </s>
        </span>
      )}
    </span>
  );
}

/** What one costs, or how much at what price; and what it cost before somebody changed that. */
function LinePrice({ line }: Pick<CartLineRowProps, 'line'>) {
  const t = sellTexts.text;
  const { amount } = useFormats();
  const { product, quantityMilli, unitPriceMinor, label } = line;
  const price = amount(unitPriceMinor);
  const isChanged = unitPriceMinor !== product.priceMinor;
  return (
    <span className={classNames('figures text-xs', isChanged ? 'text-accent-text' : 'text-ink-muted')}>
      {product.unit === 'kg'
        ? t('lineWeighed', { quantity: quantityText(quantityMilli), price })
        : t('lineEach', { price })}
      {isChanged && ` ${t('lineInstead', { price: amount(product.priceMinor) })}`}
      {label?.printedMinor != null && ` · ${t('lineLabel', { price: amount(label.printedMinor) })}`}
    </span>
  );
}

const isShort = ({ product, quantityMilli }: DraftLine): boolean =>
  product.tracksStock && product.onHandMilli < quantityMilli;

/** More is to be known about a line than fits beside its price: the name makes room for it. */
const hasSecondDetail = (line: DraftLine, priced: PricedLine | undefined): boolean =>
  line.note !== undefined || (isShort(line) && (priced?.lineDiscountMinor ?? 0) > 0);

/** What the cashier should know about a line: discount, offers, or else the price of one; stock, note. */
function LineDetail({ line, priced, offers }: Pick<CartLineRowProps, 'line' | 'priced' | 'offers'>) {
  const t = sellTexts.text;
  const { amount } = useFormats();
  const { product, note } = line;
  const discountMinor = priced?.lineDiscountMinor ?? 0;
  const isBelow = hasSecondDetail(line, priced);
  return (
    <>
      <span className="figures block truncate text-xs text-ink-muted">
        {discountMinor > 0 && (
          <span className="font-medium text-accent-text">
            {t('lineDiscount', { amount: amount(discountMinor) })} ·{' '}
          </span>
        )}
        {offers === '' ? (
          <LinePrice line={line} />
        ) : (
          <span className="font-medium text-accent-text">{offers}</span>
        )}
        {!isBelow && isShort(line) && (
          <>
            {' · '}
            <StockWarning product={product} />
          </>
        )}
      </span>
      {isBelow && (
        <span className="figures block truncate text-xs text-ink-muted">
          {isShort(line) && <StockWarning product={product} />}
          {isShort(line) && note !== undefined && ' · '}
          {note}
        </span>
      )}
    </>
  );
}

function StockWarning({ product }: Pick<DraftLine, 'product'>) {
  const t = sellTexts.text;
  return (
    <span className="font-medium text-warn">
      {product.onHandMilli > 0
        ? t('lineStockLeft', { quantity: quantityWords(product.onHandMilli, product.unit) })
        : t('lineStockNone')}
    </span>
  );
}
