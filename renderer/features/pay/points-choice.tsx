import { useCart } from '../../state/cart.ts';
import { balanceOf, spendableOf, useOffersState } from '../../state/offers.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { pointsSoFar, type PaymentDraft, type PaymentTerms, type PaymentView } from './payment-draft.ts';
import { paymentActions } from './payment-store.ts';
import { usablePoints, type PointsTerms } from './points-entry.ts';
import { payTexts } from './texts.ts';

export type PointsChoiceProps = { payment: PaymentDraft; view: PaymentView; terms: PaymentTerms };

/** How many points: half of what can be used, all of it, or as typed; and what they are worth. */
export function PointsChoice({ payment, view, terms: { points } }: PointsChoiceProps) {
  const t = payTexts.useText();
  const { number } = useFormats();
  if (points === null) return null;
  const most = usablePoints(points, pointsSoFar(payment.taken, points, view.leftMinor));
  const half = Math.max(Math.floor(most / 2), Math.min(points.minimumPoints, most));
  const quick = (label: string, count: number, amountText: string) => (
    <Button
      aria-pressed={payment.amountText === amountText}
      disabled={most === 0}
      onClick={() => paymentActions.change({ amountText })}
      className="figures min-h-12 px-1! aria-pressed:border-accent aria-pressed:bg-accent-soft"
    >
      {label} <span className="font-normal text-ink-muted">{number(count)}</span>
    </Button>
  );
  return (
    <div className="flex shrink-0 flex-col gap-2">
      <div role="group" aria-label={t('quickPoints')} className="grid auto-cols-fr grid-flow-col gap-2">
        {quick(t('pointsHalf'), half, String(half))}
        {quick(t('pointsAll'), most, '')}
      </div>
      <PointsFacts points={points} most={most} />
    </div>
  );
}

/** What the customer has, and the most of it that can be used here; or why nothing can. */
function PointsFacts({ points, most }: { points: PointsTerms; most: number }) {
  const t = payTexts.useText();
  const { money, number } = useFormats();
  const customer = useCart((state) => state.draft.customer);
  const has = useOffersState((state) => balanceOf(state, customer) ?? 0);
  const isHeldBack = useOffersState((state) => (spendableOf(state, customer) ?? 0) < has);
  const { balance, valueMinor, minimumPoints } = points;
  const counted = (count: number) => ({
    count,
    points: number(count),
    amount: money(Math.max(count, 0) * valueMinor),
  });
  const limit =
    most > 0
      ? t(isHeldBack ? 'pointsAway' : 'pointsMost', counted(most))
      : balance < minimumPoints
        ? t('pointsFrom', counted(minimumPoints))
        : t('pointsTooLittle', { amount: money(valueMinor) });
  return (
    <p className="figures px-0.5 text-sm leading-5">
      <span className="block truncate text-ink-muted">
        {t('pointsHas', { name: customer?.name ?? '', ...counted(has) })}
      </span>
      <span className="block truncate font-medium">{limit}</span>
    </p>
  );
}
