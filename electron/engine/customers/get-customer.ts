import { failure } from '../../../shared/api/failures.ts';
import type { Customer } from '../../../shared/api/customers.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { customerOf } from './customer-of.ts';
import { customerById } from './customer-statements.ts';

/** One customer by id; fails with `customer-unknown`. */
export function getCustomer(db: ReadableDatabase, id: string): Result<Customer, Failure> {
  const row = db.first(customerById, { id });
  return row === undefined ? fail(failure('customer-unknown')) : ok(customerOf(row));
}
