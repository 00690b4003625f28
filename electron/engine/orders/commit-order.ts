import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import type { OrderCommitted, orderCommit } from '../../../shared/api/orders.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import { giftCardsOfOrder } from '../credits/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { releasePoints } from '../holds/index.ts';
import { getOrder } from './get-order.ts';
import { permitSale } from './permit-sale.ts';
import { orderByIdentity } from './order-statements.ts';
import { takeSale } from './take-sale.ts';

export type OrderCommitInput = z.output<typeof orderCommit>;

/**
 * Takes a sale into the books, once: checks it against the catalogue, prices it with the screen's own function,
 * settles its tenders, and writes number, order, lines, taxes, payments, points, stock, print job and journal entry in
 * one commit. The same id and content again answers with the sale that is there (`repeated`); other content fails with
 * `order-id-reused`. Other failures: `cart-empty`, `shift-needed`, `product-unknown`, `customer-unknown`,
 * `price-changed`, `total-differs`, `stock-short`, `points-short`, `promotion-refused`, `reward-unknown`, `reward-refused`, those of
 * `readLines`, `decideCredits`, `decidePayment` and `approveSale`, and the storage's.
 */
export async function commitOrder(
  context: EngineContext,
  input: OrderCommitInput,
  actor: Actor,
): Promise<Result<OrderCommitted, Failure>> {
  const requestHash = hashRequest(input);
  const permit = await permitSale(context, input);
  if (!permit.ok) return permit;
  const done = await context.write((tx): Result<OrderCommitted, Failure> => {
    const known = tx.first(orderByIdentity, { id: input.id });
    if (known !== undefined) return repeat(tx, input, known.request_hash, requestHash);
    const taken = takeSale(context, tx, { input, actor, requestHash, permit: permit.value });
    return taken.ok ? ok(taken.value.committed) : taken;
  });
  if (!done.ok) await releasePoints(context, permit.value, input.id);
  return done;
}

function repeat(
  tx: WritableDatabase,
  input: OrderCommitInput,
  knownHash: Uint8Array,
  requestHash: Uint8Array,
): Result<OrderCommitted, Failure> {
  if (Buffer.compare(knownHash, requestHash) !== 0) return fail(failure('order-id-reused', { field: 'id' }));
  const order = getOrder(tx, input.id);
  if (order === null) throw new Error('a sale whose row is there cannot be read');
  return ok({ order, repeated: true, print: 'off', giftCards: giftCardsOfOrder(tx, input.id) });
}

/**
 * Neither whether paper is wanted nor who allowed it makes another sale of it. Checked input has its keys in the schema's
 * order, so equal sales are equal texts. What was not asked for is left out: sales of before it could be keep their hash.
 */
function hashRequest({
  print: _,
  approvalIds: __,
  promotionCodes,
  rewardIds,
  giftCards,
  tipMinor,
  ...sale
}: OrderCommitInput): Uint8Array {
  const asksOffers = promotionCodes.length > 0 || rewardIds.length > 0;
  const asked = {
    ...(asksOffers ? { promotionCodes, rewardIds } : {}),
    ...(giftCards.length > 0 ? { giftCards } : {}),
    ...(tipMinor > 0 ? { tipMinor } : {}),
  };
  return createHash('sha256')
    .update(JSON.stringify({ ...sale, ...asked }))
    .digest();
}
