import { readdirSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Customer } from '../../shared/api/customers.ts';
import { arrive } from '../../electron/engine/sync/snapshot/arrive.ts';
import { keepSnapshotFresh } from '../../electron/engine/sync/snapshot/send-snapshot.ts';
import { giveAway } from '../../electron/engine/sync/snapshot/give-away.ts';
import { settleRegister } from '../../electron/engine/sync/snapshot/settle-register.ts';
import { databaseFile, openConnection } from '../../electron/engine/db/open.ts';
import { rawQuery } from '../../electron/engine/db/query.ts';
import { openTestCloud } from '../cloud/support/test-cloud.ts';
import { openTestEngine, testClock, testKeys, type TestEngine } from '../fixtures/engine.ts';
import { entriesOf, receive } from '../fixtures/exchange.ts';
import { makeProduct, ringUp } from '../fixtures/ring-up.ts';
import { takeBack } from '../fixtures/take-back.ts';
import { codeFor, join, joinedTill, networkTo, openStore, settle, status } from './support/tills.ts';

const records = [
  'SELECT id, name, price_minor, on_hand_milli FROM products ORDER BY id',
  'SELECT id, code, name, phone, points_balance, spent_minor FROM customers ORDER BY id',
  'SELECT id, receipt_number, total_minor, refunded_minor FROM orders ORDER BY id',
  'SELECT id, receipt_number, total_minor FROM refunds ORDER BY id',
  'SELECT key, points FROM points_entries ORDER BY key',
  'SELECT id, kind, balance_minor FROM credits ORDER BY id',
];

const dump = ({ engine }: TestEngine) =>
  records.map((text) => engine.context.read.all(rawQuery<Record<never, never>, unknown>(text)));

test(
  'a new till begins with the shop’s books, its own people and numbers, and goes on from there',
  { timeout: 90_000 },
  async () => {
    const cloud = await openTestCloud();
    const storeId = await openStore(cloud);
    const first = await joinedTill(cloud, storeId);
    const bread = await makeProduct(first, { name: 'Bread', priceMinor: 4_500, tracksStock: true });
    const { body: ana } = await first.call<Customer>('POST', '/customers', {
      body: { name: 'Ana Cruz', phone: '09171234567' },
    });
    const sale = { lines: [{ product: bread, quantityMilli: 2_000 }], customerId: ana.id };
    const { order } = await ringUp(first, sale);
    await takeBack(first, order, { lines: [{ position: 0, quantityMilli: 1_000 }] });
    await ringUp(first, sale);
    await settle(first);
    await keepSnapshotFresh(first.engine.context);
    expect(readdirSync(first.dataDir).filter((name) => name.startsWith('outgoing'))).toEqual([]);

    const network = networkTo(cloud);
    const second = await openTestEngine({ keys: testKeys(7), network });
    await second.setUp();
    let hasAsked = false;
    network.between = (request, pass) => {
      // What starts by itself after joining is done by hand here.
      if (!hasAsked && request.url.endsWith('/store/snapshot')) return Promise.reject(new Error('not now'));
      return pass(request);
    };
    await join(second, await codeFor(cloud, storeId));
    await new Promise((resolve) => setTimeout(resolve, 50));
    hasAsked = true;
    expect(await arrive(second.engine.context)).toEqual({ ok: true, value: true });

    expect(dump(second)).toEqual(dump(first));
    expect(await second.engine.verify()).toMatchObject({ content: true, problems: [] });
    // Who was signed in still is.
    await second.openShift();
    const there = await ringUp(second, sale);
    expect(there.order.receiptNumber).toBe('S01-T2-A-000001');
    await settle(first, second);
    await settle(first, second);
    expect(dump(second)).toEqual(dump(first));
    for (const till of [first, second]) {
      expect(await till.engine.verify()).toMatchObject({ content: true, problems: [] });
      expect((await till.call('POST', '/sync/prove')).body).toMatchObject({ matches: true });
    }
    // No secret came with it.
    const secrets = rawQuery<Record<never, never>, { username: string }>(
      `SELECT username FROM accounts WHERE password_hash <> '' OR pin_hash IS NOT NULL`,
    );
    expect(second.engine.context.read.all(secrets)).toEqual([{ username: 'olivia' }]);
  },
);

