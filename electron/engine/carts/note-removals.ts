import { removalsBetween, type RungUpLine } from '../../../shared/domain/cart-changes.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { requireApprovals } from '../approvals/index.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { insertRemoval, openRemovals, openShiftOfCart, restoreRemoval } from './cart-statements.ts';

export type CartChange = {
  cartId: string;
  before: readonly RungUpLine[];
  now: readonly RungUpLine[];
  actor: Pick<Actor, 'accountId' | 'accountRowId' | 'role'>;
  approvalIds: readonly string[];
};

/**
 * Journals what was taken out of a cart after it was rung up, and what of it was put back. Each removal is an act that
 * may need an approval, with the line as its subject; fails as `requireApproval` does and writes nothing then.
 */
export function noteRemovals(
  context: EngineContext,
  tx: WritableDatabase,
  change: CartChange,
): Result<void, Failure> {
  const { cartId, actor } = change;
  const removals = removalsBetween(change.before, change.now);
  const restored = putBack(tx, change);
  if (removals.length === 0 && restored.length === 0) return ok(undefined);
  const acts = removals.map(({ lineId, amountMinor }) => ({
    act: 'remove-line' as const,
    subject: lineId,
    figure: amountMinor,
  }));
  const approved = requireApprovals(context, tx, acts, change);
  if (!approved.ok) return approved;
  const shift = tx.first(openShiftOfCart);
  const lines = removals.map((removal) => ({ removalId: context.ids.uuid(), ...removal }));
  const entry = append(context, tx, {
    kind: 'cart.lines-removed',
    body: {
      cartId,
      shiftId: shift?.id ?? null,
      lines,
      restored: restored.map(({ id }) => id),
      approvalIds: approved.value.map(({ id }) => id),
    },
    actor: actor.accountId,
  });
  const { accountRowId } = actor;
  const where = {
    cartId,
    accountRowId,
    shiftRowId: shift?.row_id ?? null,
    at: entry.at,
    journalSeq: entry.seq,
  };
  for (const { removalId: id, ...line } of lines) tx.run(insertRemoval, { id, ...line, ...where });
  for (const { row_id: rowId } of restored) tx.run(restoreRemoval, { rowId, at: entry.at });
  return ok(undefined);
}

/**
 * The removals that are undone by this change: a line that is back, or a quantity that is as large again. The latest
 * first, as undo takes them back.
 */
function putBack(tx: WritableDatabase, { cartId, before, now }: CartChange) {
  const known = tx.all(openRemovals, { cartId }).toReversed();
  if (known.length === 0) return [];
  const was = new Map(before.map((line) => [line.lineId, line.quantityMilli]));
  const grown = new Map(now.map((line) => [line.lineId, line.quantityMilli - (was.get(line.lineId) ?? 0)]));
  return known.filter((removal) => {
    const more = grown.get(removal.line_id) ?? 0;
    if (more < removal.quantity_milli) return false;
    grown.set(removal.line_id, more - removal.quantity_milli);
    return true;
  });
}
