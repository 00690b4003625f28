import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';

const dropParts = rawQuery<{ ids: string }, never>(
  `DELETE FROM journal_personal WHERE seq IN (
     SELECT p.seq FROM journal_personal p JOIN journal j ON j.seq = p.seq
     WHERE EXISTS (SELECT 1 FROM json_each(@ids) AS named WHERE instr(j.body, named.value) > 0))`,
);
const anyoneErased = rawQuery<Record<never, never>, { found: number }>(
  `SELECT 1 AS found FROM customers WHERE (merged_into_row_id IS NOT NULL OR erased_at IS NOT NULL)
     AND erased_at IS NOT NULL LIMIT 1`,
);
const erasedAmong = rawQuery<{ customerId: string | null; accountId: string | null }, { found: number }>(
  `SELECT 1 AS found FROM customers WHERE erased_at IS NOT NULL AND (id = @customerId OR row_id =
     (SELECT customer_row_id FROM accounts WHERE id = @accountId AND role = 'customer'))`,
);

/** Takes the detachable parts and their salts from every entry that names one of these ids. The chain stays whole. */
export function dropPersonalParts(tx: WritableDatabase, ids: readonly string[]): void {
  tx.run(dropParts, { ids: JSON.stringify(ids) });
}

/** Whether an entry tells of somebody who was erased: its detachable part is not kept then. */
export function tellsOfErased(db: ReadableDatabase, body: Record<string, unknown>): boolean {
  const customerId = textOf(body['customerId']);
  const accountId = textOf(body['accountId']);
  if (customerId === null && accountId === null) return false;
  if (db.first(anyoneErased) === undefined) return false;
  return db.first(erasedAmong, { customerId, accountId }) !== undefined;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
