import { sql } from 'kysely';
import type { Tx } from '../db/tx.ts';
import type { ArrivedEntry } from './arrived-entry.ts';

/**
 * Erasure wins over everything: empties the detachable parts of the customers that are erased now in what is stored,
 * and of all who ever were in what arrives, in whatever order.
 */
export async function forgetErased(tx: Tx, storeId: string, entries: readonly ArrivedEntry[]): Promise<void> {
  const now = entries.filter(isErasure).map(customerOf);
  for (const customerId of now) if (customerId !== null) await erase(tx, storeId, customerId);
  const withPart = entries.filter((entry) => entry.personal !== null && customerOf(entry) !== null);
  if (withPart.length === 0) return;
  const erased = await tx
    .selectFrom('erased_customers')
    .select('customer_id')
    .where('store_id', '=', storeId)
    .where(sql<boolean>`customer_id = any(${withPart.map(customerOf)}::text[])`)
    .execute();
  const gone = new Set(erased.map((row) => row.customer_id));
  for (const entry of withPart) if (gone.has(customerOf(entry) ?? '')) entry.personal = null;
}

async function erase(tx: Tx, storeId: string, customerId: string): Promise<void> {
  await tx
    .insertInto('erased_customers')
    .values({ store_id: storeId, customer_id: customerId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await sql`update entries set salt = null, part = null
    where store_id = ${storeId} and part is not null
      and position('"customerId":' || ${JSON.stringify(customerId)} in body) > 0`.execute(tx);
}

function isErasure({ kind, review }: ArrivedEntry): boolean {
  return kind === 'customer.erased' && review === null;
}

/** Whom an entry is about; null where it says nobody, or nobody that a key can name. */
function customerOf({ content }: ArrivedEntry): string | null {
  const { customerId } = (content ?? {}) as { customerId?: unknown };
  const isKey = typeof customerId === 'string' && customerId.length <= 200;
  return isKey && customerId.isWellFormed() && !customerId.includes('\u0000') ? customerId : null;
}
