import type { z } from 'zod';
import type { customerQuery } from '../../../shared/api/customers.ts';
import { rawQuery, type Query } from '../db/query.ts';
import { customerColumns, type CustomerRow } from './customer-statements.ts';

export type CustomerSort = z.output<typeof customerQuery>['sort'];

/** Each order is that of an index. Codes of more digits come after those of fewer. */
const orders: Record<CustomerSort, string> = {
  name: 'name_fold, row_id',
  '-name': 'name_fold DESC, row_id DESC',
  code: 'length(code), code',
  '-lastVisitAt': 'last_visit_at DESC, row_id DESC',
  '-pointsBalance': 'points_balance DESC, row_id DESC',
};

type Page = { limit: number; offset: number };
const columns = customerColumns.join(', ');

function perSort<P extends Page>(
  text: (order: string) => string,
): Record<CustomerSort, Query<P, CustomerRow>> {
  const entries = Object.entries(orders).map(([sort, order]) => [sort, rawQuery(text(order))]);
  return Object.fromEntries(entries) as Record<CustomerSort, Query<P, CustomerRow>>;
}

export const everyCustomer = perSort<Page>(
  (order) => `SELECT ${columns} FROM customers WHERE merged_into_row_id IS NULL AND erased_at IS NULL
    ORDER BY ${order} LIMIT @limit OFFSET @offset`,
);
/** All less those who are no longer there, of whom an index of their own knows. */
export const countCustomers = rawQuery<Record<never, never>, { count: number }>(
  `SELECT (SELECT count(*) FROM customers) - (SELECT count(*) FROM customers
     WHERE merged_into_row_id IS NOT NULL OR erased_at IS NOT NULL) AS count`,
);

/** Walks the order's index and takes what the full-text index found: for searches that find very many. */
export const manyMatching = perSort<Page & { match: string }>(
  (order) => `SELECT ${columns} FROM customers
    WHERE +row_id IN (SELECT rowid FROM customer_search WHERE customer_search MATCH @match)
    ORDER BY ${order} LIMIT @limit OFFSET @offset`,
);
export const countMatching = rawQuery<{ match: string }, { count: number }>(
  `SELECT count(*) AS count FROM customer_search WHERE customer_search MATCH @match`,
);

export type Candidate = {
  row_id: number;
  name_fold: string;
  code: string;
  email_fold: string | null;
  phone_key: string | null;
  points_balance: number;
  last_visit_at: string | null;
};
export const candidates = rawQuery<{ match: string; limit: number }, Candidate>(
  `SELECT row_id, name_fold, code, email_fold, phone_key, points_balance, last_visit_at
   FROM (SELECT rowid AS found FROM customer_search WHERE customer_search MATCH @match LIMIT @limit)
   JOIN customers ON customers.row_id = found`,
);
