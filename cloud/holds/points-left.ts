import { sql } from 'kysely';
import type { Tx } from '../db/tx.ts';
import { recordsOf } from '../facts/index.ts';

/**
 * What a customer may still spend: the points of the cloud's books, less what others than `holdId` hold at `now`
 * (ISO 8601). Of one key of points without a sale the entry with the smallest
 * id counts, on every till alike.
 */
export async function pointsLeft(
  tx: Tx,
  of: { storeId: string; customerId: string; holdId: string; now: string },
): Promise<number> {
  const records = await recordsOf(tx, of.storeId, [of.customerId]);
  const { rows } = await sql<{ left: number }>`
    select coalesce((
      select sum(points) from (
        select points, row_number() over (partition by key order by op_id) as place from counted_points
        where store_id = ${of.storeId} and customer_id = any(${records}::text[])
      ) as entries where place = 1), 0)
    + coalesce((
      select sum(points) from counted_documents
      where store_id = ${of.storeId} and customer_id = any(${records}::text[])), 0)
    - coalesce((
      select sum(points) from points_holds
      where store_id = ${of.storeId} and customer_id = any(${records}::text[]) and id <> ${of.holdId}
        and state = 'held' and expires_at > ${of.now}), 0) as left`.execute(tx);
  return rows[0]?.left ?? 0;
}
