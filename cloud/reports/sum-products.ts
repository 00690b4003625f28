import { sql, type Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Range, Sums } from './sum-documents.ts';

/** By product; `sales`: how many have it. The lines of a document are read as `CountedLine` has them. */
export async function sumProducts(
  database: Kysely<Database>,
  { storeIds, from, to }: Range,
): Promise<Sums[]> {
  const { rows } = await sql<Sums>`
    select coalesce(l.line ->> 0, l.line ->> 1) as key, d.currency,
      count(distinct case when d.kind = 'sale' then d.id end) as sales,
      sum(case when d.kind = 'sale' then (l.line ->> 2)::bigint else 0 end) as "quantityMilli",
      sum(case when d.kind = 'sale' then (l.line ->> 3)::bigint else 0 end) as "totalMinor",
      sum(case when d.kind = 'refund' then (l.line ->> 3)::bigint else 0 end) as "refundedMinor"
    from counted_documents d
    cross join lateral jsonb_array_elements(d.lines::jsonb) as l (line)
    left join voided_sales v on v.store_id = d.store_id and v.order_id = d.id
    where d.store_id = any(${storeIds}::uuid[]) and d.business_date between ${from} and ${to}
      and v.order_id is null
    group by 1, 2
    order by "totalMinor" desc, 1, 2`.execute(database);
  return rows;
}
