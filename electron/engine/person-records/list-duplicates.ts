import type { CustomerDuplicates } from '../../../shared/api/customers.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { customerById, customerOf, getCustomer, survivorOfRow } from '../customers/index.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';

/** Of every phone and e-mail that more than one customer has: who has it, or waits for it. */
const sharedContacts = `SELECT w.space, w.key, w.entity_id AS id FROM waiting_keys w WHERE w.space IN ('phone', 'email')
  UNION SELECT w.space, w.key, c.id FROM waiting_keys w JOIN customers c ON c.phone_key = w.key WHERE w.space = 'phone'
  UNION SELECT w.space, w.key, c.id FROM waiting_keys w JOIN customers c ON c.email_fold = w.key WHERE w.space = 'email'`;

type Because = 'phone' | 'email';
const others = rawQuery<{ id: string }, { id: string; because: Because }>(
  `WITH shared AS (${sharedContacts})
   SELECT DISTINCT other.id, other.space AS because FROM shared mine
   JOIN shared other ON other.space = mine.space AND other.key = mine.key AND other.id <> mine.id
   WHERE mine.id = @id ORDER BY other.id, because DESC`,
);

/** Other customers with the same phone number or e-mail address, who may be the same person. Fails with `customer-unknown`. */
export function listDuplicates(db: ReadableDatabase, id: string): Result<CustomerDuplicates, Failure> {
  const found = getCustomer(db, id);
  if (!found.ok) return found;
  const seen = new Set([found.value.id]);
  const items = db.all(others, { id: found.value.id }).flatMap(({ id: other, because }) => {
    const row = survivorOfRow(db, db.first(customerById, { id: other }));
    if (row === undefined || row.erased_at !== null || seen.has(row.id)) return [];
    seen.add(row.id);
    return [{ customer: customerOf(row), because }];
  });
  return ok({ items });
}
