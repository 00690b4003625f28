import type { Order, OrderSummary } from '../../../shared/api/orders.ts';
import type { SaleBody } from '../../../shared/journal/kinds.ts';

/** What of a sale is not in its journal entry's body: names as they are now, its state, and the entry itself. */
export type OrderFacts = Pick<
  OrderSummary,
  | 'publicId'
  | 'receiptNumber'
  | 'state'
  | 'paidAt'
  | 'businessDate'
  | 'cashier'
  | 'customer'
  | 'refundedMinor'
> & {
  shiftNumber: number | null;
  refunds: Order['refunds'];
  voided: Order['voided'];
  pointsBalanceAfter: number | null;
  hash: Uint8Array;
  /** In the order of the lines, for a sale of the web, whose body names none; the body's own where one is missing. */
  lineNames: readonly string[];
};

/** A sale as the API tells it: the figures of its journal entry, with today's names. */
export function orderOf(body: SaleBody, facts: OrderFacts): Order {
  const { orderId: id, lines, payments, points, promotions, rewards, rules, source, taxes } = body;
  const { hash, lineNames, ...known } = facts;
  return {
    id,
    ...known,
    source,
    itemCount: body.itemCount,
    grossMinor: body.grossMinor,
    discountMinor: body.discountMinor,
    netMinor: body.netMinor,
    taxMinor: body.taxMinor,
    totalMinor: body.totalMinor,
    taxMode: rules.taxMode,
    currency: body.currency,
    cashRoundingMinor: body.cashRoundingMinor,
    tipMinor: body.tipMinor,
    paidMinor: body.paidMinor,
    changeMinor: body.changeMinor,
    discountReason: body.discountReason,
    pointsEarned: points?.earned ?? 0,
    pointsSpent: points?.spent ?? 0,
    journalHead: Buffer.from(hash.buffer, hash.byteOffset, 4).toString('hex'),
    tenders: payments.map(({ kind, amountMinor }) => ({ kind, amountMinor })),
    lines: lines.map(({ taxRates: _, movesStock: __, ...line }, position) => ({
      ...line,
      name: lineNames[position] ?? line.name,
      position,
    })),
    taxes,
    promotions: promotions.map(({ redemptionId: _, ...promotion }) => promotion),
    rewards: rewards.map(({ claimId: _, ...reward }) => reward),
    payments: payments.map(({ paymentId, ...payment }) => ({
      id: paymentId,
      ...payment,
      state: 'completed',
    })),
  };
}
