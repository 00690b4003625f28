import { beforeEach, expect, test } from 'vitest';
import type { Product } from '../../shared/api/catalog.ts';
import type { Customer } from '../../shared/api/customers.ts';
import type { Order, OrderCommitted } from '../../shared/api/orders.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, ringUp } from '../fixtures/ring-up.ts';

let till: TestEngine;
let bread: Product;
let rice: Product;

beforeEach(async () => {
  till = await openTestEngine();
  await till.setUp();
  await till.openShift();
  bread = await makeProduct(till, {
    name: 'Bread',
    priceMinor: 5_500,
    onHandMilli: 10_000,
    barcodes: ['4006381333931'],
  });
  rice = await makeProduct(till, {
    name: 'Rice, per kg',
    priceMinor: 5_800,
    unit: 'kg',
    onHandMilli: 50_000,
  });
});

const line = (product: Product, quantityMilli = 1_000, unitPriceMinor = product.priceMinor) => ({
  lineId: systemIds.uuid(),
  productId: product.id,
  quantityMilli,
  unitPriceMinor,
});
const cash = (amountMinor: number) => ({ kind: 'cash', amountMinor });

type Refused = {
  error: { code: string; message: string; field?: string; details?: Record<string, unknown> };
};
const commit = <T = Refused>(body: object) =>
  till.call<T>('POST', '/orders', { body: { id: systemIds.uuid(), ...body } });

async function count(): Promise<number> {
  return (await till.call<{ total: number }>('GET', '/orders')).body.total;
}

test('a sale is in the books whole: lines, tax, payment, change, number, points, stock', async () => {
  const customer = await till.call<Customer>('POST', '/customers', { body: { name: 'Maria Santos' } });
  const { order, repeated, print } = await ringUp(till, {
    lines: [
      { product: bread, quantityMilli: 2_000 },
      { product: rice, quantityMilli: 2_340 },
    ],
    customerId: customer.body.id,
    cashMinor: 50_000,
  });
  expect({ repeated, print }).toEqual({ repeated: false, print: 'no-printer' });
  expect(order).toMatchObject({
    receiptNumber: 'S01-T1-A-000001',
    state: 'paid',
    businessDate: '2026-03-02',
    cashier: 'Olivia Owner',
    totalMinor: 11_000 + 13_572,
    taxMinor: 2_633,
    netMinor: 21_939,
    paidMinor: 24_572,
    changeMinor: 25_428,
    pointsEarned: 24,
    pointsBalanceAfter: 24,
    customer: { code: 'CUST-00001', name: 'Maria Santos' },
    payments: [
      { kind: 'cash', amountMinor: 24_572, tenderedMinor: 50_000, changeMinor: 25_428, state: 'completed' },
    ],
  });
  expect(order.lines.map(({ name, totalMinor, barcode }) => [name, totalMinor, barcode])).toEqual([
    ['Bread', 11_000, '4006381333931'],
    ['Rice, per kg', 13_572, null],
  ]);
  expect((await till.call<Product>('GET', `/products/${bread.id}`)).body.onHandMilli).toBe(8_000);
  expect((await till.call<Product>('GET', `/products/${rice.id}`)).body.onHandMilli).toBe(47_660);
  expect((await till.call<Customer>('GET', `/customers/${customer.body.id}`)).body).toMatchObject({
    pointsBalance: 24,
    visits: 1,
    spentMinor: 24_572,
  });
  // What is answered at once is what is read later.
  expect((await till.call<Order>('GET', `/orders/${order.id}`)).body).toEqual(order);
  expect((await till.engine.verify()).problems).toEqual([]);
});

