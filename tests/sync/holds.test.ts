import { expect, test } from 'vitest';
import { openTestCloud } from '../cloud/support/test-cloud.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import type { Product } from '../../shared/api/catalog.ts';
import type { OffersAnswer } from '../../shared/api/offers.ts';
import { makeProduct } from '../fixtures/ring-up.ts';
import {
  codeFor,
  join,
  joinedTill,
  openStore,
  pull,
  settle,
  status,
  type JoinedTill,
} from './support/tills.ts';

/** Two tills of a shop, and a customer who has 100 points by the books of both; a point is worth 0.10. */
async function openShop() {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const first = await joinedTill(cloud, storeId);
  const second = await joinedTill(cloud, storeId);
  const bread = await makeProduct(first, { name: 'Bread', priceMinor: 1_000 });
  const made = await first.call<{ id: string }>('POST', '/customers', { body: { name: 'Ana' } });
  const customerId = made.body.id;
  const gift = { id: systemIds.uuid(), kind: 'bonus', points: 100, reason: 'Gift' };
  await first.call('POST', `/customers/${customerId}/points`, { body: gift });
  // Nobody earns on top, so that balances are what is spent.
  await first.call('PATCH', '/settings', { body: { points: { enabled: false } } });
  await settle(first, second);
  return { cloud, storeId, first, second, bread, customerId };
}

/** Sells one bread for so many points, the rest for cash. */
function spend(
  till: JoinedTill,
  { id: productId }: Product,
  customerId: string,
  points: number,
  id = systemIds.uuid(),
  lineId = systemIds.uuid(),
) {
  const cash = 1_000 - points * 10;
  return till.call<{ error?: { code: string; message: string } }>('POST', '/orders', {
    body: {
      id,
      customerId,
      lines: [{ lineId, productId, quantityMilli: 1_000, unitPriceMinor: 1_000 }],
      tenders: [
        { kind: 'points', amountMinor: points * 10 },
        ...(cash > 0 ? [{ kind: 'cash', amountMinor: cash }] : []),
      ],
      totalMinor: 1_000,
    },
  });
}

test('two tills that are connected never spend more than there is', async () => {
  const { first, second, bread, customerId } = await openShop();
  expect((await spend(first, bread, customerId, 70)).status).toBe(201);
  const refused = await spend(second, bread, customerId, 70);
  expect([refused.status, refused.body.error?.code]).toEqual([409, 'points-short']);
  expect(refused.body.error?.message).toContain('30 points');
  expect((await spend(second, bread, customerId, 30)).status).toBe(201);
});

test('a sale that does not come lets its points go', async () => {
  const { first, second, bread, customerId } = await openShop();
  await first.call('PATCH', `/products/${bread.id}`, { body: { priceMinor: 1_100 } });
  expect((await spend(first, bread, customerId, 70)).body.error?.code).toBe('price-changed');
  expect((await spend(second, bread, customerId, 100)).status).toBe(201);
});

test('a till that is cut off goes by its allowance, all its sales together', async () => {
  const { first, second, bread, customerId } = await openShop();
  second.network.between = () => Promise.reject(new Error('no network'));
  expect((await spend(second, bread, customerId, 20)).status).toBe(201);
  const refused = await spend(second, bread, customerId, 20);
  expect([refused.status, refused.body.error?.code]).toEqual([409, 'points-short']);
  expect(refused.body.error?.message).toContain('10 points');
  const offered = await second.call<OffersAnswer>('GET', `/offers?customerId=${customerId}`);
  expect(offered.body.customer).toMatchObject({ pointsBalance: 80, spendablePoints: 10 });
  expect((await spend(second, bread, customerId, 10)).status).toBe(201);
  expect((await spend(first, bread, customerId, 100)).status).toBe(201);
  second.network.between = null;
  await settle(first, second, first);
  for (const till of [first, second]) {
    const { body } = await till.call<{ pointsBalance: number }>('GET', `/customers/${customerId}`);
    expect(body.pointsBalance).toBe(-30);
    const now = await till.call<OffersAnswer>('GET', `/offers?customerId=${customerId}`);
    expect(now.body.customer).toMatchObject({ pointsBalance: -30, spendablePoints: -30 });
  }
});

test('no points are spent where the owner wants none while the cloud cannot be asked', async () => {
  const { second, bread, customerId } = await openShop();
  await second.call('PATCH', '/settings', { body: { points: { offlineMostPoints: 0 } } });
  second.network.between = () => Promise.reject(new Error('no network'));
  expect((await spend(second, bread, customerId, 5)).body.error?.code).toBe('points-short');
});

test('the same sale again needs no points a second time', async () => {
  const { first, bread, customerId } = await openShop();
  const id = systemIds.uuid();
  const lineId = systemIds.uuid();
  expect((await spend(first, bread, customerId, 100, id, lineId)).status).toBe(201);
  expect((await spend(first, bread, customerId, 100, id, lineId)).status).toBe(200);
});

test('a till that joined anew asks for points that the cloud has of it, before all was sent again', async () => {
  const { cloud, storeId, first, second, bread, customerId } = await openShop();
  const registerId = (await status(first)).joined?.register.id;
  await second.call('POST', `/sync/registers/${registerId}/revoke`);
  await expect(pull(first)).rejects.toThrow('sync-refused');
  await join(first, await codeFor(cloud, storeId));
  expect((await status(first)).waiting).toBeGreaterThan(5);
  expect((await spend(first, bread, customerId, 100)).status).toBe(201);
  expect((await spend(second, bread, customerId, 100)).body.error?.code).toBe('points-short');
});
