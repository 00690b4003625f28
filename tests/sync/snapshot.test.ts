import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Customer } from '../../shared/api/customers.ts';
import { arrive } from '../../electron/engine/sync/snapshot/arrive.ts';
import { keepSnapshotFresh } from '../../electron/engine/sync/snapshot/send-snapshot.ts';
import { rawQuery } from '../../electron/engine/db/query.ts';
import { openTestCloud } from '../cloud/support/test-cloud.ts';
import { openTestEngine, testKeys, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, ringUp } from '../fixtures/ring-up.ts';
import { takeBack } from '../fixtures/take-back.ts';
import { codeFor, join, joinedTill, networkTo, openStore, settle } from './support/tills.ts';

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
