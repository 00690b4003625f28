import type { z } from 'zod';
import type { cartTake, CartWhole } from '../../../shared/api/carts.ts';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { Actor, EngineContext } from '../context.ts';
import { cartOf } from './cart-of.ts';
import { cartById, takeCartRow } from './cart-statements.ts';

/**
 * Takes a cart in hand, whole, and makes it the caller's: one that was put aside, or one that a screen left behind.
 * Of two screens that take the same one the second fails with `cart-taken`.
 */
export function takeCart(
  context: EngineContext,
  id: string,
  { screen, heldBy }: z.output<typeof cartTake>,
  { accountRowId }: Actor,
): Promise<Result<CartWhole, Failure>> {
  return context.write((tx) => {
    const known = tx.first(cartById, { id });
    if (known === undefined) return fail(failure('cart-unknown'));
    const isHeldBy = known.state === 'parked' ? null : known.screen;
    if (isHeldBy !== screen && isHeldBy !== heldBy) return fail(failure('cart-taken'));
    tx.run(takeCartRow, { rowId: known.row_id, screen, accountRowId, at: instantOf(context.clock.now()) });
    const row = tx.first(cartById, { id });
    if (row === undefined) throw new Error('a cart that was just taken is not there');
    return ok({ ...cartOf(row), draft: JSON.parse(row.draft) as CartWhole['draft'] });
  });
}
