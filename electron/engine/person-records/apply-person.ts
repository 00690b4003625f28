import type { EntryBodies } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import { customerById, survivorOfRow } from '../customers/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import type { ForeignEntry, Outcome } from '../sync/index.ts';
import { eraseRecords } from './erase-records.ts';
import { joinCustomers } from './join-customers.ts';

/** Two records of one person, joined on another till. */
export function applyMerged(_: EngineContext, tx: WritableDatabase, { body, at }: ForeignEntry): Outcome {
  const { customerId, mergedId } = body as EntryBodies['customer.merged'];
  const one = survivorOfRow(tx, tx.first(customerById, { id: customerId }));
  const other = survivorOfRow(tx, tx.first(customerById, { id: mergedId }));
  if (one === undefined || other === undefined) return 'waits';
  if (one.row_id === other.row_id) return 'no-effect';
  joinCustomers(tx, one, other, at);
  return 'applied';
}

/** Somebody asked to be forgotten, on another till. */
export function applyErased(_: EngineContext, tx: WritableDatabase, { body, at }: ForeignEntry): Outcome {
  const { customerId } = body as EntryBodies['customer.erased'];
  const customer = survivorOfRow(tx, tx.first(customerById, { id: customerId }));
  if (customer === undefined) return 'waits';
  eraseRecords(tx, customer, at);
  return 'applied';
}
