import { quantityText } from '../../../shared/domain/quantity.ts';
import { useCart } from '../../state/cart.ts';
import type { PricedDraft } from '../../state/cart/price-draft.ts';
import { Money } from '../../ui/money.tsx';
import { payTexts } from './texts.ts';

/** What is being paid for, to read out; where there is room for it. */
export function CartSummary({ priced }: { priced: PricedDraft }) {
  const t = payTexts.useText();
  const lines = useCart((state) => state.draft.lines);
  return (
    <section aria-label={t('cart')} className="flex min-h-0 flex-1 flex-col gap-1.5 portrait:hidden">
      <h3 className="px-0.5 text-sm font-medium text-ink-muted">{t('cart')}</h3>
      <ul tabIndex={-1} className="min-h-0 overflow-y-auto rounded-card border bg-surface shadow-low">
        {lines.map((line, index) => (
          <li
            key={line.lineId}
            className="figures flex items-baseline gap-2 border-b px-4 py-1.5 text-sm [contain-intrinsic-height:2rem] [content-visibility:auto] last:border-b-0"
          >
            <span className="min-w-9 shrink-0 text-right whitespace-nowrap text-ink-muted">
              {quantityText(line.quantityMilli)} ×
            </span>
            <span className="min-w-0 flex-1 truncate">{line.product.name}</span>
            <Money plain minor={priced.lines[index]?.totalMinor ?? 0} />
          </li>
        ))}
      </ul>
    </section>
  );
}
