import type { Tx } from '../db/tx.ts';
import type { CountedName } from './names-of.ts';
import type { FactsOfEntry } from './read-facts.ts';

/** Of each thing the latest name that these entries give it: a statement cannot write one row twice. */
export async function namesToWrite(
  tx: Tx,
  storeId: string,
  facts: readonly FactsOfEntry[],
): Promise<CountedName[]> {
  const latest = new Map<string, CountedName>();
  for (const { entry, names } of facts) {
    for (const name of names) {
      const key = `${name.kind} ${name.id}`;
      const known = latest.get(key);
      if (known !== undefined && known.stamp >= name.stamp) continue;
      if (name.kind !== 'store' || (await speaksForShop(tx, storeId, entry))) latest.set(key, name);
    }
  }
  return [...latest.values()];
}

/** A till that joins a shop may bring settings of its own from before: those do not name this one, but the first till's. */
async function speaksForShop(tx: Tx, storeId: string, entry: FactsOfEntry['entry']): Promise<boolean> {
  const register = await tx
    .selectFrom('registers')
    .select(['number', 'enrolled_at'])
    .where('store_id', '=', storeId)
    .where('id', '=', entry.registerId)
    .executeTakeFirstOrThrow();
  return register.number === 1 || entry.at >= register.enrolled_at;
}
