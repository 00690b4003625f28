import type { z } from 'zod';
import type { reportAnswer, reportQuery } from '../../shared/sync/protocol.ts';
import type { CloudContext } from '../context.ts';
import type { Caller } from '../route.ts';
import { nameRows } from './name-rows.ts';
import { sumDocuments } from './sum-documents.ts';
import { sumProducts } from './sum-products.ts';

type Query = z.output<typeof reportQuery>;
type Report = z.output<typeof reportAnswer>;

/**
 * What was sold on business dates from one to another, both included, by day, store, register, cashier or product, and
 * currency. Sales count without those that were voided; what came back counts beside them, on the day it did. Goods
 * alone: what is put on a gift card is owed. A product of no catalogue goes by its name.
 */
export async function report(
  { database }: CloudContext,
  { storeId, organisationId }: Caller,
  query: Query,
): Promise<Report> {
  const { by, scope } = query;
  const stores = await database
    .selectFrom('stores')
    .select(['id', 'name'])
    .where(scope === 'store' ? 'id' : 'organisation_id', '=', scope === 'store' ? storeId : organisationId)
    .execute();
  const of = { ...query, storeIds: stores.map(({ id }) => id) };
  const rows =
    by === 'product' ? await sumProducts(database, of) : await sumDocuments(database, { ...of, by });
  return { rows: await nameRows(database, { by, stores }, rows) };
}