/** A till that is set up, with the way to the cloud, and joined while the snapshot cannot be had. */
async function joinedWithoutSnapshot(
  cloud: Awaited<ReturnType<typeof openTestCloud>>,
  storeId: string,
  secret: number,
  clock = testClock(),
) {
  const network = networkTo(cloud);
  const till = await openTestEngine({ keys: testKeys(secret), network, clock });
  await till.setUp();
  network.between = (request, pass) =>
    request.url.endsWith('/store/snapshot') ? Promise.reject(new Error('not now')) : pass(request);
  await join(till, await codeFor(cloud, storeId));
  network.between = null;
  return { ...till, network };
}

test(
  'settings of the shop come with the snapshot, those of the register stay',
  { timeout: 60_000 },
  async () => {
    const cloud = await openTestCloud();
    const storeId = await openStore(cloud);
    const first = await joinedTill(cloud, storeId);
    await makeProduct(first, { name: 'Bread', priceMinor: 4_500 });
    const told = {
      counter: { tips: true, autoLockMinutes: 2 },
      receipt: { footer: 'Salamat', paperWidth: 58 },
    };
    expect((await first.call('PATCH', '/settings', { body: told })).status).toBe(200);
    await settle(first);
    await keepSnapshotFresh(first.engine.context);
    const second = await joinedWithoutSnapshot(cloud, storeId, 11);
    expect(await arrive(second.engine.context)).toEqual({ ok: true, value: true });
    const { counter, receipt } = second.engine.settings();
    expect(counter).toMatchObject({ tips: true, autoLockMinutes: 5 });
    expect(receipt).toMatchObject({ footer: 'Salamat', paperWidth: 80 });
  },
);

test('a snapshot is made though a copy of its till wrote at the same places of one stream', async () => {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const first = await joinedTill(cloud, storeId);
  await makeProduct(first, { name: 'Bread', priceMinor: 4_500 });
  const copy = await openTestEngine({ keys: testKeys(12) });
  await copy.setUp();
  const { writer } = first.engine.context.identity();
  await receive(first.engine.context, entriesOf(copy.engine.context.read, writer));
  await settle(first);
  await keepSnapshotFresh(first.engine.context);
  const second = await joinedWithoutSnapshot(cloud, storeId, 13);
  expect(await arrive(second.engine.context)).toEqual({ ok: true, value: true });
  expect((await second.engine.verify()).problems).toEqual([]);
});

test(
  'what a new till was told before the snapshot came is not thrown away',
  { timeout: 60_000 },
  async () => {
    const cloud = await openTestCloud();
    const storeId = await openStore(cloud);
    const first = await joinedTill(cloud, storeId);
    await makeProduct(first, { name: 'Bread', priceMinor: 4_500 });
    await first.call('PATCH', '/settings', { body: { shop: { phone: '0281111111', address: 'Here' } } });
    await settle(first);
    await keepSnapshotFresh(first.engine.context);
    const second = await joinedWithoutSnapshot(cloud, storeId, 14, testClock(first.clock.now() + 60_000));
    const told = { shop: { phone: '0288887777' }, printer: { port: 9_101 } };
    expect((await second.call('PATCH', '/settings', { body: told })).status).toBe(200);
    expect(await arrive(second.engine.context)).toEqual({ ok: true, value: true });
    await settle(first, second);
    for (const till of [first, second])
      expect(till.engine.settings().shop).toMatchObject({ phone: '0288887777', address: 'Here' });
    expect(second.engine.settings().printer.port).toBe(9_101);
    expect(first.engine.settings().printer.port).toBe(9_100);
  },
);

test('a till that has sold already keeps what it has, and pulls', async () => {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const first = await joinedTill(cloud, storeId);
  await makeProduct(first, { name: 'Bread', priceMinor: 4_500 });
  await settle(first);
  await keepSnapshotFresh(first.engine.context);
  const second = await joinedTill(cloud, storeId);
  expect(await arrive(second.engine.context)).toEqual({ ok: true, value: false });
});

