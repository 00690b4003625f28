import { quantityText } from '../../../shared/domain/quantity.ts';
import { useCart } from '../../state/cart.ts';
import { lineAmountMinor } from '../../state/cart/line-amount.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { payTexts } from './texts.ts';

const rowClass = 'figures flex items-baseline gap-2 border-b px-4 py-1.5 text-sm last:border-b-0';

/** What is being paid for, to read out; where there is room for it. */
export function CartSummary({ priced }: { priced: PricedDraft }) {
  const t = payTexts.useText();
  const { percent } = useFormats();
  const { lines, giftCards } = useCart((state) => state.draft);
  const amounts = priced.lines.map(lineAmountMinor);
  const isTaxAdded = priced.netMinor === priced.grossMinor - priced.discountMinor && priced.taxMinor !== 0;
  return (
    <section aria-label={t('cart')} className="flex min-h-0 flex-1 flex-col gap-1.5 portrait:hidden">
      <h3 className="px-0.5 text-sm font-medium text-ink-muted">{t('cart')}</h3>
      <ul
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys
        tabIndex={0}
        className="min-h-0 overflow-y-auto rounded-card border bg-surface shadow-low"
      >
        {lines.map((line, index) => (
          <li
            key={line.lineId}
            className={classNames(rowClass, '[contain-intrinsic-height:2rem] [content-visibility:auto]')}
          >
            <span className="min-w-9 shrink-0 text-right whitespace-nowrap text-ink-muted">
              {quantityText(line.quantityMilli)} ×
            </span>
            <span className="min-w-0 flex-1 truncate">{line.product.name}</span>
            <Money plain minor={amounts[index] ?? 0} />
          </li>
        ))}
        {giftCards.map(({ lineId, amountMinor }) => (
          <li key={lineId} className={rowClass}>
            <span className="min-w-0 flex-1 truncate pl-11">{t('gift-card')}</span>
            <Money plain minor={amountMinor} />
          </li>
        ))}
        {[...takenOff(priced), bySale(priced, t('orderDiscount'))]
          .filter(({ discountMinor }) => discountMinor > 0)
          .map(({ id, title, discountMinor }) => (
            <li key={id} className={classNames(rowClass, 'text-accent-text')}>
              <span className="min-w-0 flex-1 truncate pl-11">{title}</span>
              <Money plain minor={-discountMinor} />
            </li>
          ))}
        {isTaxAdded &&
          priced.taxes.map((tax) => (
            <li key={`${tax.name} ${tax.ratePpm}`} className={classNames(rowClass, 'text-ink-muted')}>
              <span className="min-w-0 flex-1 truncate pl-11">
                {tax.name} {percent(tax.ratePpm)}
              </span>
              <Money plain minor={tax.taxMinor} />
            </li>
          ))}
      </ul>
    </section>
  );
}

/** What was taken off the whole sale by hand. */
function bySale({ lines }: PricedDraft, title: string) {
  const discountMinor = lines.reduce((sum, line) => sum + line.orderDiscountMinor, 0);
  return { id: 'sale', title, discountMinor };
}

/** The offers that count, each with what it takes off. */
function takenOff({ promotions, rewards }: PricedDraft) {
  return [
    ...promotions.map(({ promotionId: id, title, discountMinor }) => ({ id, title, discountMinor })),
    ...rewards.map(({ rewardId: id, title, discountMinor }) => ({ id, title, discountMinor })),
  ];
}
