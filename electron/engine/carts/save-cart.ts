import type { z } from 'zod';
import type { cartSave, CartSummary } from '../../../shared/api/carts.ts';
import { failure } from '../../../shared/api/failures.ts';
import type { RungUpLine } from '../../../shared/domain/cart-changes.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { cartOf } from './cart-of.ts';
import { cartById, deleteCart, insertCart, orderOfCart, updateCart } from './cart-statements.ts';
import { noteRemovals } from './note-removals.ts';

type Save = z.output<typeof cartSave>;

/**
 * Keeps a cart as the screen has it: in hand, or put aside. Whoever began it stays its owner, and it keeps the name that it
 * was given until it gets another. A cart without lines is
 * kept no longer; the answer is null then. What was taken out of it since is journalled. Fails with `cart-taken` when
 * another screen has it in hand, with `cart-unknown` when it is a sale already, and as `requireApproval` does.
 */
export function saveCart(
  context: EngineContext,
  id: string,
  save: Save,
  actor: Actor,
): Promise<Result<CartSummary | null, Failure>> {
  return context.write((tx) => {
    if (tx.first(orderOfCart, { id }) !== undefined) {
      return fail(failure('cart-unknown', { message: 'This cart is in the books already, as a sale.' }));
    }
    const known = tx.first(cartById, { id });
    if (known?.state === 'in-hand' && known.screen !== save.screen) return fail(failure('cart-taken'));
    const before = known === undefined ? [] : readLines(known.lines);
    const noted = noteRemovals(context, tx, {
      cartId: id,
      before,
      now: save.lines,
      actor,
      approvalIds: save.approvalIds,
    });
    if (!noted.ok) return noted;
    const name = save.name === '' ? (known?.name ?? '') : save.name;
    return ok(keep(context, tx, { id, save: { ...save, name }, rowId: known?.row_id ?? null, actor }));
  });
}

/** The lines of a kept cart, as they were last told. */
export function readLines(text: string): RungUpLine[] {
  return JSON.parse(text) as RungUpLine[];
}

function keep(
  context: EngineContext,
  tx: WritableDatabase,
  { id, save, rowId, actor }: { id: string; save: Save; rowId: number | null; actor: Actor },
): CartSummary | null {
  if (save.lines.length === 0) {
    if (rowId !== null) tx.run(deleteCart, { rowId });
    return null;
  }
  const { state, name, screen, itemCount, totalMinor } = save;
  const kept = {
    state,
    name,
    screen,
    itemCount,
    totalMinor,
    lines: JSON.stringify(save.lines),
    draft: JSON.stringify(save.draft),
    at: instantOf(context.clock.now()),
  };
  if (rowId === null) tx.run(insertCart, { id, accountRowId: actor.accountRowId, ...kept });
  else tx.run(updateCart, { rowId, ...kept });
  const row = tx.first(cartById, { id });
  if (row === undefined) throw new Error('a cart that was just kept is not there');
  return cartOf(row);
}