test('the same id and content again is the same sale, however often and at once', async () => {
  const sale = { id: systemIds.uuid(), lines: [line(bread)], tenders: [cash(5_500)], totalMinor: 5_500 };
  const answers = await Promise.all(Array.from({ length: 8 }, () => commit<OrderCommitted>(sale)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
  expect(new Set(answers.map(({ body }) => body.order.receiptNumber))).toEqual(new Set(['S01-T1-A-000001']));
  expect(await count()).toBe(1);
  expect((await till.call<Product>('GET', `/products/${bread.id}`)).body.onHandMilli).toBe(9_000);
});

test('the same id with other content is refused, and the sale stays as it was', async () => {
  const sale = { id: systemIds.uuid(), lines: [line(bread)], tenders: [cash(5_500)], totalMinor: 5_500 };
  await commit(sale);
  const answer = await commit({ ...sale, tenders: [cash(6_000)] });
  expect(answer).toMatchObject({ status: 409, body: { error: { code: 'order-id-reused', field: 'id' } } });
  expect((await till.call<Order>('GET', `/orders/${sale.id}`)).body.payments[0]?.tenderedMinor).toBe(5_500);
});

test('a line id of another sale is refused in words', async () => {
  const sale = { id: systemIds.uuid(), lines: [line(bread)], tenders: [cash(5_500)], totalMinor: 5_500 };
  await commit(sale);
  const answer = await commit({ ...sale, id: systemIds.uuid() });
  expect(answer).toMatchObject({
    status: 400,
    body: { error: { code: 'request-invalid', field: 'lines.0.lineId' } },
  });
  expect(await count()).toBe(1);
});

test('a sale asked for twice survives a restart as one', async () => {
  const sale = { id: systemIds.uuid(), lines: [line(bread)], tenders: [cash(5_500)], totalMinor: 5_500 };
  await commit(sale);
  till = await till.restart();
  const again = await commit<OrderCommitted>(sale);
  expect(again).toMatchObject({
    status: 200,
    body: { repeated: true, order: { receiptNumber: 'S01-T1-A-000001' } },
  });
  expect(await count()).toBe(1);
});

test('receipt numbers have no gap where sales are refused in between', async () => {
  const numbers: string[] = [];
  for (let at = 0; at < 5; at += 1) {
    await commit({ lines: [line(bread)], tenders: [cash(1)], totalMinor: 5_500 });
    numbers.push(
      (await ringUp(till, { lines: [{ product: bread, quantityMilli: 1_000 }] })).order.receiptNumber,
    );
  }
  expect(numbers).toEqual([1, 2, 3, 4, 5].map((number) => `S01-T1-A-00000${number}`));
});

test('a price that changed under the cart is told line by line', async () => {
  const ours = line(bread);
  await till.call('PATCH', `/products/${bread.id}`, { body: { priceMinor: 6_000 } });
  const answer = await commit({ lines: [ours, line(rice)], tenders: [cash(11_300)], totalMinor: 11_300 });
  expect(answer).toMatchObject({
    status: 409,
    body: {
      error: {
        code: 'price-changed',
        details: { lines: [{ lineId: ours.lineId, wasMinor: 5_500, nowMinor: 6_000 }] },
      },
    },
  });
  expect(await count()).toBe(0);
});

test.each([
  ['an empty cart', () => ({ lines: [], tenders: [], totalMinor: 0 }), 422, 'cart-empty'],
  [
    'a total that is not that of the books',
    () => ({ lines: [line(bread)], tenders: [cash(5_400)], totalMinor: 5_400 }),
    409,
    'total-differs',
  ],
  [
    'a short payment',
    () => ({ lines: [line(bread)], tenders: [cash(5_000)], totalMinor: 5_500 }),
    422,
    'payment-short',
  ],
  [
    'a card over the total',
    () => ({
      lines: [line(bread)],
      tenders: [{ kind: 'card', amountMinor: 6_000, reference: 'A1' }],
      totalMinor: 5_500,
    }),
    422,
    'payment-exceeds-total',
  ],
  [
    'a card without its reference',
    () => ({ lines: [line(bread)], tenders: [{ kind: 'card', amountMinor: 5_500 }], totalMinor: 5_500 }),
    422,
    'tender-reference-required',
  ],
  [
    'a card number',
    () => ({
      lines: [line(bread)],
      tenders: [{ kind: 'card', amountMinor: 5_500, reference: '4111 1111 1111 1111' }],
      totalMinor: 5_500,
    }),
    422,
    'card-number-refused',
  ],
  [
    'half a bread',
    () => ({ lines: [line(bread, 500)], tenders: [cash(2_750)], totalMinor: 2_750 }),
    422,
    'quantity-invalid',
  ],
  [
    'a product that is not there',
    () => ({
      lines: [{ ...line(bread), productId: systemIds.uuid() }],
      tenders: [cash(5_500)],
      totalMinor: 5_500,
    }),
    404,
    'product-unknown',
  ],
  [
    'a customer that is not there',
    () => ({ customerId: systemIds.uuid(), lines: [line(bread)], tenders: [cash(5_500)], totalMinor: 5_500 }),
    404,
    'customer-unknown',
  ],
  [
    'a negative quantity',
    () => ({ lines: [line(bread, -1_000)], tenders: [], totalMinor: 0 }),
    400,
    'request-invalid',
  ],
  [
    'a tender that the till does not take',
    () => ({ lines: [line(bread)], tenders: [{ kind: 'exchange', amountMinor: 5_500 }], totalMinor: 5_500 }),
    400,
    'request-invalid',
  ],
])('%s is refused and writes nothing', async (_, sale, status, code) => {
  expect(await commit(sale())).toMatchObject({ status, body: { error: { code } } });
  expect(await count()).toBe(0);
  const { entries, problems } = await till.engine.verify();
  expect(problems).toEqual([]);
  expect((await till.call<Product>('GET', `/products/${bread.id}`)).body.onHandMilli).toBe(10_000);
  expect(entries).toBe((await till.call<{ total: number }>('GET', '/journal')).body.total);
});

test('a total beyond what can be counted is refused in words', async () => {
  const gold = await makeProduct(till, { name: 'Gold', priceMinor: 1_000_000_000_000 });
  const lines = Array.from({ length: 20 }, () => line(gold, 1_000_000_000));
  expect(await commit({ lines, tenders: [], totalMinor: 0 })).toMatchObject({
    status: 422,
    body: { error: { code: 'total-too-large' } },
  });
});

test('no sale without a shift', async () => {
  const closed = await openTestEngine();
  await closed.setUp();
  const product = await makeProduct(closed, { name: 'Bread', priceMinor: 100 });
  const { status, body } = await closed.call<Refused>('POST', '/orders', {
    body: { id: systemIds.uuid(), lines: [line(product)], tenders: [cash(100)], totalMinor: 100 },
  });
  expect([status, body.error.code]).toEqual([409, 'shift-needed']);
});

test('stock below zero is sold, or refused with what there is, as the settings say', async () => {
  await till.call('PATCH', '/settings', { body: { stock: { belowZero: 'block' } } });
  const sale = {
    lines: [line(bread, 6_000), line(bread, 5_000)],
    tenders: [cash(60_500)],
    totalMinor: 60_500,
  };
  const refused = await commit(sale);
  expect(refused.body.error).toMatchObject({
    code: 'stock-short',
    details: { lines: [{ name: 'Bread', onHandMilli: 10_000, wantedMilli: 11_000 }] },
  });
  await till.call('PATCH', '/settings', { body: { stock: { belowZero: 'allow' } } });
  expect((await commit(sale)).status).toBe(201);
  expect((await till.call<Product>('GET', `/products/${bread.id}`)).body.onHandMilli).toBe(-1_000);
});

test('cash is rounded by the table, on its own line, and the books add up', async () => {
  await till.call('PATCH', '/settings', { body: { cash: { rounding: { stepMinor: 25, tie: 'up' } } } });
  const odd = await makeProduct(till, { name: 'Odd', priceMinor: 5_013 });
  const answer = await commit<OrderCommitted>({
    lines: [line(odd)],
    tenders: [cash(5_025)],
    totalMinor: 5_013,
  });
  expect(answer.body.order).toMatchObject({
    totalMinor: 5_013,
    cashRoundingMinor: 12,
    paidMinor: 5_025,
    changeMinor: 0,
  });
  expect((await till.engine.verify()).content).toBe(true);
});

test('a full disk refuses the sale in words, loses nothing, and sells again when there is space', async () => {
  await ringUp(till, { lines: [{ product: bread, quantityMilli: 1_000 }] });
  const notes = 'x'.repeat(120);
  let refused = 0;
  const lines = Array.from({ length: 900 }, () => ({ ...line(bread), note: notes }));
  const sale = { lines, tenders: [cash(5_500 * 900)], totalMinor: 5_500 * 900 };
  await till.limitDatabase(4);
  const full = await commit(sale);
  if (full.status === 507) refused += 1;
  expect(full.body.error).toMatchObject({
    code: 'disk-full',
    message: expect.stringContaining('disk is full'),
  });
  expect(refused).toBe(1);
  await till.limitDatabase(null);
  expect((await till.engine.verify()).problems).toEqual([]);
  expect((await commit(sale)).status).toBe(201);
  expect(await count()).toBe(2);
});

test('sales are found by the end of their number, by reference, by customer and by tender', async () => {
  const customer = await till.call<Customer>('POST', '/customers', { body: { name: 'José Ñandú' } });
  await ringUp(till, { lines: [{ product: bread, quantityMilli: 1_000 }], customerId: customer.body.id });
  const { order } = await ringUp(till, {
    lines: [{ product: bread, quantityMilli: 2_000 }],
    tenders: [{ kind: 'card', amountMinor: 11_000 }],
  });
  const find = async (query: string) =>
    (await till.call<{ items: Order[]; total: number; sumMinor: number }>('GET', `/orders?${query}`)).body;
  expect((await find('search=000002')).items.map(({ id }) => id)).toEqual([order.id]);
  expect((await find(`search=${order.payments[0]?.reference}`)).total).toBe(1);
  expect((await find('search=jose')).items[0]?.customer?.name).toBe('José Ñandú');
  expect(await find('tender=cash')).toMatchObject({ total: 1, sumMinor: 5_500 });
  expect(await find('from=2026-03-02&to=2026-03-02')).toMatchObject({ total: 2, sumMinor: 16_500 });
  expect((await find('from=2026-03-03')).total).toBe(0);
});

test('staff sell; a stranger does not', async () => {
  const staff = await till.signInStaff();
  const sale = { id: systemIds.uuid(), lines: [line(bread)], tenders: [cash(5_500)], totalMinor: 5_500 };
  expect((await till.call('POST', '/orders', { body: sale, token: null })).status).toBe(401);
  expect((await till.call('POST', '/orders', { body: sale, token: staff })).status).toBe(201);
});
