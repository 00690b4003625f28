import { expect, test } from 'vitest';
import type { Settings } from '../../shared/api/settings.ts';
import { openTestCloud } from '../cloud/support/test-cloud.ts';
import { openTestEngine, testKeys, type TestEngine } from '../fixtures/engine.ts';
import {
  codeFor,
  join,
  joinedTill,
  networkTo,
  openStore,
  push,
  sellBread,
  settle,
  status,
} from './support/tills.ts';

const currencyOf = async (till: TestEngine) =>
  (await till.call<Settings>('GET', '/settings')).body.shop.currency;

/** A shop in pesos, and a till that was set up in dollars by itself. */
async function openShop() {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const first = await joinedTill(cloud, storeId);
  while ((await push(first)).waiting > 0);
  const till = await openTestEngine({ keys: testKeys(42), network: networkTo(cloud) });
  await till.setUp();
  await till.openShift();
  await till.call('PATCH', '/settings', { body: { shop: { currency: 'USD' } } });
  return { cloud, first, till, code: await codeFor(cloud, storeId) };
}

test('a till that sold in another currency is not let in, and keeps what it has', async () => {
  const { cloud, till, code } = await openShop();
  await sellBread(till);
  const body = { url: 'https://cloud.test', code, name: '' };
  const refused = await till.call<{ error: { code: string; message: string } }>('POST', '/sync/join', {
    body,
  });
  expect([refused.status, refused.body.error]).toMatchObject([
    409,
    {
      code: 'sync-declined',
      message:
        'This till has sold in USD, and the shop keeps its books in PHP. It did not join, and nothing changed. Join it to a shop in USD.',
    },
  ]);
  expect((await status(till)).joined).toBeNull();
  expect((await sellBread(till)).order.receiptNumber).toMatch(/-000002$/);
  // The code is still good, for a till that fits.
  const other = await openTestEngine({ keys: testKeys(43), network: networkTo(cloud) });
  await other.setUp();
  await other.openShift();
  await sellBread(other);
  expect((await join(other, code)).joined?.register.code).toBe('T2');
});

test('a till that sold nothing yet keeps its books in the shop’s currency from the moment it joins', async () => {
  const { first, till, code } = await openShop();
  await join(till, code);
  expect(await currencyOf(till)).toBe('PHP');
  await sellBread(till);
  await settle(first, till);
  expect(await currencyOf(till)).toBe('PHP');
  expect((await first.call<{ total: number }>('GET', '/orders')).body.total).toBe(1);
});

test('what the first till was set up with is the shop’s, also where every till begins with it', async () => {
  const { first, till, code } = await openShop();
  const shop = { name: 'Elsewhere', country: 'US', locale: 'en-US', timeZone: 'America/New_York' };
  await till.call('PATCH', '/settings', { body: { shop } });
  await join(till, code);
  await settle(first, till);
  const settings = async (of: TestEngine) => (await of.call<Settings>('GET', '/settings')).body.shop;
  expect(await settings(till)).toEqual(await settings(first));
  expect(await till.engine.verify()).toMatchObject({ problems: [] });
});

test('a till that was taken out and joins again has the settings of the shop, its own changes among them', async () => {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const first = await joinedTill(cloud, storeId);
  const second = await joinedTill(cloud, storeId);
  const change = async (till: TestEngine, body: object) =>
    expect((await till.call('PATCH', '/settings', { body })).status).toBe(200);
  const settings = async (till: TestEngine) => {
    const { shop, points, tax } = (await till.call<Settings>('GET', '/settings')).body;
    return { shop, points, tax };
  };
  await settle(first, second);
  await change(second, { shop: { phone: '111' } });
  await change(first, { shop: { address: 'Rizal Street 5' } });
  await settle(first, second);
  const { joined } = await status(second);
  expect((await first.call('POST', `/sync/registers/${joined?.register.id}/revoke`)).status).toBe(200);
  await change(second, { shop: { taxNumber: '222' } });
  await change(first, { shop: { phone: '333' } });
  expect(await second.engine.sync.pushOnce()).toMatchObject({ failure: { code: 'sync-refused' } });
  expect((await join(second, await codeFor(cloud, storeId))).joined?.register.code).toBe('T3');
  await settle(first, second);
  expect(await settings(second)).toEqual(await settings(first));
  expect((await settings(first)).shop).toMatchObject({
    address: 'Rizal Street 5',
    taxNumber: '222',
    phone: '333',
  });
});
