import type { Tx } from '../db/tx.ts';
import type { FactsOfEntry } from './read-facts.ts';

/** Takes what an entry told out of the books of its store again. A name that it gave stays: it is no figure. */
export async function forgetFacts(tx: Tx, storeId: string, facts: FactsOfEntry): Promise<void> {
  const { opId } = facts.entry;
  const { documents, voided, points, merged } = facts;
  if (documents.length > 0) {
    const ids = [...documents.map(({ id }) => id), opId];
    const rows = tx.deleteFrom('counted_documents').where('store_id', '=', storeId).where('id', 'in', ids);
    await rows.where('op_id', '=', opId).execute();
  }
  if (voided.length > 0) {
    const rows = tx.deleteFrom('voided_sales').where('store_id', '=', storeId);
    await rows.where('order_id', 'in', voided).where('op_id', '=', opId).execute();
  }
  for (const { customerId, key } of points) {
    const rows = tx.deleteFrom('counted_points').where('store_id', '=', storeId);
    await rows
      .where('customer_id', '=', customerId)
      .where('key', '=', key)
      .where('op_id', '=', opId)
      .execute();
  }
  for (const { mergedId, customerId } of merged) {
    const rows = tx.deleteFrom('merged_customers').where('store_id', '=', storeId);
    await rows
      .where('merged_id', '=', mergedId)
      .where('customer_id', '=', customerId)
      .where('op_id', '=', opId)
      .execute();
  }
}
