import type { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import type { pointsPage } from '../../../shared/api/customers.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { countEntriesOfCustomer, entriesOfCustomer } from './entry-statements.ts';
import { customerForPoints } from './loyalty-statements.ts';
import { pointsEntryOf } from './points-entry-of.ts';

/** A customer's points ledger, newest first; fails with `customer-unknown`. */
export function listPoints(
  db: ReadableDatabase,
  id: string,
  { offset, limit }: { offset: number; limit: number },
): Result<z.infer<typeof pointsPage>, Failure> {
  const customerRowId = db.first(customerForPoints, { id })?.row_id;
  if (customerRowId === undefined) return fail(failure('customer-unknown'));
  return ok({
    items: db.all(entriesOfCustomer, { customerRowId, offset, limit }).map(pointsEntryOf),
    total: db.first(countEntriesOfCustomer, { customerRowId })?.count ?? 0,
    offset,
  });
}
