import type { ReadableDatabase } from '../db/database.ts';
import { customerLoginByAccount } from './counter-statements.ts';

/** A customer with the login that was used; `updatedAt` is when either changed, or signed in, last. */
export type CustomerLogin = {
  code: string;
  username: string;
  email: string;
  name: string;
  phone: string;
  deliveryAddress: unknown;
  pointsBalance: number;
  lastVisitAt: string | null;
  createdAt: string;
  updatedAt: string;
};

/** The customer of an account; null for an account that is nobody's as a customer. */
export function findCustomerLogin(db: ReadableDatabase, accountRowId: number): CustomerLogin | null {
  const row = db.first(customerLoginByAccount, { accountRowId });
  if (row === undefined) return null;
  const { customerUpdatedAt, accountUpdatedAt, lastSignInAt, deliveryAddress, ...login } = row;
  const [updatedAt = customerUpdatedAt] = [customerUpdatedAt, accountUpdatedAt, lastSignInAt ?? '']
    .toSorted()
    .reverse();
  return { ...login, deliveryAddress: JSON.parse(deliveryAddress) as unknown, updatedAt };
}
