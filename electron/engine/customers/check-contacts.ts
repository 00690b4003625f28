import { failure } from '../../../shared/api/failures.ts';
import { normalisePhone } from '../../../shared/domain/phone.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { customerByEmail, customerByPhone, type CustomerRow } from './customer-statements.ts';

/** Under which e-mail address a customer is found: mail servers do not tell capitals apart. */
export function foldEmail(email: string): string | null {
  return email === '' ? null : email.normalize('NFC').toLowerCase();
}

/**
 * Whether a customer may have this phone and e-mail, which no other customer may have. Fails with `phone-invalid`,
 * `phone-taken` or `email-taken`; the latter two name the other customer's id and code in their details.
 */
export function checkContacts(
  db: ReadableDatabase,
  contacts: { phone: string; email: string },
  options: { country: string; ownRowId: number | null },
): Result<void, Failure> {
  const { phone, email } = contacts;
  const phoneKey = phone === '' ? null : normalisePhone(phone, options.country);
  if (phoneKey === null && phone !== '') return fail(failure('phone-invalid', { field: 'phone' }));
  const emailFold = foldEmail(email);

  const isOther = (row: CustomerRow | undefined): row is CustomerRow =>
    row !== undefined && row.row_id !== options.ownRowId;
  const samePhone = phoneKey === null ? undefined : db.first(customerByPhone, { phoneKey });
  if (isOther(samePhone)) {
    return fail(failure('phone-taken', { field: 'phone', details: detailsOf(samePhone) }));
  }
  const sameEmail = emailFold === null ? undefined : db.first(customerByEmail, { emailFold });
  if (isOther(sameEmail)) {
    return fail(failure('email-taken', { field: 'email', details: detailsOf(sameEmail) }));
  }
  return ok(undefined);
}

function detailsOf(row: CustomerRow): Record<string, unknown> {
  return { customerId: row.id, code: row.code };
}
