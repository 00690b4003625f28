import { beforeEach, expect, test } from 'vitest';
import type { Product } from '../../../shared/api/catalog.ts';
import type { Customer } from '../../../shared/api/customers.ts';
import type { Order } from '../../../shared/api/orders.ts';
import { ok } from '../../../shared/domain/result.ts';
import { rawQuery } from '../db/query.ts';
import { awardForOrder } from '../loyalty/index.ts';
import { openTestEngine, type TestEngine } from '../../../tests/fixtures/engine.ts';
import { makeProduct, ringUp, tamper } from '../../../tests/fixtures/ring-up.ts';
import {
  findOrder,
  findPayment,
  finishPayment,
  listOrdersOf,
  placeOrder,
  startPayment,
  type AccountOrder,
  type PlacedPayment,
} from './index.ts';

const buyer = { accountId: '', accountRowId: 1 };
const stranger = { accountId: '', accountRowId: 2 };
let till: TestEngine;
let customer: Customer;

beforeEach(async () => {
  till = await openTestEngine();
  await till.setUp();
  await till.signInStaff();
  customer = (await till.call<Customer>('POST', '/customers', { body: { name: 'Maria Santos' } })).body;
  tamper(till, 'UPDATE accounts SET customer_row_id = 1 WHERE row_id = 1');
  buyer.accountId = (await till.call<{ id: string }>('GET', '/sessions/current')).body.id;
});

async function place(order: { quantity: number; priceMinor: number; productName?: string }) {
  const placed = await placeOrder(till.engine.context, { productName: 'Laptop', ...order }, buyer);
  if (!placed.ok) throw new Error(placed.failure.code);
  return placed.value;
}
async function start({ publicId }: AccountOrder, amountMinor: number): Promise<PlacedPayment> {
  const started = await startPayment(till.engine.context, { publicId, amountMinor }, buyer);
  if (!started.ok) throw new Error(started.failure.code);
  return started.value;
}
const finish = (
  { rowId }: Pick<PlacedPayment, 'rowId'>,
  state: 'completed' | 'failed' = 'completed',
  who = buyer,
) => finishPayment(till.engine.context, rowId, state, who);
const find = (publicId: number, who = buyer) => findOrder(till.engine.context.read, publicId, who);
const customerNow = async () => (await till.call<Customer>('GET', `/customers/${customer.id}`)).body;

test('an order is pending until completed payments cover it; then it is a sale of the till', async () => {
  const placed = await place({ quantity: 2, priceMinor: 10_050 });
  expect(placed).toMatchObject({ publicId: 1, quantity: 2, totalMinor: 20_100, status: 'pending' });
  const first = await start(placed, 20_000);
  expect(first).toMatchObject({ orderPublicId: 1, state: 'pending' });
  expect(await finish(first)).toMatchObject({ ok: true, value: { state: 'completed', amountMinor: 20_000 } });
  expect(find(1)).toEqual(placed);
  expect((await customerNow()).visits).toBe(0);

  const rest = await start(placed, 100);
  expect(await finish(rest)).toMatchObject({ ok: true });
  expect(find(1)).toEqual({ ...placed, status: 'paid' });
  expect(await customerNow()).toMatchObject({ visits: 1, spentMinor: 20_100, pointsBalance: 20 });
  const { items } = (await till.call<{ items: Order[] }>('GET', '/orders')).body;
  expect(items).toMatchObject([
    { publicId: 1, source: 'web', receiptNumber: 'S01-T1-A-000001', totalMinor: 20_100 },
  ]);
  const { body: sold } = await till.call<Order>('GET', `/orders/${items[0]?.id}`);
  expect(sold.lines).toMatchObject([{ name: 'Laptop', quantityMilli: 2_000 }]);
  expect((await till.engine.verify()).problems).toEqual([]);
});

