import { canonicalText } from '../../../shared/journal/chain.ts';
import type { EntryBodies } from '../../../shared/journal/kinds.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import type { Problem, StoredEntry } from './verify-chain.ts';

type Line = EntryBodies['cart.lines-removed']['lines'][number];
type Told = Line & { cartId: string; shiftId: string | null; by: string; seq: number; restored: number };

const everyRemoval = rawQuery<Record<never, never>, Told>(
  `SELECT r.id AS removalId, r.cart_id AS cartId, r.line_id AS lineId, r.kind, s.id AS shiftId, a.id AS "by",
     p.id AS productId, r.name, r.quantity_milli AS quantityMilli, r.amount_minor AS amountMinor,
     r.journal_seq AS seq, r.restored_at IS NOT NULL AS restored
   FROM removed_lines r
   LEFT JOIN shifts s ON s.row_id = r.shift_row_id
   LEFT JOIN accounts a ON a.row_id = r.account_row_id
   LEFT JOIN products p ON p.row_id = r.product_row_id`,
);

/** Holds the lines that were taken out of carts against the entries that tell of them, and of what was put back. */
export function createRemovalsCheck(db: ReadableDatabase) {
  const told = new Map<string, Told>();
  return {
    visit(entry: StoredEntry, body: Record<string, unknown>): Problem[] {
      if (entry.kind !== 'cart.lines-removed') return [];
      const { cartId, shiftId, lines, restored } = body as EntryBodies['cart.lines-removed'];
      const { actor: by, seq } = entry;
      for (const line of lines) told.set(line.removalId, { ...line, cartId, shiftId, by, seq, restored: 0 });
      return restored.flatMap((id): Problem[] => {
        const removal = told.get(id);
        if (removal === undefined) return [{ seq, what: `The removal ${id} was put back and never made.` }];
        told.set(id, { ...removal, restored: 1 });
        return [];
      });
    },

    /** What stands in the table otherwise than the entries told. */
    compare(): Problem[] {
      const problems: Problem[] = [];
      for (const held of db.each(everyRemoval)) {
        const { removalId, seq } = held;
        if (canonicalText(held) !== canonicalText(told.get(removalId) ?? null))
          problems.push({ seq, what: `The removed line ${removalId} does not follow from the journal.` });
        told.delete(removalId);
      }
      for (const { removalId, seq } of told.values())
        problems.push({ seq, what: `The removed line ${removalId} is in the journal and not in the table.` });
      return problems;
    },
  };
}
