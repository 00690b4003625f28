import { Banknote, CreditCard, Gift, NotebookPen, Smartphone, Star, Wallet, X } from 'lucide-react';
import { pointsForAmount } from '../../../shared/domain/points.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { removeTaken, type TakenTender } from './payment-draft.ts';
import { paymentActions, usePayment } from './payment-store.ts';
import type { PointsTerms } from './points-entry.ts';
import { payTexts } from './texts.ts';

const icons = {
  cash: Banknote,
  card: CreditCard,
  ewallet: Smartphone,
  points: Star,
  'gift-card': Gift,
  'store-credit': Wallet,
  'on-account': NotebookPen,
};

/** The payments taken so far; each can be given back. */
export function TakenList({ points }: { points: PointsTerms | null }) {
  const t = payTexts.useText();
  const { money, amount, number } = useFormats();
  const payment = usePayment((state) => state.payment);
  const detailOf = ({ kind, amountMinor, reference, code }: TakenTender) => {
    if (code !== undefined) return t('codeEnd', { end: code.slice(-4).toUpperCase() });
    if (kind !== 'points') return reference === '' ? '' : t('reference', { reference });
    if (points === null) return '';
    const count = pointsForAmount(amountMinor, points) ?? 0;
    return t('pointsOf', { count, points: number(count), value: amount(points.valueMinor) });
  };
  if (payment.taken.length === 0) return null;
  return (
    <section aria-label={t('takenSoFar')} className="flex max-h-[45%] shrink-0 flex-col gap-1.5">
      <h3 className="px-0.5 text-sm font-medium text-ink-muted">{t('takenSoFar')}</h3>
      <ul className="min-h-0 overflow-y-auto rounded-card border bg-surface shadow-low">
        {payment.taken.map((tender, index) => {
          const Icon = icons[tender.kind];
          return (
            <li key={index} className="flex min-h-14 items-center gap-3 border-b pl-3 last:border-b-0">
              <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent-text">
                <Icon className="size-5" aria-hidden="true" />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{t(tender.kind)}</span>
                {detailOf(tender) !== '' && (
                  <span className="figures block truncate text-xs text-ink-muted">{detailOf(tender)}</span>
                )}
              </span>
              <Money plain minor={tender.amountMinor} className="font-semibold" />
              <IconButton
                icon={X}
                label={t('giveBack', { kind: t(tender.kind), amount: money(tender.amountMinor) })}
                onClick={() => paymentActions.replace(removeTaken(payment, index))}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