test('no payment is more than what is due, neither when it starts nor when it ends', async () => {
  const placed = await place({ quantity: 1, priceMinor: 1_000 });
  const over = await startPayment(till.engine.context, { publicId: 1, amountMinor: 1_001 }, buyer);
  expect(over).toMatchObject({ failure: { code: 'amount-over-due', details: { dueMinor: 1_000 } } });
  const [first, second] = [await start(placed, 600), await start(placed, 600)];
  expect(await finish(first)).toMatchObject({ ok: true });
  expect(await finish(second)).toMatchObject({
    failure: { code: 'amount-over-due', details: { dueMinor: 400 } },
  });
  expect(await finish(second, 'failed')).toMatchObject({ ok: true });
  expect(await finish(await start(placed, 400))).toMatchObject({ ok: true });
  expect(find(1)?.status).toBe('paid');
  expect(await startPayment(till.engine.context, { publicId: 1, amountMinor: 1 }, buyer)).toMatchObject({
    failure: { details: { dueMinor: 0 } },
  });
});

test('a finished payment never changes again, and completing it at once 16 times pays once', async () => {
  const placed = await place({ quantity: 1, priceMinor: 5_000 });
  const payment = await start(placed, 5_000);
  const answers = await Promise.all(Array.from({ length: 16 }, () => finish(payment)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await finish(payment, 'failed')).toMatchObject({
    failure: { code: 'payment-finished', details: { state: 'completed' } },
  });
  expect(await customerNow()).toMatchObject({ visits: 1, spentMinor: 5_000, pointsBalance: 5 });
});

test('an order that earned its points before it was paid earns none as a sale', async () => {
  const { context } = till.engine;
  const placed = await place({ quantity: 1, priceMinor: 5_000 });
  await context.write((tx) => {
    const { id } = tx.first(
      rawQuery<Record<never, never>, { id: string }>('SELECT id FROM placed_orders'),
    ) ?? { id: '' };
    const order = { id, orderRowId: null, placedOrderRowId: 1 };
    const award = { key: `sale:${id}`, points: 7, description: 'Purchase points', order };
    return ok(awardForOrder(context, tx, { customer: { rowId: 1, id: customer.id }, ...award }, 'system'));
  });
  expect(await finish(await start(placed, 5_000))).toMatchObject({ ok: true });
  expect(await customerNow()).toMatchObject({ visits: 1, pointsBalance: 7 });
  expect((await till.engine.verify()).problems).toEqual([]);
});

test('orders and payments of others are not there', async () => {
  const placed = await place({ quantity: 1, priceMinor: 5_000 });
  const payment = await start(placed, 5_000);
  const { context } = till.engine;
  expect(find(placed.publicId, stranger)).toBeNull();
  expect(findPayment(context.read, payment.rowId, stranger)).toBeNull();
  expect(findPayment(context.read, payment.rowId, buyer)).toEqual(payment);
  expect(await finish(payment, 'completed', stranger)).toMatchObject({
    failure: { code: 'placed-payment-unknown' },
  });
  expect(await startPayment(context, { publicId: 1, amountMinor: 1 }, stranger)).toMatchObject({
    failure: { code: 'placed-order-foreign' },
  });
  expect(await startPayment(context, { publicId: 99, amountMinor: 1 }, buyer)).toMatchObject({
    failure: { code: 'placed-order-unknown' },
  });
});

test('the list of an account has what it placed and what its customer bought at the counter', async () => {
  await till.openShift();
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 5_500 });
  const rice = await makeProduct(till, { name: 'Rice', priceMinor: 5_800, unit: 'kg' });
  const sell = (lines: [Product, number][], customerId: string | null = customer.id) =>
    ringUp(till, {
      customerId,
      lines: lines.map(([product, quantityMilli]) => ({ product, quantityMilli })),
    });
  await sell([[bread, 3_000]]);
  till.clock.advance(1_000);
  await place({ quantity: 2, priceMinor: 1_000 });
  till.clock.advance(1_000);
  await sell([
    [bread, 2_000],
    [rice, 1_500],
  ]);
  await sell([[rice, 1_500]]);
  await sell([[bread, 1_000]], null);

  const { read } = till.engine.context;
  const shown = listOrdersOf(read, buyer).map(
    ({ publicId, productName, quantity, priceMinor, totalMinor, status }) => [
      publicId,
      productName,
      quantity,
      priceMinor,
      totalMinor,
      status,
    ],
  );
  expect(shown).toEqual([
    [4, 'Rice', 1, 8_700, 8_700, 'paid'],
    [3, 'Bread + 1 more', 1, 19_700, 19_700, 'paid'],
    [2, 'Laptop', 2, 1_000, 2_000, 'pending'],
    [1, 'Bread', 3, 5_500, 16_500, 'paid'],
  ]);
  expect(find(4)).toMatchObject({ productName: 'Rice' });
  expect(find(5)).toBeNull();
  expect(find(4, stranger)).toBeNull();
  expect(listOrdersOf(read, stranger)).toEqual([]);
  expect(await startPayment(till.engine.context, { publicId: 4, amountMinor: 1 }, buyer)).toMatchObject({
    failure: { code: 'amount-over-due', details: { dueMinor: 0 } },
  });
});

