import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import { asTwin } from './twin-sale.ts';
import type { StoredEntry } from './verify-chain.ts';

type Sale = Parameters<typeof asTwin>[0] & Record<string, unknown>;
type Pair = { from: string; to: string };

/** Everybody who was joined with somebody, and with whom in the end. */
const joined = rawQuery<Record<never, never>, Pair>(
  `WITH RECURSIVE way (id, at) AS (
     SELECT id, merged_into_row_id FROM customers WHERE merged_into_row_id IS NOT NULL
     UNION SELECT way.id, c.merged_into_row_id FROM way JOIN customers c ON c.row_id = way.at
       WHERE c.merged_into_row_id IS NOT NULL)
   SELECT way.id AS "from", c.id AS "to" FROM way JOIN customers c ON c.row_id = way.at
   WHERE c.merged_into_row_id IS NULL`,
);
const aliases = rawQuery<Record<never, never>, Pair>(
  `SELECT a.id AS "from", c.id AS "to" FROM credit_aliases a JOIN credits c ON c.row_id = a.credit_row_id`,
);

const cartOfEntry = rawQuery<{ id: string }, { orderId: string }>(
  `SELECT json_extract(body, '$.orderId') AS orderId FROM journal WHERE op_id = @id AND kind = 'sale.committed'`,
);
const twinRow = rawQuery<{ id: string; seq: number }, { found: number }>(
  'SELECT 1 AS found FROM orders WHERE id = @id AND journal_seq = @seq',
);

/**
 * Under which id stands here what an entry names: a customer who was joined with another, a credit that has two ids; of
 * a sale, the id of its cart, whichever of two sales of one cart goes by it here.
 */
export type ThingsHere = {
  cart<Id extends string | null>(orderId: Id): Id;
  /** A sale's body under the ids by which it stands here. */
  sale(entry: StoredEntry, body: Record<string, unknown>): Record<string, unknown>;
  customer<Id extends string | null>(id: Id): Id;
  credit<Id extends string | null>(id: Id): Id;
};

export function thingsHere(db: ReadableDatabase): ThingsHere {
  const lookUp = (pairs: readonly Pair[]) => {
    const known = new Map<string | null, string>(pairs.map(({ from, to }) => [from, to]));
    return <Id extends string | null>(id: Id): Id => (known.get(id) as Id | undefined) ?? id;
  };
  return {
    customer: lookUp(db.all(joined)),
    credit: lookUp(db.all(aliases)),
    cart: <Id extends string | null>(id: Id) =>
      id === null ? id : ((db.first(cartOfEntry, { id })?.orderId as Id | undefined) ?? id),
    sale: ({ seq, op_id: id }, body) =>
      seq < 0 && db.first(twinRow, { id, seq }) !== undefined ? asTwin(body as Sale, id) : body,
  };
}

/** A receipt's number without the mark that tells it from a copy's. */
export function plainNumber(receiptNumber: string): string {
  return receiptNumber.replace(/~.*$/, '');
}
