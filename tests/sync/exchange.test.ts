import { expect, test } from 'vitest';
import { rawQuery } from '../../electron/engine/db/query.ts';
import { openTestCloud } from '../cloud/support/test-cloud.ts';
import {
  join,
  joinedTill,
  codeFor,
  openStore,
  pull,
  push,
  sellBread,
  settle,
  status,
} from './support/tills.ts';

test('a till joins, sends all that it has, and can prove it', async () => {
  const cloud = await openTestCloud();
  const till = await joinedTill(cloud, await openStore(cloud));
  const sale = await sellBread(till);
  expect(sale.order.receiptNumber).toBe('S01-T1-A-000001');
  const before = await status(till);
  expect(before).toMatchObject({ state: 'online', waitingSales: 1, sent: 0 });
  expect(before.waiting).toBeGreaterThan(3);
  expect(await push(till)).toMatchObject({ did: 'sent', sent: before.waiting, waiting: 0 });
  expect(await push(till)).toMatchObject({ did: 'nothing', sent: 0 });
  expect(await pull(till)).toMatchObject({ did: 'nothing', received: 0, behind: 0 });
  expect((await till.call('POST', '/sync/prove')).body).toMatchObject({
    matches: true,
    sales: { here: { count: 1, totalMinor: 4_500 }, there: { count: 1, totalMinor: 4_500 } },
    waiting: 0,
  });
  expect(await status(till)).toMatchObject({ state: 'online', waiting: 0, oldestWaitingAt: null });
});

test('two tills see what the other did, each with codes and ranges of its own', async () => {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const first = await joinedTill(cloud, storeId);
  const second = await joinedTill(cloud, storeId);
  await sellBread(first);
  const sale = await sellBread(second);
  expect(sale.order.receiptNumber).toBe('S01-T2-A-000001');
  const customer = await second.call<{ code: string }>('POST', '/customers', { body: { name: 'Ana' } });
  expect(customer.body.code).toBe('CUST-20000001');
  await settle(first, second);
  for (const till of [first, second]) {
    expect(await status(till)).toMatchObject({ waiting: 0, behind: 0 });
    expect((await status(till)).received).toBeGreaterThan(3);
    expect((await till.call('POST', '/sync/prove')).body).toMatchObject({ matches: true });
  }
});

test('joining twice is refused, and so is a code that was used', async () => {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const code = await codeFor(cloud, storeId);
  const till = await joinedTill(cloud, storeId);
  await expect(join(till, code)).rejects.toThrow('sync-joined');
  const body = { url: 'https://cloud.test', code: 'AAAAA-AAAAA', name: '' };
  expect((await till.call('POST', '/sync/leave')).status).toBe(200);
  expect(await till.call('POST', '/sync/join', { body })).toMatchObject({
    status: 422,
    body: { error: { code: 'sync-code-refused' } },
  });
  for (const url of ['http://cloud.test', 'ftp://cloud.test', 'https://a:b@cloud.test', 'nothing']) {
    expect(await till.call('POST', '/sync/join', { body: { ...body, url } })).toMatchObject({
      status: 422,
      body: { error: { code: 'sync-address' } },
    });
  }
  expect(await join(till, code)).toMatchObject({ joined: { register: { code: 'T2' } } });
  await sellBread(till);
  await settle(till);
  expect((await till.call('POST', '/sync/prove')).body).toMatchObject({ matches: true });
  expect(await till.engine.verify()).toMatchObject({ content: true });
});

test('a till leaves only when nothing waits', async () => {
  const cloud = await openTestCloud();
  const till = await joinedTill(cloud, await openStore(cloud));
  await sellBread(till);
  till.network.between = () => Promise.reject(new Error('no network'));
  expect(await till.call('POST', '/sync/leave')).toMatchObject({
    status: 409,
    body: { error: { code: 'sync-waiting' } },
  });
  till.network.between = null;
  expect((await till.call('POST', '/sync/leave')).body).toMatchObject({ state: 'alone', joined: null });
});

test('a till that comes from another shop brings neither its settings nor its tills', async () => {
  const cloud = await openTestCloud();
  const [here, elsewhere] = [await openStore(cloud), await openStore(cloud)];
  const first = await joinedTill(cloud, here);
  const comer = await joinedTill(cloud, elsewhere);
  const told = { shop: { name: 'The shop before', phone: '0281111111' } };
  expect((await comer.call('PATCH', '/settings', { body: told })).status).toBe(200);
  expect((await comer.call('POST', '/sync/leave')).status).toBe(200);
  await join(comer, await codeFor(cloud, here));
  await settle(comer, first);
  await settle(comer, first);
  expect(first.engine.settings().shop).toMatchObject({ name: 'Corner Bakery', phone: '' });
  expect(comer.engine.settings().shop).toMatchObject({ name: 'Corner Bakery', phone: '' });
  const codes = rawQuery<Record<never, never>, { code: string }>('SELECT code FROM registers ORDER BY code');
  expect(first.engine.context.read.all(codes)).toEqual([{ code: 'T1' }, { code: 'T2' }]);
});
