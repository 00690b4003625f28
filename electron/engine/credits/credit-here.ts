import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import { creditById, credits, type StoredCredit } from './credit-statements.ts';

const creditByAlias = query<{ id: string }>()((b, p) =>
  credits(b)
    .innerJoin('credit_aliases', 'credit_aliases.credit_row_id', 'credits.row_id')
    .where('credit_aliases.id', '=', p('id')),
);

/** The credit that an id leads to: where two tills opened one each for a customer, both ids lead to one. */
export function creditHere(db: ReadableDatabase, id: string): StoredCredit | undefined {
  return db.first(creditById, { id }) ?? db.first(creditByAlias, { id });
}

/** Rows that name credits, with the ids under which those stand here; null while one of them is not here. */
export function withCreditsHere<Row extends { creditId: string | null }>(
  db: ReadableDatabase,
  rows: readonly Row[],
): Row[] | null {
  const known = rows.flatMap((row) => {
    const creditId = row.creditId === null ? null : creditHere(db, row.creditId)?.id;
    return creditId === undefined ? [] : [{ ...row, creditId }];
  });
  return known.length < rows.length ? null : known;
}
