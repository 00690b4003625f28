import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../cloud/db/open-database.ts';
import { systemNetwork } from '../../electron/engine/cloud-link/index.ts';
import { testDatabaseUrl } from '../cloud/support/postgres.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, ringUp } from '../fixtures/ring-up.ts';
import { runProgram } from '../shell/run-program.ts';
import { settle, status } from './support/tills.ts';

/** The cloud as a process of its own, and a till with a shift that joined it over HTTP. */
async function openShop() {
  const databaseUrl = await testDatabaseUrl();
  const cloud = runProgram(process.execPath, ['cloud/start.mjs', '--port', '0'], {
    DATABASE_URL: databaseUrl,
  });
  const [, url] = await cloud.saw(/ready at (http:\S+)\n/);
  const [, code] = await cloud.saw(/code for the first till: (\S+)/);
  const till = await openTestEngine({ network: systemNetwork });
  await till.setUp();
  await till.openShift();
  const joined = await till.call('POST', '/sync/join', { body: { url, code, name: '' } });
  expect(joined.status).toBe(200);
  const { database, close } = openDatabase({ url: databaseUrl, log: pino({ enabled: false }) });
  onTestFinished(close);
  const sales = async () => {
    const { rows } = await sql<{ all: number; different: number }>`
      select count(*) as all, count(distinct op_id) as different from entries where kind = 'sale.committed'`.execute(
      database,
    );
    return rows[0];
  };
  return { cloud, till, sales };
}

/** A push of which no byte is answered while a quarter of a minute passes on the till's clock. */
async function pushInVain(till: TestEngine): Promise<string> {
  let isOver = false;
  const pushing = till.engine.sync.pushOnce().finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await wait(300);
    till.clock.advance(15_001);
  }
  const pushed = await pushing;
  return pushed.ok ? pushed.value.did : pushed.failure.code;
}

test('a cloud that is stopped for a minute holds no sale up, and has each once when it goes on', async () => {
  const { cloud, till, sales } = await openShop();
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 4_500 });
  const sell = () => ringUp(till, { lines: [{ product: bread, quantityMilli: 1_000 }] });
  await sell();
  await settle(till);
  cloud.child.kill('SIGSTOP');
  for (let quarter = 1; quarter <= 4; quarter += 1) {
    await sell();
    expect([quarter, await pushInVain(till)]).toEqual([quarter, 'sync-unreachable']);
    expect(await status(till)).toMatchObject({ state: 'offline', waitingSales: quarter });
  }
  expect(await sales()).toEqual({ all: 1, different: 1 });
  cloud.child.kill('SIGCONT');
  await settle(till);
  expect(await status(till)).toMatchObject({ state: 'online', waiting: 0 });
  expect((await till.call('POST', '/sync/prove')).body).toMatchObject({
    matches: true,
    sales: { here: { count: 5 }, there: { count: 5 } },
  });
  expect(await sales()).toEqual({ all: 5, different: 5 });
  cloud.child.kill('SIGTERM');
  expect((await cloud.ended).code).toBe(0);
}, 60_000);
