import { sql } from 'kysely';
import { arrayText } from '../db/array-text.ts';
import type { Tx } from '../db/tx.ts';
import { namesToWrite } from './names-to-write.ts';
import type { CountedDocument } from './facts-of.ts';
import type { FactsOfEntry } from './read-facts.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Adds what entries tell to the books of their store; what is there already stays as it is. Answers with the ids of the
 * documents that were not there.
 */
export async function writeFacts(tx: Tx, storeId: string, facts: readonly FactsOfEntry[]): Promise<string[]> {
  const written = await writeDocuments(tx, storeId, facts);
  await writeVoids(tx, storeId, facts);
  await writePoints(tx, storeId, facts);
  await writeMerges(tx, storeId, facts);
  await writeNames(tx, storeId, facts);
  await endHolds(tx, storeId, facts);
  return written;
}

type Written = { entry: FactsOfEntry['entry']; document: CountedDocument };

/** One cart can be paid at two copies of a till: the sale that comes second goes by the id of its entry, and counts too. */
async function writeDocuments(tx: Tx, storeId: string, facts: readonly FactsOfEntry[]): Promise<string[]> {
  const all = facts.flatMap(({ entry, documents }) => documents.map((document) => ({ entry, document })));
  const written = await insertDocuments(tx, storeId, all);
  const left = new Set(written);
  const twins = all.filter(({ document }) => !left.delete(document.id));
  const renamed = twins.map(({ entry, document }) => ({ entry, document: { ...document, id: entry.opId } }));
  await insertDocuments(tx, storeId, renamed);
  return written;
}

async function insertDocuments(tx: Tx, storeId: string, all: readonly Written[]): Promise<string[]> {
  if (all.length === 0) return [];
  const column = (of: (one: (typeof all)[number]) => string | number | null) => arrayText(all.map(of));
  const { rows } = await sql<{
    id: string;
  }>`insert into counted_documents (store_id, id, kind, op_id, register_id, receipt_number, cashier_id,
      customer_id, points, business_date, currency, total_minor, quantity_milli, lines)
    select ${storeId}::uuid, id, kind, op_id, register_id, receipt_number, cashier_id, customer_id, points, business_date,
      currency, total_minor, quantity_milli, lines
    from unnest(
      ${column(({ document }) => document.id)}::text[],
      ${column(({ document }) => document.kind)}::text[],
      ${column(({ entry }) => entry.opId)}::uuid[],
      ${column(({ entry }) => entry.registerId)}::uuid[],
      ${column(({ document }) => document.receiptNumber)}::text[],
      ${column(({ document }) => document.cashierId)}::text[],
      ${column(({ document }) => document.customerId)}::text[],
      ${column(({ document }) => document.points)}::bigint[],
      ${column(({ entry }) => entry.businessDate)}::text[],
      ${column(({ document }) => document.currency)}::text[],
      ${column(({ document }) => document.totalMinor)}::bigint[],
      ${column(({ document }) => document.quantityMilli)}::bigint[],
      ${column(({ document }) => JSON.stringify(document.lines))}::text[]
    ) as t (id, kind, op_id, register_id, receipt_number, cashier_id, customer_id, points, business_date,
      currency, total_minor, quantity_milli, lines)
    on conflict (store_id, id) do nothing
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

async function writeVoids(tx: Tx, storeId: string, facts: readonly FactsOfEntry[]): Promise<void> {
  const all = facts.flatMap(({ entry, voided }) => voided.map((orderId) => ({ orderId, opId: entry.opId })));
  if (all.length === 0) return;
  await tx
    .insertInto('voided_sales')
    .values(all.map(({ orderId, opId }) => ({ store_id: storeId, order_id: orderId, op_id: opId })))
    .onConflict((conflict) => conflict.columns(['store_id', 'order_id']).doNothing())
    .execute();
}

async function writePoints(tx: Tx, storeId: string, facts: readonly FactsOfEntry[]): Promise<void> {
  const all = facts.flatMap(({ entry, points }) => points.map((fact) => ({ ...fact, opId: entry.opId })));
  if (all.length === 0) return;
  await sql`insert into counted_points (store_id, customer_id, key, op_id, points)
    select ${storeId}::uuid, customer_id, key, op_id, points
    from unnest(
      ${arrayText(all.map(({ customerId }) => customerId))}::text[],
      ${arrayText(all.map(({ key }) => key))}::text[],
      ${arrayText(all.map(({ opId }) => opId))}::uuid[],
      ${arrayText(all.map(({ points }) => points))}::bigint[]
    ) as t (customer_id, key, op_id, points)
    on conflict (store_id, customer_id, key, op_id) do nothing`.execute(tx);
}

async function writeMerges(tx: Tx, storeId: string, facts: readonly FactsOfEntry[]): Promise<void> {
  const all = facts.flatMap(({ entry, merged }) => merged.map((pair) => ({ ...pair, opId: entry.opId })));
  if (all.length === 0) return;
  await tx
    .insertInto('merged_customers')
    .values(
      all.map(({ customerId, mergedId, opId }) => ({
        store_id: storeId,
        merged_id: mergedId,
        customer_id: customerId,
        op_id: opId,
      })),
    )
    .onConflict((conflict) => conflict.columns(['store_id', 'merged_id', 'customer_id']).doNothing())
    .execute();
}

async function writeNames(tx: Tx, storeId: string, facts: readonly FactsOfEntry[]): Promise<void> {
  const all = await namesToWrite(tx, storeId, facts);
  if (all.length === 0) return;
  await sql`insert into counted_names (store_id, kind, id, name, stamp)
    select ${storeId}::uuid, kind, id, name, stamp
    from unnest(
      ${all.map(({ kind }) => kind)}::text[],
      ${all.map(({ id }) => id)}::text[],
      ${all.map(({ name }) => name)}::text[],
      ${all.map(({ stamp }) => stamp)}::text[]
    ) as t (kind, id, name, stamp)
    on conflict (store_id, kind, id) do update set name = excluded.name, stamp = excluded.stamp
      where excluded.stamp > counted_names.stamp`.execute(tx);
}

async function endHolds(tx: Tx, storeId: string, facts: readonly FactsOfEntry[]): Promise<void> {
  const spending = facts.flatMap((one) => one.spending).filter((id) => uuid.test(id));
  if (spending.length === 0) return;
  await sql`update points_holds set state = 'used'
    where store_id = ${storeId} and id = any(${spending}::uuid[])`.execute(tx);
}
