import type { z } from 'zod';
import type { customerPage } from '../../../shared/api/customers.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { customerOf } from './customer-of.ts';
import { searchCustomers, type CustomerSearch } from './search-customers.ts';
import { countCustomers, everyCustomer } from './search-statements.ts';

export type CustomerPage = z.infer<typeof customerPage>;
export type CustomerListing = Omit<CustomerSearch, 'search'> & { search?: string | undefined };

/** A page of the customers, all or those that a search finds. */
export function listCustomers(db: ReadableDatabase, asked: CustomerListing): CustomerPage {
  const { search = '', sort, offset, limit } = asked;
  const { rows, total } =
    search.trim() === ''
      ? {
          rows: db.all(everyCustomer[sort], { offset, limit }),
          total: db.first(countCustomers)?.count ?? 0,
        }
      : searchCustomers(db, { ...asked, search });
  return { items: rows.map(customerOf), total, offset };
}
