import { failure } from '../../../shared/api/failures.ts';
import type { RungUpLine } from '../../../shared/domain/cart-changes.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { cartById, deleteCart } from './cart-statements.ts';
import { noteRemovals } from './note-removals.ts';
import { readLines } from './save-cart.ts';

/**
 * A kept cart ends inside the commit of its sale: what it was last told to hold and the sale does not is journalled as
 * removed. Nothing happens where no cart of this id was kept. Fails as `requireApproval` does.
 */
export function endCart(
  context: EngineContext,
  tx: WritableDatabase,
  sold: {
    cartId: string;
    lines: readonly RungUpLine[];
    actor: Pick<Actor, 'accountId' | 'accountRowId' | 'role'>;
    approvalIds: readonly string[];
  },
): Result<void, Failure> {
  const known = tx.first(cartById, { id: sold.cartId });
  if (known === undefined) return ok(undefined);
  const { cartId, lines: now, actor, approvalIds } = sold;
  const noted = noteRemovals(context, tx, {
    cartId,
    before: readLines(known.lines),
    now,
    actor,
    approvalIds,
  });
  if (noted.ok) tx.run(deleteCart, { rowId: known.row_id });
  return noted;
}

/** Throws a kept cart away: all its lines are journalled as removed. Fails with `cart-unknown` and as `requireApproval` does. */
export function discardCart(
  context: EngineContext,
  id: string,
  actor: Actor,
  approvalIds: readonly string[],
): Promise<Result<undefined, Failure>> {
  return context.write((tx) => {
    if (tx.first(cartById, { id }) === undefined) return fail(failure('cart-unknown'));
    const ended = endCart(context, tx, { cartId: id, lines: [], actor, approvalIds });
    return ended.ok ? ok(undefined) : ended;
  });
}
