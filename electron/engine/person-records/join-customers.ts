import { joinCredits } from '../credits/index.ts';
import { joinCustomerRows, type CustomerRow } from '../customers/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import { resumPoints } from '../loyalty/index.ts';
import { eraseWithOther } from './erase-records.ts';

/**
 * Makes two customers one, who are both whom everything counts for: the older goes on, whose id is the smaller, so that
 * tills that join the same two the other way round come to the same. Answers who goes on.
 */
export function joinCustomers(
  tx: WritableDatabase,
  one: CustomerRow,
  other: CustomerRow,
  at: string,
): CustomerRow {
  const [stays, goes] = one.id < other.id ? [one, other] : [other, one];
  joinCustomerRows(tx, goes, stays);
  joinCredits(tx, { fromRowId: goes.row_id, toRowId: stays.row_id });
  for (const customer of [goes, stays]) resumPoints(tx, customer.row_id);
  if (one.erased_at !== null || other.erased_at !== null) eraseWithOther(tx, stays.row_id, at);
  return stays;
}
