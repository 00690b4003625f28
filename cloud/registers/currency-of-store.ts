import { sql } from 'kysely';
import type { Tx } from '../db/tx.ts';

/** What a store keeps its books in: that of its sales, else what its first till told last; null where nothing tells. */
export async function currencyOfStore(tx: Tx, storeId: string): Promise<string | null> {
  const document = await tx
    .selectFrom('counted_documents')
    .select('currency')
    .where('store_id', '=', storeId)
    .limit(1)
    .executeTakeFirst();
  return document?.currency ?? toldByFirstTill(tx, storeId);
}

/** Without sales there are few entries to look through. */
async function toldByFirstTill(tx: Tx, storeId: string): Promise<string | null> {
  const { rows } = await sql<{ body: string }>`select e.body from entries e
    join streams s on s.store_id = e.store_id and s.id = e.stream
    join registers r on r.store_id = s.store_id and r.id = s.register_id
    where e.store_id = ${storeId} and r.number = 1 and e.state = 'counted'
      and e.kind in ('store.set-up', 'settings.changed') and position('"currency":"' in e.body) > 0
    order by e.position desc limit 1`.execute(tx);
  return rows[0] === undefined ? null : currencyIn(JSON.parse(rows[0].body));
}

function currencyIn(body: unknown): string | null {
  const { currency, changes } = body as { currency?: unknown; changes?: { shop?: { currency?: unknown } } };
  const told = currency ?? changes?.shop?.currency;
  return typeof told === 'string' && /^[A-Z]{3}$/.test(told) ? told : null;
}
