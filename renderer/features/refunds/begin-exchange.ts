import type { Refundable } from '../../../shared/api/refunds.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { payoutDue, pointsPayout } from '../../../shared/domain/refund-payout.ts';
import type { PricedRefund } from '../../../shared/domain/refund.ts';
import type { Exchange, PayoutWay } from '../../state/exchange.ts';
import { isReferenceMissing, payoutsOf, refundBody, type RefundDraft } from './refund-draft.ts';

/** What was chosen, as it pays for something else; what is left over is paid out the chosen way. */
export function exchangeOf(
  draft: RefundDraft,
  refundable: Refundable,
  priced: PricedRefund,
  settings: Settings,
): Exchange {
  const { sold, paidBack: before } = refundable;
  const cashRounding = settings.cash.rounding;
  const paying = (exchangeMinor: number) =>
    payoutsOf(draft, refundable, priced, { cashRounding, exchangeMinor });
  const paidOut = (exchangeMinor: number) =>
    paying(exchangeMinor).payouts.filter(({ kind }) => kind !== 'exchange');
  const terms = { sold, before, totalMinor: priced.totalMinor, cashRounding };
  const points = [{ kind: 'points' as const, amountMinor: pointsPayout(terms) }];
  return {
    receiptNumber: refundable.order.receiptNumber,
    mostMinor: payoutDue(terms, points).dueMinor,
    ways: waysOf(refundable, settings),
    chosen: draft,
    choose: (chosen) => exchangeOf({ ...draft, ...chosen }, refundable, priced, settings),
    paidOut,
    isReferenceMissing: (exchangeMinor) => isReferenceMissing(draft, paidOut(exchangeMinor)),
    bodyFor: (exchangeMinor) => refundBody(draft, refundable, priced, paying(exchangeMinor)),
  };
}

export function waysOf({ order }: Refundable, { credit }: Settings): PayoutWay[] {
  const ways: PayoutWay[] = ['as-paid', 'cash'];
  return order.customer !== null && credit.storeCredit ? [...ways, 'store-credit'] : ways;
}
