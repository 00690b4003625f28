import type { z } from 'zod';
import type { customerPage } from '../../../shared/api/customers.ts';
import { classifyScan, cleanScan } from '../../../shared/domain/codes.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { customerOf } from './customer-of.ts';
import { findCustomerByScan } from './find-customer-by-scan.ts';
import { searchCustomers, type CustomerSearch } from './search-customers.ts';
import { countCustomers, everyCustomer } from './search-statements.ts';

type Page = z.infer<typeof customerPage>;
export type CustomerListing = Omit<CustomerSearch, 'search'> & { search?: string | undefined };

/** A page of the customers, all or those that a search finds. */
export function listCustomers(db: ReadableDatabase, asked: CustomerListing): Page {
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

/** The same, also for a card that is scanned into the search: its customer, or why it is refused. */
export async function findCustomers(
  context: EngineContext,
  asked: Omit<CustomerListing, 'country'>,
): Promise<Result<Page, Failure>> {
  const scan = cleanScan(asked.search ?? '');
  if (classifyScan(scan) !== 'customer-card') {
    return ok(listCustomers(context.read, { ...asked, country: context.settings().shop.country }));
  }
  const found = await findCustomerByScan(context, scan);
  if (!found.ok) return found;
  const items = found.value === null ? [] : [found.value];
  return ok({ items: asked.offset === 0 ? items : [], total: items.length, offset: asked.offset });
}
