import { useQueryClient } from '@tanstack/react-query';
import { withApprovals } from '../../app/approvals/index.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { fetchOffers, offersKey } from '../../api/cart-offers.ts';
import { knownCustomerCredits } from '../../api/credits.ts';
import { settingsKey } from '../../api/settings.ts';
import { shiftsKey, useCurrentShift } from '../../api/shifts.ts';
import type { OrderCommit } from '../../../shared/api/orders.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { useCart } from '../../state/cart.ts';
import { isEmptyDraft } from '../../state/cart/cart-draft.ts';
import { cartPriceNow } from '../../state/cart-price.ts';
import { exchangedOf, useExchange } from '../../state/exchange.ts';
import { spendableOf, priceForNow, useOffersState } from '../../state/offers.ts';
import { settleBeforePaying } from './before-paying.ts';
import { orderBody } from './order-body.ts';
import { takeEntry, takeExactCash, type PaymentDraft, type PaymentTerms } from './payment-draft.ts';
import { isStoring, paymentActions, usePayment } from './payment-store.ts';
import { afterExchange, paymentTermsOf } from './payment-terms.ts';
import { payTexts } from './texts.ts';
import { useCommitSale } from './use-commit-sale.ts';

export type FinishSale = {
  /** Takes what is typed and, when that pays the rest, stores the sale. `print` false leaves the paper out. */
  takeAndFinish: (print?: false) => Promise<void>;
  /** Takes all that is left in cash and stores the sale. */
  finishWithExactCash: () => Promise<void>;
  /** Sends the same request again: after an engine that did not answer, or once a shift is open. */
  sendAgain: () => Promise<void>;
};

type Take = (payment: PaymentDraft, terms: PaymentTerms) => ReturnType<typeof takeEntry>;

/** Refusals after which the offers, or the customer's points, are others than the screen knows. */
const ofOffers = new Set(['total-differs', 'promotion-refused', 'reward-refused', 'points-short']);

const payoutReferenceMissing = () => ({
  code: 'tender-reference-required',
  message: payTexts.text('payoutReferenceMissing'),
  field: 'payout',
});

let isUnderWay = false;

/** Runs one piece of work at a time; what comes while it runs is a second press of the same button. */
async function once(work: () => Promise<void>): Promise<void> {
  if (isUnderWay) return;
  isUnderWay = true;
  try {
    await work();
  } finally {
    isUnderWay = false;
  }
}

/** A sale that is finished before the customer's offers have come waits for them, as long as they can be had. */
async function learnOffers(): Promise<void> {
  const customerId = useCart.getState().draft.customer?.id ?? null;
  if (!useOffersState.getState().answers.has(customerId))
    await fetchOffers(customerId).catch(() => undefined);
}

/** The ways to finish a sale. However often they are called, one request is under way, and one sale comes of it. */
export function useFinishSale(settings: Settings): FinishSale {
  const commit = useCommitSale();
  const client = useQueryClient();
  const shift = useCurrentShift();

  const store = async (asked: OrderCommit) => {
    paymentActions.setCommit({ state: 'storing' });
    let body = asked;
    const send = (approvalIds: readonly string[]) => {
      body = { ...asked, approvalIds: [...approvalIds] };
      return commit(body);
    };
    try {
      paymentActions.finish(await withApprovals(send, { given: asked.approvalIds ?? [] }));
    } catch (thrown) {
      if (!isApiFailure(thrown)) {
        paymentActions.setCommit({ state: 'idle' });
        throw thrown;
      }
      const { code } = thrown;
      // Nobody approved it: the payment is as it was.
      if (code === 'approval-needed') return paymentActions.setCommit({ state: 'idle' });
      if (code === 'engine-unreachable' || code === 'answer-unreadable') {
        paymentActions.setCommit({ state: 'unsure', body });
        return;
      }
      paymentActions.setCommit({ state: 'refused', failure: thrown, body });
      if (code === 'total-differs') void client.invalidateQueries({ queryKey: settingsKey });
      if (ofOffers.has(code)) {
        priceForNow();
        void client.invalidateQueries({ queryKey: offersKey });
      }
      if (code === 'shift-needed') void client.invalidateQueries({ queryKey: shiftsKey });
    }
  };

  const finishWith = async (take: Take, print: false | undefined, isShiftOpen = false): Promise<void> => {
    await settleBeforePaying();
    await learnOffers();
    const cart = useCart.getState();
    if (isEmptyDraft(cart.draft) || isStoring()) return;
    const priced = cartPriceNow(settings);
    const offers = useOffersState.getState();
    const { customer } = cart.draft;
    const credits = knownCustomerCredits(client, customer?.id ?? null);
    const { exchange } = useExchange.getState();
    const terms = afterExchange(
      paymentTermsOf(priced, settings, spendableOf(offers, customer), credits),
      exchange,
    );
    if (exchange?.isReferenceMissing(exchangedOf(exchange, priced.totalMinor)) === true) {
      if (usePayment.getState().step === 'cart') paymentActions.openPay();
      return paymentActions.refuseEntry(payoutReferenceMissing());
    }
    const taken = take(usePayment.getState().payment, terms);
    if (!taken.ok) {
      // What is wrong with a payment is shown, and mended, where payments are.
      if (usePayment.getState().step === 'cart') paymentActions.openPay();
      return paymentActions.refuseEntry(taken.failure);
    }
    if (!taken.value.complete) return paymentActions.replace(taken.value.draft);
    if (shift.data === null && !isShiftOpen) {
      return paymentActions.askForShift(() => void once(() => finishWith(take, print, true)));
    }
    const { pricedAt } = offers;
    const { taken: tenders, tipMinor } = taken.value.draft;
    await store(orderBody(cart, { priced, pricedAt, taken: tenders, tipMinor, print }));
  };

  return {
    takeAndFinish: (print) => once(() => finishWith(takeEntry, print)),
    finishWithExactCash: () => once(() => finishWith(takeExactCash, undefined)),
    sendAgain: () =>
      once(async () => {
        const { commit: under } = usePayment.getState();
        if (under.state === 'unsure' || under.state === 'refused') await store(under.body);
      }),
  };
}
