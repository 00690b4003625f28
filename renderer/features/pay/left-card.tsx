import type { PricedDraft } from '../../state/cart/price-draft.ts';
import { paidOutOf, type Exchange } from '../../state/exchange.ts';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import type { PaymentView } from './payment-draft.ts';
import { usePayment } from './payment-store.ts';
import { payTexts } from './texts.ts';

/** `points`: what this sale earns the customer; 0 for nobody. */
export type LeftCardProps = { view: PaymentView; priced: PricedDraft; points: number };

/** What goes to the customer of an exchange, as large as it goes. */
export function PaidOutCard({ exchange, totalMinor }: { exchange: Exchange; totalMinor: number }) {
  const t = payTexts.useText();
  const { money } = useFormats();
  return (
    <BigAmount
      label={t('toCustomer')}
      amount={money(paidOutOf(exchange, totalMinor))}
      details={t('toCustomerOf', { back: money(exchange.mostMinor), total: money(totalMinor) })}
    />
  );
}

/** What is left to pay, as large as it goes. */
export function LeftCard({ view, priced, points }: LeftCardProps) {
  const t = payTexts.useText();
  const { money, percent, number } = useFormats();
  const tipMinor = usePayment((state) => state.payment.tipMinor);
  const details = [
    t('of', { total: money(priced.totalMinor) }),
    ...(tipMinor > 0 ? [t('withTip', { amount: money(tipMinor) })] : []),
    ...priced.taxes.map((tax) => `${tax.name} ${percent(tax.ratePpm)} ${money(tax.taxMinor)}`),
    ...(points > 0 ? [t('earns', { count: points, points: number(points) })] : []),
  ];
  return (
    <BigAmount
      label={t(view.isPaid ? 'paid' : 'leftToPay')}
      amount={money(view.leftMinor)}
      details={details.join(' · ')}
    />
  );
}

function BigAmount({ label, amount, details }: { label: string; amount: string; details: string }) {
  return (
    <div className="shrink-0 rounded-card border bg-surface px-5 pt-3 pb-3.5 shadow-low">
      <p className="text-sm text-ink-muted">{label}</p>
      <p
        data-testid="left-to-pay"
        className={classNames(
          'figures truncate leading-[1.1] font-bold tracking-tight',
          amount.length <= 10
            ? 'text-[3.75rem] short:text-[3rem]'
            : amount.length <= 13
              ? 'text-[2.75rem]'
              : 'text-[2rem]',
        )}
      >
        {amount}
      </p>
      <p className="figures pt-0.5 text-sm text-ink-muted">{details}</p>
    </div>
  );
}
