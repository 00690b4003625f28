import type { WritableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import { insertAlias } from './apply-credit-opened.ts';

type OfCustomer = { customerRowId: number };
type Held = { rowId: number; id: string; kind: string };
type Move = { fromRowId: number; toRowId: number };

const heldBy = rawQuery<OfCustomer, Held>(
  'SELECT row_id AS rowId, id, kind FROM credits WHERE customer_row_id = @customerRowId',
);
const giveTo = rawQuery<OfCustomer & { rowId: number }, never>(
  'UPDATE credits SET customer_row_id = @customerRowId WHERE row_id = @rowId',
);
const moves = ['credit_entries', 'payments', 'refund_payments', 'credit_payments', 'credit_aliases'].map(
  (table) =>
    rawQuery<Move, never>(`UPDATE ${table} SET credit_row_id = @toRowId WHERE credit_row_id = @fromRowId`),
);
const deleteCredit = rawQuery<{ rowId: number }, never>('DELETE FROM credits WHERE row_id = @rowId');
const resumEntries = rawQuery<{ rowId: number }, never>(
  `UPDATE credit_entries SET balance_after = summed.total FROM (
     SELECT row_id, sum(amount_minor) OVER (ORDER BY row_id) AS total FROM credit_entries WHERE credit_row_id = @rowId
   ) summed WHERE summed.row_id = credit_entries.row_id`,
);
const resumCredit = rawQuery<{ rowId: number }, never>(
  `UPDATE credits SET balance_minor =
     (SELECT coalesce(sum(amount_minor), 0) FROM credit_entries WHERE credit_row_id = @rowId) WHERE row_id = @rowId`,
);
type Stamped = { field: string; stamp: string };
const stampsOf = rawQuery<{ id: string }, Stamped>(
  `SELECT field, stamp FROM field_stamps WHERE entity = 'credit' AND id = @id`,
);
const takeStamp = rawQuery<{ id: string } & Stamped, never>(
  `INSERT INTO field_stamps (entity, id, field, stamp) VALUES ('credit', @id, @field, @stamp)
   ON CONFLICT DO UPDATE SET stamp = excluded.stamp`,
);
const columnsOf: Readonly<Record<string, readonly string[]>> = {
  blocked: ['blocked_at', 'blocked_reason'],
  limitMinor: ['limit_minor'],
  expiresOn: ['expires_on'],
};

/** Two customers are one now: what both had on account or as store credit is one credit, under the smaller id. */
export function joinCredits(
  tx: WritableDatabase,
  { fromRowId, toRowId }: { fromRowId: number; toRowId: number },
): void {
  const kept = tx.all(heldBy, { customerRowId: toRowId });
  for (const credit of tx.all(heldBy, { customerRowId: fromRowId })) {
    const other = kept.find(({ kind }) => kind === credit.kind);
    const [stays, goes] = other !== undefined && other.id < credit.id ? [other, credit] : [credit, other];
    if (goes !== undefined) moveInto(tx, stays, goes);
    tx.run(giveTo, { rowId: stays.rowId, customerRowId: toRowId });
  }
}

function moveInto(tx: WritableDatabase, stays: Held, goes: Held): void {
  takeLaterFields(tx, stays, goes);
  for (const move of moves) tx.run(move, { fromRowId: goes.rowId, toRowId: stays.rowId });
  tx.run(insertAlias, { id: goes.id, rowId: stays.rowId });
  tx.run(deleteCredit, goes);
  tx.run(resumEntries, stays);
  tx.run(resumCredit, stays);
}

function takeLaterFields(tx: WritableDatabase, stays: Held, goes: Held): void {
  const known = new Map(tx.all(stampsOf, { id: stays.id }).map(({ field, stamp }) => [field, stamp]));
  for (const { field, stamp } of tx.all(stampsOf, { id: goes.id })) {
    if (stamp <= (known.get(field) ?? '')) continue;
    for (const column of columnsOf[field] ?? []) {
      const take = rawQuery<Move, never>(
        `UPDATE credits SET ${column} = (SELECT ${column} FROM credits WHERE row_id = @fromRowId) WHERE row_id = @toRowId`,
      );
      tx.run(take, { fromRowId: goes.rowId, toRowId: stays.rowId });
    }
    tx.run(takeStamp, { id: stays.id, field, stamp });
  }
}
