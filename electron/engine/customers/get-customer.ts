import { failure } from '../../../shared/api/failures.ts';
import type { Customer } from '../../../shared/api/customers.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { customerOf } from './customer-of.ts';
import { customerById } from './customer-statements.ts';
import { survivorOfRow } from './survivor-of.ts';

/** One customer by id, or whom it was joined with; fails with `customer-unknown`. */
export function getCustomer(db: ReadableDatabase, id: string): Result<Customer, Failure> {
  const row = survivorOfRow(db, db.first(customerById, { id }));
  return row === undefined ? fail(failure('customer-unknown')) : ok(customerOf(row));
}
