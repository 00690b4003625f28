import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import type { reportAnswer, reportQuery } from '../../shared/sync/protocol.ts';
import type { Database } from '../db/schema.ts';
import type { Sums } from './sum-documents.ts';

type By = z.output<typeof reportQuery>['by'];
type Rows = z.output<typeof reportAnswer>['rows'];
type Store = { id: string; name: string };

/** Gives each row the name of what it sums; its key where nothing has given that a name yet. */
export async function nameRows(
  database: Kysely<Database>,
  { by, stores }: { by: By; stores: readonly Store[] },
  rows: readonly Sums[],
): Promise<Rows> {
  const names = await namesBy(database, by, stores, [...new Set(rows.map(({ key }) => key))]);
  return rows.map((row) => ({
    ...row,
    name: names.get(row.key) ?? (row.key === '' ? 'Goods without a name' : row.key),
  }));
}

async function namesBy(
  database: Kysely<Database>,
  by: By,
  stores: readonly Store[],
  keys: readonly string[],
): Promise<Map<string, string>> {
  const storeIds = stores.map(({ id }) => id);
  if (by === 'day') return new Map();
  if (by === 'register') return registerNames(database, storeIds);
  if (by === 'cashier') return countedNames(database, 'account', storeIds, keys);
  if (by === 'product') return countedNames(database, 'product', storeIds, keys);
  const own = await countedNames(database, 'store', storeIds, keys);
  return new Map(stores.map(({ id, name }) => [id, own.get(id) ?? name]));
}

async function registerNames(
  database: Kysely<Database>,
  storeIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await database
    .selectFrom('registers')
    .select(['id', 'code', 'name'])
    .where('store_id', 'in', storeIds)
    .execute();
  return new Map(rows.map(({ id, code, name }) => [id, name === '' ? code : name]));
}

/** Where stores differ about a name, the latest one. */
async function countedNames(
  database: Kysely<Database>,
  kind: 'account' | 'product' | 'store',
  storeIds: readonly string[],
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from counted_names
    where store_id = any(${storeIds}::uuid[]) and kind = ${kind} and id = any(${ids}::text[])
    order by stamp`.execute(database);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
