import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import { keyLabelOf } from '../../app/actions.ts';
import { steadyMilliseconds } from '../../app/clock.ts';
import { useAction } from '../../app/use-action.ts';
import { useCart } from '../../state/cart.ts';
import { isEmptyDraft } from '../../state/cart/cart-draft.ts';
import { useCartPrice } from '../../state/cart-price.ts';
import { paidOutOf, useExchange } from '../../state/exchange.ts';
import { Button } from '../../ui/button.tsx';
import { AmountEntry } from './amount-entry.tsx';
import { CartSummary } from './cart-summary.tsx';
import { ExchangeLine } from './exchange-line.tsx';
import { ExchangePayout } from './exchange-payout.tsx';
import { ChangeCard, FinishButtons } from './finish-panel.tsx';
import { LeftCard, PaidOutCard } from './left-card.tsx';
import { viewPayment } from './payment-draft.ts';
import { paymentActions, usePayment } from './payment-store.ts';
import { takeGiftCard } from './take-gift-card.ts';
import { TakenList } from './taken-list.tsx';
import { TenderKinds } from './tender-kinds.tsx';
import { payTexts } from './texts.ts';
import type { FinishSale } from './use-finish-sale.ts';
import { usePaymentTerms } from './use-payment-terms.ts';
import { usePointsToEarn } from './use-points-to-earn.ts';

export type PayViewProps = {
  settings: Settings;
  finish: FinishSale;
  /** What the last scan did. */
  notice: ReactNode;
};

/** A second press right after a part was taken, or before the screen shows that it was, is meant for that part. */
const CALM_MILLISECONDS = 400;

/** Taking the payment: what is left, how, how much, what goes back. */
export function PayView({ settings, finish, notice }: PayViewProps) {
  const t = payTexts.useText();
  const isEmpty = useCart((state) => isEmptyDraft(state.draft));
  const customer = useCart((state) => state.draft.customer);
  const { payment, problem, commit } = usePayment();
  const priced = useCartPrice(settings);
  const terms = usePaymentTerms(priced, settings);
  const view = viewPayment(payment, terms);
  const points = usePointsToEarn(priced, settings);
  const exchange = useExchange((state) => state.exchange);
  // A tip has to be paid, whatever goes back.
  const paidOut =
    exchange !== null && payment.tipMinor === 0 && paidOutOf(exchange, priced.totalMinor) > 0
      ? exchange
      : null;
  const take = useCalmTake(finish);
  useAction('pay.finish', () => take());
  useAction('pay.finish-no-paper', () => take(false));
  useAction('sell.exact-cash', () => void finish.finishWithExactCash());
  useAction('back', paymentActions.backToCart);

  return (
    <div className="pay-grid h-full p-2.5 pb-2">
      <h2 className="sr-only">{t('title')}</h2>
      <section className="-m-1 flex min-h-0 min-w-0 flex-col gap-2.5 overflow-y-auto p-1 [grid-area:left]">
        {paidOut === null ? (
          <LeftCard view={view} priced={priced} points={customer === null ? 0 : points} />
        ) : (
          <PaidOutCard exchange={paidOut} totalMinor={priced.totalMinor} />
        )}
        <ExchangeLine totalMinor={priced.totalMinor} />
        <TakenList points={terms.points} />
        {paidOut === null && <TenderKinds kind={payment.kind} terms={terms} settings={settings} />}
        <CartSummary priced={priced} />
        {notice}
      </section>
      {paidOut === null ? (
        <AmountEntry payment={payment} view={view} terms={terms} problem={problem} />
      ) : (
        <ExchangePayout exchange={paidOut} totalMinor={priced.totalMinor} problem={problem} />
      )}
      <section className="-m-1 flex min-h-0 min-w-0 flex-col gap-2.5 overflow-y-auto p-1 [grid-area:finish]">
        {paidOut === null && <ChangeCard payment={payment} view={view} terms={terms} />}
        <FinishButtons
          view={view}
          settings={settings}
          isEmpty={isEmpty}
          isStoring={commit.state === 'storing'}
          onTake={take}
        />
        <Button
          icon={ArrowLeft}
          keyLabel={keyLabelOf('back')}
          onClick={paymentActions.backToCart}
          className="mt-auto min-h-12 shrink-0"
        >
          {t('backToCart')}
        </Button>
      </section>
    </div>
  );
}

/** Takes what is typed; not again within the moment in which a second press is meant for the same part. */
function useCalmTake({ takeAndFinish }: FinishSale) {
  const { taken, kind, card, reference } = usePayment((state) => state.payment);
  const takenAt = useRef(-Infinity);
  const takenBefore = useRef(taken);
  useEffect(() => {
    if (takenBefore.current === taken) return;
    takenBefore.current = taken;
    takenAt.current = steadyMilliseconds();
    // Points that are taken twice become one payment: the list is another then, not longer.
  }, [taken]);
  return (print?: false, pressedAt = steadyMilliseconds()) => {
    if (taken.length > 0 && pressedAt - takenAt.current < CALM_MILLISECONDS) return;
    // A code has to be looked up before anything can be taken from its card.
    if (kind === 'gift-card' && card === null && reference.trim() !== '') void takeGiftCard(reference);
    else void takeAndFinish(print);
  };
}
