import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../cloud/clock.ts';
import { createCloud } from '../../cloud/cloud.ts';
import { migrations } from '../../cloud/db/migrations/index.ts';
import { openDatabase } from '../../cloud/db/open-database.ts';
import { systemIds } from '../../cloud/ids.ts';
import { sql } from 'kysely';
import { testDatabaseUrl } from './support/postgres.ts';

const log = pino({ enabled: false });

test('eight copies that start at once on an empty database make its tables once', async () => {
  const url = await testDatabaseUrl();
  const copies = Array.from({ length: 8 }, () => openDatabase({ url, log, connections: 2 }));
  onTestFinished(async () => {
    await Promise.all(copies.map(({ close }) => close()));
  });
  const first = copies[0]?.database;
  if (first === undefined) throw new Error('no copy');
  await sql`drop schema public cascade`.execute(first);
  await sql`create schema public`.execute(first);
  await Promise.all(
    copies.map(({ database }) => createCloud({ database, clock: systemClock, ids: systemIds, log })),
  );
  const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(first);
  expect(rows.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
});

test('says that it is there, and that it is not when its database is gone', async () => {
  const url = await testDatabaseUrl();
  const { database, close } = openDatabase({ url, log });
  const cloud = await createCloud({ database, clock: systemClock, ids: systemIds, log });
  const health = () => cloud.fetch(new Request('http://cloud/v1/health'));
  expect((await health()).status).toBe(200);
  await close();
  expect((await health()).status).toBe(503);
});
