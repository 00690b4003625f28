import { sql, type Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';

/** Business dates, both included, of some stores. */
export type Range = { storeIds: readonly string[]; from: string; to: string };

/** Thousandths, and minor units of the currency. */
export type Sums = {
  key: string;
  currency: string;
  sales: number;
  quantityMilli: number;
  totalMinor: number;
  refundedMinor: number;
};

const keys = {
  day: sql`d.business_date`,
  store: sql`d.store_id::text`,
  register: sql`d.register_id::text`,
  cashier: sql`d.cashier_id`,
};

export async function sumDocuments(
  database: Kysely<Database>,
  { by, storeIds, from, to }: Range & { by: keyof typeof keys },
): Promise<Sums[]> {
  const { rows } = await sql<Sums>`
    select ${keys[by]} as key, d.currency,
      sum(case when d.kind = 'sale' then 1 else 0 end) as sales,
      sum(case when d.kind = 'sale' then d.quantity_milli else 0 end) as "quantityMilli",
      sum(case when d.kind = 'sale' then d.total_minor else 0 end) as "totalMinor",
      sum(case when d.kind = 'refund' then d.total_minor else 0 end) as "refundedMinor"
    from counted_documents d
    left join voided_sales v on v.store_id = d.store_id and v.order_id = d.id
    where d.store_id = any(${storeIds}::uuid[]) and d.business_date between ${from} and ${to}
      and v.order_id is null
    group by 1, 2
    order by 1, 2`.execute(database);
  return rows;
}