test('a part that is cut off is asked for again, and a damaged snapshot changes nothing', async () => {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const first = await joinedTill(cloud, storeId);
  await makeProduct(first, { name: 'Bread', priceMinor: 4_500 });
  await settle(first);
  await keepSnapshotFresh(first.engine.context);
  const network = networkTo(cloud);
  const second = await openTestEngine({ keys: testKeys(8), network });
  await second.setUp();
  let does: 'refuse' | 'cut' | 'damage' | 'pass' = 'refuse';
  network.between = async (request, pass) => {
    if (does === 'refuse' && request.url.endsWith('/store/snapshot')) throw new Error('not now');
    if (!request.url.includes('/parts/') || does === 'pass') return pass(request);
    if (does === 'cut') throw new TypeError('cut off');
    const bytes = new Uint8Array(await (await pass(request)).arrayBuffer());
    bytes[bytes.length >> 1] = 255 - (bytes[bytes.length >> 1] ?? 0);
    return new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } });
  };
  await join(second, await codeFor(cloud, storeId));
  await new Promise((resolve) => setTimeout(resolve, 50));
  does = 'cut';
  expect(await arrive(second.engine.context)).toMatchObject({
    ok: false,
    failure: { code: 'sync-unreachable' },
  });
  does = 'damage';
  expect(await arrive(second.engine.context)).toMatchObject({
    ok: false,
    failure: { code: 'sync-not-the-cloud' },
  });
  expect((await second.call<{ total: number }>('GET', '/products')).body.total).toBe(0);
  does = 'pass';
  expect(await arrive(second.engine.context)).toEqual({ ok: true, value: true });
  expect((await second.call<{ total: number }>('GET', '/products')).body.total).toBe(1);
});

test(
  'a snapshot that is cut off comes by itself, after a while or at the next start',
  { timeout: 60_000 },
  async () => {
    const cloud = await openTestCloud();
    const storeId = await openStore(cloud);
    const first = await joinedTill(cloud, storeId);
    await makeProduct(first, { name: 'Bread', priceMinor: 4_500 });
    await keepSnapshotFresh(first.engine.context);
    // Nothing is in it that the cloud does not have.
    expect((await status(first)).waiting).toBe(0);
    const network = networkTo(cloud);
    const second = await openTestEngine({ keys: testKeys(15), network, background: true });
    await second.setUp();
    let tries = 0;
    network.between = (request, pass) => {
      if (!request.url.includes('/parts/')) return pass(request);
      tries += 1;
      return Promise.reject(new TypeError('cut off'));
    };
    await join(second, await codeFor(cloud, storeId));
    await vi.waitFor(() => expect(tries).toBe(1));
    await vi.waitFor(() => {
      second.clock.advance(1_000);
      expect(tries).toBe(2);
    });
    network.between = null;
    const again = await second.restart();
    await vi.waitFor(
      async () => expect((await again.call<{ total: number }>('GET', '/products')).body.total).toBe(1),
      { timeout: 10_000 },
    );
  },
);

test(
  'a snapshot that somebody tampered with brings nobody in, and nothing that acts',
  { timeout: 60_000 },
  async () => {
    const cloud = await openTestCloud();
    const storeId = await openStore(cloud);
    const first = await joinedTill(cloud, storeId);
    await makeProduct(first, { name: 'Bread', priceMinor: 4_500 });
    const second = await joinedTill(cloud, storeId);
    const copy = joinPath(first.dataDir, 'given.db');
    const books = openConnection(databaseFile(first.dataDir), 'read');
    books.prepare('VACUUM INTO ?').run(copy);
    books.close();
    const given = openConnection(copy, 'write');
    giveAway(given, { registerId: 'r', registerCode: 'T1', registerName: '' });
    given.exec(`UPDATE accounts SET password_hash = 'known', pin_hash = 'known';
    CREATE TRIGGER evil AFTER INSERT ON orders BEGIN UPDATE accounts SET role = 'admin'; END;
    CREATE VIEW strange AS SELECT 1`);
    given.close();
    settleRegister(copy, databaseFile(second.dataDir), { position: 0, mark: 0, epoch: 1 });
    const settled = openConnection(copy, 'read');
    const of = (sql: string) => settled.prepare(sql).pluck().all();
    expect(of(`SELECT username FROM accounts WHERE password_hash <> '' OR pin_hash IS NOT NULL`)).toEqual([
      'olivia',
    ]);
    expect(of(`SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name`)).toEqual([
      'journal_no_delete',
      'journal_no_update',
    ]);
    settled.close();
  },
);
