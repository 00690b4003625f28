import { beforeEach, expect, test } from 'vitest';
import type { Product } from '../../shared/api/catalog.ts';
import type { Customer } from '../../shared/api/customers.ts';
import type { Promotion } from '../../shared/api/offers.ts';
import type { DeviceEnrolled } from '../../shared/api/people.ts';
import { testShop, openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { ask } from '../fixtures/dialects.ts';
import { makeProduct, moveTo, ringUp } from '../fixtures/ring-up.ts';

let till: TestEngine;
let key: string;
let bread: Product;
let customer: Customer;

beforeEach(async () => {
  till = await openTestEngine();
  await till.setUp();
  await till.openShift();
  key = (await till.call<DeviceEnrolled>('POST', '/devices', { body: { name: 'Board' } })).body.key;
  bread = await makeProduct(till, { name: 'Bread', priceMinor: 5_525 });
  customer = (await till.call<Customer>('POST', '/customers', { body: { name: 'Maria' } })).body;
});

const dashboard = async () => (await ask(till, 'GET /api/pos/dashboard/', { token: key })).body;
const sell = (pieces: number) =>
  ringUp(till, {
    lines: [{ product: bread, quantityMilli: pieces * 1000 }],
    customerId: customer.id,
  });

/** Places an order of the web as the owner, and pays for it. */
async function sellOnline(price: string): Promise<void> {
  const { username, password } = testShop.owner;
  const pair = await ask(till, 'POST /api/token/', { json: { username, password } });
  const { access: token } = pair.body as { access: string };
  const placed = await ask(till, 'POST /api/orders/', {
    token,
    json: { product_name: 'Box', quantity: 1, price },
  });
  const { id: order } = placed.body as { id: number };
  const started = await ask(till, 'POST /api/orders/payments/', { token, json: { order, amount: price } });
  const { id } = started.body as { id: number };
  await ask(till, `PUT /api/orders/payments/${id}/`, { token, json: { status: 'completed' } });
}

test('1.5: money as numbers with two decimals, keys in order', async () => {
  await sell(2);
  const answer = await till.engine.fetch(
    new Request('http://till.test/api/pos/dashboard/', { headers: { authorization: `Bearer ${key}` } }),
  );
  expect(await answer.text()).toBe(
    '{"today":{"orders_count":1,"total_sales":110.50,"promotions_redeemed":0},"this_week":{"orders_count":1,"total_sales":110.50,"points_awarded":11},"active_promotions":0}',
  );
});

test('1.5: today and the week since Monday are business dates of the store, web sales among them', async () => {
  // Sunday in Manila: the week before.
  await moveTo(till, '2026-03-01T15:59:59.999Z');
  await sell(1);
  // Monday, one millisecond later, while it is Sunday in UTC.
  await moveTo(till, '2026-03-01T16:00:00.000Z');
  await sell(2);
  expect(await dashboard()).toMatchObject({
    today: { orders_count: 1, total_sales: 110.5 },
    this_week: { orders_count: 1, total_sales: 110.5, points_awarded: 11 },
  });
  await moveTo(till, '2026-03-03T02:00:00.000Z');
  await sellOnline('99.75');
  expect(await dashboard()).toMatchObject({
    today: { orders_count: 1, total_sales: 99.75 },
    this_week: { orders_count: 2, total_sales: 210.25 },
  });
  // The last millisecond of Sunday belongs to that week, the next one to the next.
  await moveTo(till, '2026-03-08T15:59:59.999Z');
  expect(await dashboard()).toMatchObject({
    today: { orders_count: 0, total_sales: 0 },
    this_week: { orders_count: 2 },
  });
  await moveTo(till, '2026-03-08T16:00:00.000Z');
  expect(await dashboard()).toMatchObject({ this_week: { orders_count: 0, points_awarded: 0 } });
});

test('1.5: redemptions of today, promotions that run now', async () => {
  const make = async (more: object) =>
    (
      await till.call<Promotion>('POST', '/promotions', {
        body: { title: 'Noodles', effect: { kind: 'points' }, bonusPoints: 50, ...more },
      })
    ).body;
  const running = await make({});
  await make({ validUntil: '2026-03-01T00:00:00.000Z' });
  await make({ validFrom: '2026-03-05T00:00:00.000Z' });
  await make({ isActive: false });
  await ask(till, 'POST /api/pos/redeem-promotion/', {
    token: key,
    json: { user_qr_code: customer.qrCode, promotion_qr_code: running.qrCode },
  });
  expect(await dashboard()).toMatchObject({
    today: { promotions_redeemed: 1 },
    this_week: { points_awarded: 50 },
    active_promotions: 1,
  });
  await moveTo(till, '2026-03-05T02:00:00.000Z');
  expect(await dashboard()).toMatchObject({
    today: { promotions_redeemed: 0 },
    this_week: { points_awarded: 50 },
    active_promotions: 2,
  });
});
