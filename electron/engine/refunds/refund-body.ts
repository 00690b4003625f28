import type { RefundBody } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import type { DecidedRefund, RefundCommitInput } from './decided-refund.ts';

type Facts = Pick<
  RefundBody,
  'receiptNumber' | 'cashierId' | 'approvalIds' | 'payments' | 'points' | 'credits'
>;

/** What the journal tells of a refund: every figure that the tables are written from. */
export function refundBody(
  input: RefundCommitInput,
  { sale, customer, shift, lines, priced, payout, currency, rules }: DecidedRefund,
  facts: Facts,
): RefundBody {
  const { grossMinor, discountMinor, netMinor, taxMinor, totalMinor, itemCount, taxes } = priced;
  return {
    refundId: input.id,
    orderId: sale?.id ?? null,
    orderReceiptNumber: sale?.receiptNumber ?? null,
    exchangeOrderId: input.exchange?.id ?? null,
    shiftId: shift.id,
    customerId: customer?.id ?? null,
    reason: input.reason,
    currency,
    rules,
    ...facts,
    lines: lines.map(({ giftCardId: _, productRowId: __, ...line }, index) => {
      const figures = priced.lines[index];
      if (figures === undefined) throw new Error('a line was not priced');
      const { position: _position, parts: _parts, ...told } = figures;
      return { ...line, name: sale?.source === 'web' ? '' : line.name, ...told };
    }),
    taxes: taxes.map(({ name, ratePpm, compound, baseMinor, taxMinor: tax }) => ({
      name,
      ratePpm,
      compound,
      baseMinor,
      taxMinor: tax,
    })),
    itemCount,
    grossMinor,
    discountMinor,
    netMinor,
    taxMinor,
    totalMinor,
    cashRoundingMinor: payout.cashRoundingMinor,
    paidMinor: payout.paidMinor,
  };
}

/** The payouts as they are recorded, each with an id of its own. */
export function recordedPayouts(
  context: EngineContext,
  { payout }: DecidedRefund,
  creditOf: (kind: string) => string | null,
): RefundBody['payments'] {
  return payout.payouts.map(({ kind, amountMinor, reference, creditId }) => ({
    paymentId: context.ids.uuid(),
    kind,
    amountMinor,
    reference: reference?.trim() ?? '',
    creditId: creditId ?? creditOf(kind),
  }));
}
