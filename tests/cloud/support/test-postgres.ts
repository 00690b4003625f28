import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { systemClock } from '../../../cloud/clock.ts';
import { migrate } from '../../../cloud/db/migrate.ts';
import { openDatabase } from '../../../cloud/db/open-database.ts';
import { createTx } from '../../../cloud/db/tx.ts';
import { systemIds } from '../../../cloud/ids.ts';
import { startPostgres } from '../../../cloud/postgres/start-postgres.ts';

export type TestPostgres = { url: string; stop(): Promise<void> };

const template = 'sukli_template';

/** What a test's data is worth: nothing after it. Never for data that counts. */
const careless = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '300',
};

/** A real PostgreSQL in a folder of its own, gone when it is stopped, with the cloud's tables ready to be copied. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'sukli-cloud-test-'));
  const started = await startPostgres({ folder: join(folder, 'data'), settings: careless });
  if (!started.ok) throw new Error(started.failure.message);
  const { url, stop } = started.value;
  await makeTemplate(url);
  return {
    url,
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeTemplate(url: string): Promise<void> {
  await askServer(url, `create database ${template}`);
  const { database, close } = openDatabase({
    url: databaseUrl(url, template),
    log: pino({ enabled: false }),
  });
  const tx = createTx({ database, clock: systemClock, ids: systemIds });
  await migrate({ database, tx, clock: systemClock });
  await close();
}

let made = 0;

/** A database of its own with the cloud's tables, empty. */
export async function makeDatabase(url: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `sukli_${process.pid}_${(made += 1)}`;
  await askServer(url, `create database ${name} template ${template} strategy file_copy`);
  return {
    url: databaseUrl(url, name),
    drop: () => askServer(url, `drop database ${name} with (force)`),
  };
}

/** One statement to the server itself. */
export async function askServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The address of another database of the same server. */
export function databaseUrl(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
