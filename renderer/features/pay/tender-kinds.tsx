import { useState } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { keyLabelOf, type ActionId } from '../../app/actions.ts';
import { useAction } from '../../app/use-action.ts';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import type { PaymentKind, PaymentTerms } from './payment-draft.ts';
import { paymentActions, usePayment } from './payment-store.ts';
import { payTexts } from './texts.ts';
import { TipDialog } from './tip-dialog.tsx';

const kinds = [
  { kind: 'cash', action: 'pay.cash' },
  { kind: 'card', action: 'pay.card' },
  { kind: 'ewallet', action: 'pay.ewallet' },
  { kind: 'points', action: 'pay.points' },
  { kind: 'gift-card', action: 'pay.gift-card' },
  { kind: 'store-credit', action: 'pay.store-credit' },
  { kind: 'on-account', action: 'pay.on-account' },
] as const satisfies readonly { kind: PaymentKind; action: ActionId }[];

const choose = (kind: PaymentKind) => () =>
  paymentActions.change({
    kind,
    reference: '',
    card: null,
    // A number of points is no amount of money, nor the other way round.
    ...((kind === 'points') === (usePayment.getState().payment.kind === 'points') ? {} : { amountText: '' }),
  });

export type TenderKindsProps = { kind: PaymentKind; terms: PaymentTerms; settings: Settings };

/** The ways to pay that this shop and this customer have, and the tip. */
export function TenderKinds({ kind, terms, settings }: TenderKindsProps) {
  const t = payTexts.useText();
  const { money } = useFormats();
  const [isTipping, setTipping] = useState(false);
  const tipMinor = usePayment((state) => state.payment.tipMinor);
  const offered = kinds.filter((each) => isOffered(each.kind, terms));
  useTenderKeys(terms);
  useAction('pay.tip', () => setTipping(true), { enabled: settings.counter.tips });
  const count = offered.length + (settings.counter.tips ? 1 : 0);
  const isDense = count > 4;
  return (
    <section aria-label={t('how')} className="flex shrink-0 flex-col gap-1.5">
      <h3 className="px-0.5 text-sm font-medium text-ink-muted">{t('how')}</h3>
      <div className={classNames('grid gap-2', isDense ? 'grid-cols-4' : 'auto-cols-fr grid-flow-col')}>
        {offered.map(({ kind: each, action }) => (
          <KindButton
            key={each}
            label={t(each)}
            action={action}
            isPressed={each === kind}
            isDense={isDense}
            onPress={choose(each)}
          />
        ))}
        {settings.counter.tips && (
          <KindButton
            label={tipMinor === 0 ? t('tip') : t('tipOf', { amount: money(tipMinor) })}
            action="pay.tip"
            isPressed={tipMinor > 0}
            isDense={isDense}
            onPress={() => setTipping(true)}
          />
        )}
      </div>
      {isTipping && (
        <TipDialog totalMinor={terms.totalMinor} settings={settings} onClose={() => setTipping(false)} />
      )}
    </section>
  );
}

function isOffered(kind: PaymentKind, { points, credits }: PaymentTerms): boolean {
  if (kind === 'points') return points !== null;
  if (kind === 'gift-card') return credits.giftCards;
  if (kind === 'store-credit') return credits.storeCreditMinor !== null;
  return kind === 'on-account' ? credits.onAccountMinor !== null : true;
}

function useTenderKeys(terms: PaymentTerms): void {
  const when = (kind: PaymentKind) => ({ enabled: isOffered(kind, terms) });
  useAction('pay.cash', choose('cash'));
  useAction('pay.card', choose('card'));
  useAction('pay.ewallet', choose('ewallet'));
  useAction('pay.points', choose('points'), when('points'));
  useAction('pay.gift-card', choose('gift-card'), when('gift-card'));
  useAction('pay.store-credit', choose('store-credit'), when('store-credit'));
  useAction('pay.on-account', choose('on-account'), when('on-account'));
}

type KindButtonProps = {
  label: string;
  action: ActionId;
  isPressed: boolean;
  isDense: boolean;
  onPress: () => void;
};

function KindButton({ label, action, isPressed, isDense, onPress }: KindButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={isPressed}
      aria-keyshortcuts={keyLabelOf(action)}
      onClick={onPress}
      className={classNames(
        'flex min-w-0 flex-col items-center justify-center rounded-control border font-semibold shadow-low select-none',
        isDense ? 'min-h-13 gap-0.5 text-sm' : 'min-h-16 gap-1',
        isPressed ? 'border-accent bg-accent-soft ring-1 ring-accent' : 'bg-surface hover:bg-sunken',
      )}
    >
      <span className="max-w-full truncate px-1">{label}</span>
      <KeyCap>{keyLabelOf(action)}</KeyCap>
    </button>
  );
}
