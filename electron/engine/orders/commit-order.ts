import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import type { OrderCommitted, orderCommit } from '../../../shared/api/orders.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { canonicalText } from '../../../shared/journal/chain.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { getOrder } from './get-order.ts';
import { orderByIdentity } from './order-statements.ts';
import { decideSale } from './decide-sale.ts';
import { recordSale } from './record-sale.ts';

export type OrderCommitInput = z.output<typeof orderCommit>;

/**
 * Takes a sale into the books, once: checks it against the catalogue, prices it with the screen's own function,
 * settles its tenders, and writes number, order, lines, taxes, payments, points, stock, print job and journal entry in
 * one commit. The same id and content again answers with the sale that is there (`repeated`); other content fails with
 * `order-id-reused`. Other failures: `cart-empty`, `shift-needed`, `product-unknown`, `customer-unknown`,
 * `price-changed`, `total-differs`, `stock-short`, those of `settle`, and the storage's.
 */
export function commitOrder(
  context: EngineContext,
  input: OrderCommitInput,
  actor: Actor,
): Promise<Result<OrderCommitted, Failure>> {
  const requestHash = hashRequest(input);
  return context.write((tx) => {
    const committed = commitOnce(context, tx, input, actor, requestHash);
    if (!committed.ok) return committed;
    // Read back on the connection that wrote it: its pages are still at hand there.
    const order = getOrder(tx, input.id);
    if (order === null) throw new Error('a sale that was just written is not there');
    return ok({ order, ...committed.value });
  });
}

function commitOnce(
  context: EngineContext,
  tx: WritableDatabase,
  input: OrderCommitInput,
  actor: Actor,
  requestHash: Uint8Array,
): Result<Omit<OrderCommitted, 'order'>, Failure> {
  const known = tx.first(orderByIdentity, { id: input.id });
  if (known !== undefined) {
    const same = Buffer.compare(known.request_hash, requestHash) === 0;
    return same ? ok({ repeated: true, print: 'off' }) : fail(failure('order-id-reused', { field: 'id' }));
  }
  const decided = decideSale(context.settings(), tx, input);
  if (!decided.ok) return decided;
  return ok({
    repeated: false,
    print: recordSale(context, tx, decided.value, { input, actor, requestHash }),
  });
}

/** Whether paper is wanted does not make another sale of it. */
function hashRequest({ print: _, ...sale }: OrderCommitInput): Uint8Array {
  return createHash('sha256').update(canonicalText(sale)).digest();
}
