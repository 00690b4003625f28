import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { nextReceiptNumber } from '../orders/index.ts';
import type { DecidedRefund, RefundCommitInput } from './decided-refund.ts';
import { recordedPayouts, refundBody } from './refund-body.ts';
import { creditForPayout, creditsOfRefund } from './refund-credits.ts';
import { reversePointsOf } from './refund-points.ts';
import { writeRefund } from './write-refund.ts';

/** `approvalIds`: those that the refund took. */
type Asked = { input: RefundCommitInput; actor: Actor; requestHash: Uint8Array; approvalIds: string[] };

/** Writes a decided refund, inside its commit; gives its row. Nothing here can refuse it any more. */
export function recordRefund(
  context: EngineContext,
  tx: WritableDatabase,
  decided: DecidedRefund,
  asked: Asked,
): number {
  const { input, actor, requestHash, approvalIds } = asked;
  const { sale, priced, shift, customer } = decided;
  const number = nextReceiptNumber(context, tx);
  const { receiptNumber } = number;
  const refundedMinor =
    priced.totalMinor + (sale?.paidBack.reduce((sum, refund) => sum + refund.totalMinor, 0) ?? 0);
  const document = { id: input.id, refundedMinor, description: `Refund ${receiptNumber}` };
  const points = sale === null ? null : reversePointsOf(context, tx, sale, document, actor.accountId);
  const payments = recordedPayouts(context, decided, creditForPayout(context, tx, decided, actor.accountId));
  const body = refundBody(input, decided, {
    receiptNumber,
    cashierId: actor.accountId,
    approvalIds,
    payments,
    points: points === null ? null : { taken: points.taken, given: points.given },
    credits: creditsOfRefund(input.id, payments, decided),
  });
  const entry = append(context, tx, { kind: 'refund.committed', body, actor: actor.accountId });
  return writeRefund(context, tx, body, {
    ...number,
    sale: sale === null ? null : { rowId: sale.rowId, isVoided: false },
    // The sale of an exchange is made after its refund, and linked then.
    exchangeRowId: null,
    shiftRowId: shift.rowId,
    accountRowId: actor.accountRowId,
    customerRowId: customer?.rowId ?? null,
    lines: decided.lines,
    pointsBalanceAfter: points?.balanceAfter ?? null,
    requestHash,
    entry,
  });
}
