import type { Tx } from '../db/tx.ts';

/** Two records of one customer, by their ids. */
export type MergedPair = { customerId: string; mergedId: string };

/** All records of the people whom these name: one person may have several. `more`: merges that are not stored yet. */
export async function recordsOf(
  tx: Tx,
  storeId: string,
  customerIds: readonly string[],
  more: readonly MergedPair[] = [],
): Promise<string[]> {
  const stored = await tx
    .selectFrom('merged_customers')
    .select(['merged_id as mergedId', 'customer_id as customerId'])
    .where('store_id', '=', storeId)
    .execute();
  const merged = [...stored, ...more];
  const people = new Set(customerIds);
  for (let known = -1; known < people.size;) {
    known = people.size;
    for (const { customerId, mergedId } of merged) {
      if (people.has(customerId) || people.has(mergedId)) people.add(customerId).add(mergedId);
    }
  }
  return [...people];
}
