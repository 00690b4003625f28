import { createHash } from 'node:crypto';
import { failure } from '../../../shared/api/failures.ts';
import type { OrderCommitted } from '../../../shared/api/orders.ts';
import type { Refund, RefundCommitted } from '../../../shared/api/refunds.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import { giftCardsOfOrder } from '../credits/index.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { releasePoints } from '../holds/index.ts';
import { getOrder, permitSale } from '../orders/index.ts';
import { approveRefund } from './approve-refund.ts';
import { decideRefund } from './decide-refund.ts';
import type { RefundCommitInput } from './decided-refund.ts';
import { printAtOnce, refundTitle, renderRefund } from './print-refund.ts';
import { recordRefund } from './record-refund.ts';
import { getRefund } from './refund-of.ts';
import { refundByIdentity } from './refund-statements.ts';
import { sellExchange } from './sell-exchange.ts';

/**
 * Takes goods back and pays for them, once: checks what is left of the sale and who may, and writes number, refund,
 * lines, taxes, payouts, points, stock, cards and accounts, paper and journal entry in one commit; of an exchange the
 * sale that it goes into too. The same id and content again answers with the refund that is there (`repeated`). Fails
 * with `order-id-reused` for other content, and as `decideRefund`, `requireApproval` and `commitOrder` do.
 */
export async function commitRefund(
  context: EngineContext,
  input: RefundCommitInput,
  actor: Actor,
): Promise<Result<RefundCommitted, Failure>> {
  const requestHash = hashRequest(input);
  const { exchange } = input;
  const permit = exchange === null ? ok({ way: 'alone' as const }) : await permitSale(context, exchange);
  if (!permit.ok) return permit;
  const done = await context.write((tx): Result<RefundCommitted, Failure> => {
    const known = tx.first(refundByIdentity, { id: input.id });
    if (known !== undefined) return repeat(tx, input, known.request_hash, requestHash);
    const decided = decideRefund(context, tx, input);
    if (!decided.ok) return decided;
    const approved = approveRefund(context, tx, { input, decided: decided.value, actor });
    if (!approved.ok) return approved;
    const refundRowId = recordRefund(context, tx, decided.value, {
      input,
      actor,
      requestHash,
      approvalIds: approved.value,
    });
    const sold = sellExchange(context, tx, {
      input,
      refundRowId,
      actor,
      requestHash,
      permit: permit.value,
    });
    if (!sold.ok) return sold;
    const refund = refundThere(tx, input.id);
    const paper = {
      kind: 'refund' as const,
      title: refundTitle(refund),
      blocks: renderRefund(context, refund, false),
    };
    const print = printAtOnce(context, tx, paper, {
      orderRowId: decided.value.sale?.rowId ?? null,
      wanted: input.print,
      payments: refund.payments,
    });
    return ok({ refund, exchange: sold.value, repeated: false, print });
  });
  if (!done.ok && exchange !== null) await releasePoints(context, permit.value, exchange.id);
  return done;
}

function repeat(
  tx: WritableDatabase,
  input: RefundCommitInput,
  knownHash: Uint8Array,
  requestHash: Uint8Array,
): Result<RefundCommitted, Failure> {
  if (Buffer.compare(knownHash, requestHash) !== 0) {
    const message = 'This refund is already in the books with other content. It was not changed.';
    return fail(failure('order-id-reused', { message, field: 'id' }));
  }
  const refund = refundThere(tx, input.id);
  return ok({ refund, exchange: soldInExchange(tx, refund), repeated: true, print: 'off' });
}

function soldInExchange(db: ReadableDatabase, { exchange }: Refund): OrderCommitted | null {
  const order = exchange === null ? null : getOrder(db, exchange.orderId);
  if (order === null) return null;
  return { order, repeated: true, print: 'off', giftCards: giftCardsOfOrder(db, order.id) };
}

function refundThere(db: ReadableDatabase, id: string) {
  const refund = getRefund(db, id);
  if (refund === null) throw new Error('a refund whose row is there cannot be read');
  return refund;
}

/** Whether paper is wanted, and by whom it was allowed, does not make another refund of it. */
function hashRequest({ print: _, approvalIds: __, exchange, ...refund }: RefundCommitInput): Uint8Array {
  const taken = exchange === null ? null : { ...exchange, print: undefined, approvalIds: undefined };
  return createHash('sha256')
    .update(JSON.stringify({ ...refund, exchange: taken }))
    .digest();
}
