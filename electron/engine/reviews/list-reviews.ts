import type { z } from 'zod';
import type { Customer } from '../../../shared/api/customers.ts';
import type { ReviewRow, reviewPage, reviewQuery } from '../../../shared/api/people.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import type { listCustomers } from '../customers/index.ts';
import type { ReadableDatabase } from '../db/database.ts';
import {
  accountsOfCustomers,
  everyStaffAccount,
  openSessionsOfAccount,
  salesOfAccount,
  type StaffRow,
} from './review-statements.ts';

export type ReviewFilter = z.output<typeof reviewQuery> & { country: string; now: string };

/**
 * Staff, then customers, both by name, as one list that can be searched and paged. A long read: for the reader thread,
 * which hands in how customers are listed.
 */
export function listReviews(
  db: ReadableDatabase,
  filter: ReviewFilter,
  customersOf: typeof listCustomers,
): z.infer<typeof reviewPage> {
  const { kind, search, offset, limit, country, now } = filter;
  const staff = kind === 'customer' ? [] : findStaff(db, search ?? '');
  const staffHere = staff.slice(offset, offset + limit);
  const rows = staffHere.map((account) => staffReview(db, account, now));
  if (kind === 'staff') return { items: rows, total: staff.length, offset };

  const customers = customersOf(db, {
    search,
    sort: 'name',
    offset: Math.max(0, offset - staff.length),
    limit: limit - staffHere.length,
    country,
  });
  return {
    items: [...rows, ...customerReviews(db, customers.items, now)],
    total: staff.length + customers.total,
    offset,
  };
}

/** A shop has a few dozen staff: all are looked through. Every word has to be in the name or the user name. */
function findStaff(db: ReadableDatabase, search: string): StaffRow[] {
  const terms = foldText(search)
    .split(' ')
    .filter((term) => term !== '');
  return db.all(everyStaffAccount).filter((account) => {
    const text = `${foldText(account.display_name)}\n${account.username_fold}\n${account.id}`;
    return terms.every((term) => text.includes(term));
  });
}

function staffReview(db: ReadableDatabase, account: StaffRow, now: string): ReviewRow {
  const accountRowId = account.row_id;
  const sales = db.first(salesOfAccount, { accountRowId });
  return {
    kind: 'staff',
    id: account.id,
    name: account.display_name,
    detail: account.username,
    role: account.role,
    status: account.status,
    lastSeenAt: account.last_sign_in_at,
    salesCount: sales?.count ?? 0,
    salesMinor: sales?.sum ?? 0,
    pointsBalance: null,
    openSessions: db.first(openSessionsOfAccount, { accountRowId, now })?.count ?? 0,
  };
}

function customerReviews(db: ReadableDatabase, customers: readonly Customer[], now: string): ReviewRow[] {
  const ids = JSON.stringify(customers.map((customer) => customer.id));
  const accounts = new Map(db.all(accountsOfCustomers, { ids }).map((row) => [row.customer_id, row]));
  return customers.map((customer) => {
    const account = accounts.get(customer.id);
    const sessions =
      account === undefined
        ? undefined
        : db.first(openSessionsOfAccount, { accountRowId: account.row_id, now });
    return {
      kind: 'customer',
      id: customer.id,
      name: customer.name,
      detail: [customer.code, customer.phone].filter((part) => part !== '').join(' · '),
      role: 'customer',
      status: account?.status ?? 'active',
      lastSeenAt: latest(customer.lastVisitAt, account?.last_sign_in_at ?? null),
      salesCount: customer.visits,
      salesMinor: customer.spentMinor,
      pointsBalance: customer.pointsBalance,
      openSessions: sessions?.count ?? 0,
    };
  });
}

function latest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
