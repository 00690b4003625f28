import { classifyScan, cleanScan } from '../../../shared/domain/codes.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { findCustomerByScan } from './find-customer-by-scan.ts';
import { listCustomers, type CustomerListing, type CustomerPage } from './list-customers.ts';

/** A page of the customers that a search finds, also for a card that is scanned into the search: its customer, or why it is refused. */
export async function findCustomers(
  context: EngineContext,
  asked: Omit<CustomerListing, 'country'>,
): Promise<Result<CustomerPage, Failure>> {
  const scan = cleanScan(asked.search ?? '');
  if (classifyScan(scan) !== 'customer-card') {
    return ok(listCustomers(context.read, { ...asked, country: context.settings().shop.country }));
  }
  const found = await findCustomerByScan(context, scan);
  if (!found.ok) return found;
  const items = found.value === null ? [] : [found.value];
  return ok({ items: asked.offset === 0 ? items : [], total: items.length, offset: asked.offset });
}
