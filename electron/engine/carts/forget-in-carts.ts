import type { WritableDatabase } from '../db/database.ts';
import { query, rawQuery } from '../db/query.ts';

const draftsWith = rawQuery<{ id: string }, { rowId: number; draft: string }>(
  'SELECT row_id AS rowId, draft FROM carts WHERE instr(draft, @id) > 0',
);
const forget = query<{ rowId: number; draft: string }>()((b, p) =>
  b
    .updateTable('carts')
    .set({ draft: p('draft'), name: '' })
    .where('row_id', '=', p('rowId')),
);

/** Takes a customer who was erased off every kept cart, and the cart's name with it, which may be theirs. The lines stay. */
export function forgetInCarts(tx: WritableDatabase, customerIds: readonly string[]): void {
  for (const id of customerIds) {
    for (const { rowId, draft } of tx.all(draftsWith, { id })) {
      const kept = JSON.parse(draft) as { customer?: { id?: unknown } | null };
      if (kept.customer?.id !== id) continue;
      tx.run(forget, { rowId, draft: JSON.stringify({ ...kept, customer: null, rewardIds: [] }) });
    }
  }
}
