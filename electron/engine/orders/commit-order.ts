import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import type { OrderCommitted, orderCommit } from '../../../shared/api/orders.ts';
import type { RungUpLine } from '../../../shared/domain/cart-changes.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { endCart } from '../carts/index.ts';
import { getOrder } from './get-order.ts';
import { orderByIdentity } from './order-statements.ts';
import { decideSale } from './decide-sale.ts';
import type { DecidedSale } from './decided-sale.ts';
import { recordSale } from './record-sale.ts';

export type OrderCommitInput = z.output<typeof orderCommit>;

/**
 * Takes a sale into the books, once: checks it against the catalogue, prices it with the screen's own function,
 * settles its tenders, and writes number, order, lines, taxes, payments, points, stock, print job and journal entry in
 * one commit. The same id and content again answers with the sale that is there (`repeated`); other content fails with
 * `order-id-reused`. Other failures: `cart-empty`, `shift-needed`, `product-unknown`, `customer-unknown`,
 * `price-changed`, `total-differs`, `stock-short`, `promotion-refused`, `reward-unknown`, `reward-refused`, those of
 * `decidePayment`, and the storage's.
 */
export function commitOrder(
  context: EngineContext,
  input: OrderCommitInput,
  actor: Actor,
): Promise<Result<OrderCommitted, Failure>> {
  const requestHash = hashRequest(input);
  return context.write((tx) => {
    const known = tx.first(orderByIdentity, { id: input.id });
    if (known !== undefined) return repeat(tx, input, known.request_hash, requestHash);
    const decided = decideSale(context, tx, { input, seller: actor, requestHash });
    if (!decided.ok) return decided;
    const ended = endCart(context, tx, {
      cartId: input.id,
      lines: rungUpLines(decided.value),
      actor,
      approvalIds: [],
    });
    if (!ended.ok) return ended;
    const { order, print } = recordSale(context, tx, decided.value);
    return ok({ order, repeated: false, print });
  });
}

/** What the sale holds, as a cart is told. */
function rungUpLines({ lines, priced }: DecidedSale): RungUpLine[] {
  return lines.map(({ lineId, productId, name, quantityMilli }, index) => ({
    lineId,
    productId,
    name,
    quantityMilli,
    amountMinor: priced.lines[index]?.grossMinor ?? 0,
  }));
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
  return ok({ order, repeated: true, print: 'off' });
}

/**
 * Whether paper is wanted does not make another sale of it. Checked input has its keys in the schema's order, so equal
 * sales are equal texts. Offers that were not asked for are left out: sales of before there were any keep their hash.
 */
function hashRequest({ print: _, promotionCodes, rewardIds, ...sale }: OrderCommitInput): Uint8Array {
  const offers = [promotionCodes, rewardIds].every((asked) => asked.length === 0)
    ? {}
    : { promotionCodes, rewardIds };
  return createHash('sha256')
    .update(JSON.stringify({ ...sale, ...offers }))
    .digest();
}
