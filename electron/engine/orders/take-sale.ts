import type { OrderCommitted } from '../../../shared/api/orders.ts';
import type { RungUpLine } from '../../../shared/domain/cart-changes.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { endCart } from '../carts/index.ts';
import type { Actor, EngineContext } from '../context.ts';
import { giftCardsOfOrder } from '../credits/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { refuseSpending, type PointsPermit } from '../holds/index.ts';
import { approveSale } from './approve-sale.ts';
import { decideSale, type SaleInput } from './decide-sale.ts';
import type { DecidedSale } from './decided-sale.ts';
import { recordSale } from './record-sale.ts';

export type TakenSale = { committed: OrderCommitted; orderRowId: number };

export type SaleToTake = { input: SaleInput; actor: Actor; requestHash: Uint8Array; permit: PointsPermit };

/** Decides, approves and writes a sale, and ends its cart, inside the caller's commit. */
export function takeSale(
  context: EngineContext,
  tx: WritableDatabase,
  { input, actor, requestHash, permit }: SaleToTake,
): Result<TakenSale, Failure> {
  const decided = decideSale(context, tx, { input, seller: actor, requestHash });
  if (!decided.ok) return decided;
  const short = refuseSpending(context, tx, permit, {
    customerId: input.customerId,
    points: pointsSpent(decided.value),
  });
  if (short !== undefined) return fail(short);
  const { approvalIds } = input;
  const cart = { cartId: input.id, lines: rungUpLines(decided.value), actor, approvalIds };
  const ended = endCart(context, tx, cart);
  if (!ended.ok) return ended;
  const approved = approveSale(context, tx, decided.value, { input, actor });
  if (!approved.ok) return approved;
  const sale = { ...decided.value, approvalIds: approved.value };
  const { order, orderRowId, print } = recordSale(context, tx, sale);
  const giftCards = giftCardsOfOrder(tx, input.id);
  return ok({ committed: { order, repeated: false, print, giftCards }, orderRowId });
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

function pointsSpent({ points }: DecidedSale): number {
  return points.reduce((sum, fact) => (fact.kind === 'redeemed' ? sum - fact.points : sum), 0);
}
