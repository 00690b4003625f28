import { keyLabelOf } from '../../app/actions.ts';
import { useAction } from '../../app/use-action.ts';
import { classNames } from '../../ui/class-names.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import type { PaymentKind } from './payment-draft.ts';
import { paymentActions, usePayment } from './payment-store.ts';
import { payTexts } from './texts.ts';

const kinds = [
  { kind: 'cash', action: 'pay.cash' },
  { kind: 'card', action: 'pay.card' },
  { kind: 'ewallet', action: 'pay.ewallet' },
  { kind: 'points', action: 'pay.points' },
] as const;

const choose = (kind: PaymentKind) => () =>
  paymentActions.change({
    kind,
    reference: '',
    // A number of points is no amount of money, nor the other way round.
    ...((kind === 'points') === (usePayment.getState().payment.kind === 'points') ? {} : { amountText: '' }),
  });

export type TenderKindsProps = { kind: PaymentKind; takesPoints: boolean };

/** The ways to pay. */
export function TenderKinds({ kind, takesPoints }: TenderKindsProps) {
  const t = payTexts.useText();
  useAction('pay.cash', choose('cash'));
  useAction('pay.card', choose('card'));
  useAction('pay.ewallet', choose('ewallet'));
  useAction('pay.points', choose('points'), { enabled: takesPoints });
  const offered = takesPoints ? kinds : kinds.filter((each) => each.kind !== 'points');
  return (
    <section aria-label={t('how')} className="flex shrink-0 flex-col gap-1.5">
      <h3 className="px-0.5 text-sm font-medium text-ink-muted">{t('how')}</h3>
      <div className="grid auto-cols-fr grid-flow-col gap-2">
        {offered.map(({ kind: each, action }) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === kind}
            aria-keyshortcuts={keyLabelOf(action)}
            onClick={choose(each)}
            className={classNames(
              'flex min-h-16 min-w-0 flex-col items-center justify-center gap-1 rounded-control border font-semibold shadow-low select-none',
              each === kind
                ? 'border-accent bg-accent-soft ring-1 ring-accent'
                : 'bg-surface hover:bg-sunken',
            )}
          >
            <span className="max-w-full truncate px-1">{t(each)}</span>
            <KeyCap>{keyLabelOf(action)}</KeyCap>
          </button>
        ))}
      </div>
    </section>
  );
}
