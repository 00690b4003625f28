import type { PricedDraft } from '../../state/cart/price-draft.ts';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import type { PaymentView } from './payment-draft.ts';
import { usePayment } from './payment-store.ts';
import { payTexts } from './texts.ts';

/** `points`: what this sale earns the customer; 0 for nobody. */
export type LeftCardProps = { view: PaymentView; priced: PricedDraft; points: number };

/** What is left to pay, as large as it goes. */
export function LeftCard({ view, priced, points }: LeftCardProps) {
  const t = payTexts.useText();
  const { money, percent, number } = useFormats();
  const tipMinor = usePayment((state) => state.payment.tipMinor);
  const left = money(view.leftMinor);
  const details = [
    t('of', { total: money(priced.totalMinor) }),
    ...(tipMinor > 0 ? [t('withTip', { amount: money(tipMinor) })] : []),
    ...priced.taxes.map((tax) => `${tax.name} ${percent(tax.ratePpm)} ${money(tax.taxMinor)}`),
    ...(points > 0 ? [t('earns', { count: points, points: number(points) })] : []),
  ];
  return (
    <div className="shrink-0 rounded-card border bg-surface px-5 pt-3 pb-3.5 shadow-low">
      <p className="text-sm text-ink-muted">{t(view.isPaid ? 'paid' : 'leftToPay')}</p>
      <p
        data-testid="left-to-pay"
        className={classNames(
          'figures truncate leading-[1.1] font-bold tracking-tight',
          left.length <= 10
            ? 'text-[3.75rem] short:text-[3rem]'
            : left.length <= 13
              ? 'text-[2.75rem]'
              : 'text-[2rem]',
        )}
      >
        {left}
      </p>
      <p className="figures pt-0.5 text-sm text-ink-muted">{details.join(' · ')}</p>
    </div>
  );
}
