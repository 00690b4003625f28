import { sql } from 'kysely';
import type { Cloud } from '../../../cloud/cloud.ts';

/**
 * Backs the cloud's database up, all tables as of one moment. Answers with what puts it back, again as of one moment, while
 * the cloud runs on, as its tables do when an operator restores them under it.
 */
export async function backUp({
  context: { database },
}: Pick<Cloud, 'context'>): Promise<() => Promise<void>> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(database);
  const names = rows.map(({ name }) => name);
  const copyOf = (name: string) => sql.id('backup', name);
  await database.transaction().execute(async (tx) => {
    await sql`drop schema if exists backup cascade`.execute(tx);
    await sql`create schema backup`.execute(tx);
    for (const name of names)
      await sql`create table ${copyOf(name)} as table ${sql.id('public', name)}`.execute(tx);
  });
  return () =>
    database.transaction().execute(async (tx) => {
      await sql`truncate ${sql.join(names.map((name) => sql.id('public', name)))}`.execute(tx);
      for (const name of inOrder(names))
        await sql`insert into ${sql.id('public', name)} table ${copyOf(name)}`.execute(tx);
    });
}

/** Rows that others refer to come first. */
function inOrder(names: readonly string[]): string[] {
  const first = ['organisations', 'stores', 'registers'];
  return [...first, ...names.filter((name) => !first.includes(name))];
}