test('the owner sees what of the web is not paid yet', async () => {
  const placed = await place({ quantity: 3, priceMinor: 1_000 });
  await finish(await start(placed, 1_000));
  await start(placed, 500);
  await finish(await start(await place({ quantity: 1, priceMinor: 100 }), 100));
  const { status, body } = await till.call('GET', '/placed-orders');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    total: 1,
    dueMinor: 2_000,
    items: [
      {
        publicId: 1,
        account: { name: 'Olivia Owner' },
        customer: { code: 'CUST-00001' },
        paidMinor: 1_000,
        payments: [
          { amountMinor: 1_000, state: 'completed' },
          { amountMinor: 500, state: 'pending', finishedAt: null },
        ],
      },
    ],
  });
});

test.each([
  ['UPDATE placed_orders SET quantity = 1, total_minor = 1000', 'Web order 1 does not follow'],
  ['UPDATE placed_orders SET paid_minor = 2000', 'Web order 2 does not follow'],
  ['UPDATE placed_orders SET account_row_id = 2', 'Web order 1 does not follow'],
  ['UPDATE placed_orders SET order_row_id = NULL', 'Web order 1 is not the sale'],
  ["UPDATE placed_payments SET state = 'failed' WHERE row_id = 1", 'Web payment'],
  ['UPDATE placed_payments SET amount_minor = 1 WHERE row_id = 2', 'Web payment'],
  ["UPDATE placed_payments SET business_date = '2026-03-03' WHERE row_id = 1", 'Web payment'],
  ['DELETE FROM placed_payments WHERE row_id = 2', 'in the journal and not in the tables'],
  [
    "INSERT INTO placed_payments (id, placed_order_row_id, amount_minor, state, started_at) VALUES ('x', 1, 5, 'pending', '')",
    'Web payment x does not follow',
  ],
])('verify finds what does not follow from the journal: %s', async (sql, found) => {
  const placed = await place({ quantity: 2, priceMinor: 1_000 });
  await finish(await start(placed, 2_000));
  await start(await place({ quantity: 1, priceMinor: 500 }), 500);
  expect((await till.engine.verify()).problems).toEqual([]);
  tamper(till, sql);
  const problems = (await till.engine.verify()).problems.map(({ what }) => what);
  expect(problems.join('\n')).toContain(found);
});

test('a total that no tender could pay is refused', async () => {
  const order = { productName: 'Island', quantity: 2_000_000, priceMinor: 9_999_999_999 };
  expect(await placeOrder(till.engine.context, order, buyer)).toMatchObject({
    failure: { code: 'total-too-large' },
  });
});
