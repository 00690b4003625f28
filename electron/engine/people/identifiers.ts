import type { ReadableDatabase } from '../db/database.ts';
import { accountByEmail, accountByPhone } from './account-statements.ts';
import { foldEmailAddress } from './find-account-by.ts';

/**
 * What of a person's contacts signs them in: an e-mail or phone that signs in another account already does not, so that
 * nobody gets in another's way by typing theirs.
 */
export function identifiersOf(
  db: ReadableDatabase,
  { email, phone }: { email: string; phone: string },
  ownRowId: number | null,
): { emailFold: string | null; phone: string } {
  const emailFold = email === '' ? null : foldEmailAddress(email);
  const sameEmail = emailFold === null ? undefined : db.first(accountByEmail, { emailFold });
  const samePhone = phone === '' ? undefined : db.first(accountByPhone, { phone });
  const isFree = (other: { row_id: number } | undefined) => other === undefined || other.row_id === ownRowId;
  return { emailFold: isFree(sameEmail) ? emailFold : null, phone: isFree(samePhone) ? phone : '' };
}
