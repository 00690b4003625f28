import { sql, type Kysely } from 'kysely';
import { instantOf, type Clock } from '../clock.ts';
import { migrations } from './migrations/index.ts';
import { postgresCode } from './postgres-code.ts';
import type { Database } from './schema.ts';
import type { RunTx } from './tx.ts';

/** Unique key and "is there already": another copy of the cloud was faster. */
const wasFaster = new Set(['23505', '42P07']);

/**
 * Brings the tables up to date, one migration per transaction. Several copies may start at once: the row that names a
 * migration is written first, and its key lets one of them through while the others wait for its commit.
 */
export async function migrate(of: { database: Kysely<Database>; tx: RunTx; clock: Clock }): Promise<void> {
  await unlessThere(() =>
    sql`create table if not exists migrations (name text primary key, at text not null)`.execute(of.database),
  );
  const rows = await of.database.selectFrom('migrations').select('name').execute();
  const done = new Set(rows.map(({ name }) => name));
  for (const { name, statements } of migrations) {
    if (done.has(name)) continue;
    await unlessThere(() =>
      of.tx(async (tx) => {
        await sql`insert into migrations (name, at) values (${name}, ${instantOf(of.clock.now())})`.execute(
          tx,
        );
        for (const statement of statements) await sql.raw(statement).execute(tx);
      }),
    );
  }
}

async function unlessThere(make: () => Promise<unknown>): Promise<void> {
  try {
    await make();
  } catch (error) {
    if (!wasFaster.has(postgresCode(error) ?? '')) throw error;
  }
}
