import { sql } from 'kysely';
import type { Ids } from './ids.ts';
import { instantOf, type Clock } from './clock.ts';
import type { Identity } from './context.ts';
import type { ReadableDatabase, WritableDatabase } from './db/database.ts';
import { query } from './db/query.ts';

const identityRow = query()((b) =>
  b.selectFrom('identity').select(['writer', 'store_code', 'register_code', 'demo']).where('only', '=', 1),
);
const insertIdentity = query<{ writer: string; demo: number; at: string }>()((b, p) =>
  b.insertInto('identity').values({
    only: 1,
    writer: p('writer'),
    store_code: 'S01',
    register_code: 'T1',
    demo: p('demo'),
    created_at: p('at'),
  }),
);
const insertLife = query<{ writer: string; at: string }>()((b, p) =>
  b.insertInto('lives').values({
    writer: p('writer'),
    base_seq: 0,
    base_hash: sql<Uint8Array>`zeroblob(32)`,
    because: 'first',
    began_at: p('at'),
  }),
);
const insertSeries = query()((b) =>
  b.insertInto('series').values({ name: 'receipt', letter: 'A', last_number: 0 }),
);

/** Makes a new database the first life of its till. */
export function identifyTill(tx: WritableDatabase, ids: Ids, clock: Clock, demo: boolean): void {
  if (tx.first(identityRow) !== undefined) return;
  const [writer, at] = [ids.uuid(), instantOf(clock.now())];
  tx.run(insertIdentity, { writer, demo: demo ? 1 : 0, at });
  tx.run(insertLife, { writer, at });
  tx.run(insertSeries);
}

/** Who this till is: its writer is one life of one database file. */
export function readIdentity(db: ReadableDatabase): Identity {
  const known = db.first(identityRow);
  if (known === undefined) throw new Error('the books do not say whose they are');
  return {
    writer: known.writer,
    storeCode: known.store_code,
    registerCode: known.register_code,
    demo: known.demo === 1,
  };
}
