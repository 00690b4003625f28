import { expect, test } from 'vitest';
import type { DayReport } from '../../shared/api/reports.ts';
import type { Failure, Result } from '../../shared/domain/result.ts';
import { finishPayment, placeOrder, startPayment } from '../../electron/engine/placed-orders/index.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, moveTo, ringUp, tamper } from '../fixtures/ring-up.ts';

async function openShop(): Promise<TestEngine> {
  const till = await openTestEngine();
  await till.setUp();
  await till.openShift();
  return till;
}

async function dayOf(till: TestEngine, date?: string): Promise<DayReport> {
  const { status, body } = await till.call<DayReport>('GET', `/reports/day${date ? `?date=${date}` : ''}`);
  expect(status).toBe(200);
  return body;
}

test('a day without sales is a report of nothing that agrees with the journal', async () => {
  const till = await openShop();
  expect(await dayOf(till)).toMatchObject({
    date: '2026-03-02',
    ordersCount: 0,
    totalMinor: 0,
    averageMinor: 0,
    byTender: [],
    byHour: [],
    taxes: [],
    journal: { salesCount: 0, totalMinor: 0, agrees: true },
  });
});

test('the day adds up by tender, product, hour, cashier and tax', async () => {
  const till = await openShop();
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 2_550 });
  const rice = await makeProduct(till, { name: 'Rice', priceMinor: 6_000, unit: 'kg' });
  const staff = await till.signInStaff();
  await ringUp(till, { lines: [{ product: bread, quantityMilli: 2000 }], cashMinor: 10_000 });
  await ringUp(till, {
    lines: [
      { product: bread, quantityMilli: 1000 },
      { product: rice, quantityMilli: 1250 },
    ],
    tenders: [{ kind: 'card', amountMinor: 5_050 }],
    token: staff,
  });
  await moveTo(till, '2026-03-02T05:59:59.999Z');
  await ringUp(till, {
    lines: [{ product: rice, quantityMilli: 2000 }],
    tenders: [{ kind: 'ewallet', amountMinor: 12_000 }],
  });
  await moveTo(till, '2026-03-02T16:00:00.000Z');
  await ringUp(till, { lines: [{ product: bread, quantityMilli: 1000 }] });

  const report = await dayOf(till, '2026-03-02');
  expect(report).toMatchObject({
    date: '2026-03-02',
    ordersCount: 3,
    grossMinor: 27_150,
    discountMinor: 0,
    totalMinor: 27_150,
    averageMinor: 9_050,
    byTender: [
      { kind: 'ewallet', count: 1, amountMinor: 12_000 },
      { kind: 'cash', count: 2, amountMinor: 10_100 },
      { kind: 'card', count: 1, amountMinor: 5_050 },
    ],
    byProduct: [
      { productId: rice.id, name: 'Rice', quantityMilli: 3250, totalMinor: 19_500 },
      { productId: bread.id, name: 'Bread', quantityMilli: 3000, totalMinor: 7_650 },
    ],
    byHour: [
      { hour: 9, ordersCount: 2, totalMinor: 15_150 },
      { hour: 13, ordersCount: 1, totalMinor: 12_000 },
    ],
    journal: { salesCount: 3, totalMinor: 27_150, agrees: true },
  });
  expect(
    report.byCashier.map(({ name, ordersCount, totalMinor }) => [name, ordersCount, totalMinor]),
  ).toEqual([
    ['Olivia Owner', 2, 17_100],
    ['Carlo Cashier', 1, 10_050],
  ]);
  expect(report.taxes).toEqual([
    { name: 'VAT', ratePpm: 120_000, baseMinor: report.netMinor, taxMinor: report.taxMinor },
  ]);
  expect(report.netMinor + report.taxMinor).toBe(27_150);
  expect(await dayOf(till)).toMatchObject({ date: '2026-03-03', ordersCount: 1, byHour: [{ hour: 0 }] });
});

test('an average of half a centavo is rounded up', async () => {
  const till = await openShop();
  const [cheap, dear] = [
    await makeProduct(till, { name: 'Cheap', priceMinor: 100 }),
    await makeProduct(till, { name: 'Dear', priceMinor: 101 }),
  ];
  await ringUp(till, { lines: [{ product: cheap, quantityMilli: 1000 }] });
  await ringUp(till, { lines: [{ product: dear, quantityMilli: 1000 }] });
  expect((await dayOf(till)).averageMinor).toBe(101);
});

test('a renamed product is one product, under its last name', async () => {
  const till = await openShop();
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 100 });
  await ringUp(till, { lines: [{ product: bread, quantityMilli: 1000 }] });
  await till.call('PATCH', `/products/${bread.id}`, { body: { name: 'Pandesal' } });
  await ringUp(till, { lines: [{ product: bread, quantityMilli: 2000 }] });
  expect((await dayOf(till)).byProduct).toEqual([
    { productId: bread.id, name: 'Pandesal', quantityMilli: 3000, totalMinor: 300 },
  ]);
});

test('the hour that the clocks show twice is one hour, and the one they skip has no sales', async () => {
  const till = await openShop();
  await till.call('PATCH', '/settings', { body: { shop: { timeZone: 'America/New_York' } } });
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 100 });
  for (const instant of [
    '2026-11-01T05:30:00.000Z',
    '2026-11-01T06:30:00.000Z',
    '2026-11-02T04:59:00.000Z',
  ]) {
    await moveTo(till, instant);
    await ringUp(till, { lines: [{ product: bread, quantityMilli: 1000 }] });
  }
  expect((await dayOf(till, '2026-11-01')).byHour).toEqual([
    { hour: 1, ordersCount: 2, totalMinor: 200 },
    { hour: 23, ordersCount: 1, totalMinor: 100 },
  ]);
});

test('the day starts at the cut-off', async () => {
  const till = await openShop();
  await till.call('PATCH', '/settings', { body: { shop: { dayCutOff: '04:00' } } });
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 100 });
  await moveTo(till, '2026-03-02T19:59:00.000Z');
  await ringUp(till, { lines: [{ product: bread, quantityMilli: 1000 }] });
  expect(await dayOf(till)).toMatchObject({
    date: '2026-03-02',
    ordersCount: 1,
    byHour: [{ hour: 3, ordersCount: 1, totalMinor: 100 }],
  });
});

test.each([
  ['a total', 'UPDATE orders SET total_minor = total_minor + 1 WHERE number = 1'],
  ['a tender', "UPDATE payments SET kind = 'card'"],
  ['a tax', 'UPDATE order_taxes SET tax_minor = tax_minor + 1, base_minor = base_minor - 1'],
  [
    'a product of a line',
    'UPDATE order_lines SET product_row_id = 3 - product_row_id WHERE order_row_id = 1',
  ],
  ['a cashier', 'UPDATE orders SET account_row_id = 3 - account_row_id WHERE number = 1'],
  ['points', 'UPDATE orders SET points_earned = points_earned + 1 WHERE number = 1'],
  ['the date', "UPDATE orders SET business_date = '2026-03-01' WHERE number = 1"],
  [
    'an entry',
    `DROP TRIGGER journal_no_update; UPDATE journal SET body = '{"lines' WHERE kind = 'sale.committed'`,
  ],
])('a report tells when %s was changed behind the books', async (_, sql) => {
  const till = await openShop();
  await till.signInStaff();
  const products = [
    await makeProduct(till, { name: 'Bread', priceMinor: 100 }),
    await makeProduct(till, { name: 'Rice', priceMinor: 100 }),
  ];
  for (const product of products) await ringUp(till, { lines: [{ product, quantityMilli: 1000 }] });
  expect((await dayOf(till, '2026-03-02')).journal.agrees).toBe(true);
  tamper(till, sql);
  expect((await dayOf(till, '2026-03-02')).journal.agrees).toBe(false);
});

test('the day is for admins; a date that is none is refused', async () => {
  const till = await openShop();
  const token = await till.signInStaff();
  expect((await till.call('GET', '/reports/day', { token })).status).toBe(403);
  expect((await till.call('GET', '/reports/day', { token: null })).status).toBe(401);
  expect((await till.call('GET', '/reports/day?date=2026-02-30')).status).toBe(400);
});

test('a payment of the web counts once, on its own day; its order on the day that it is paid in full', async () => {
  const till = await openShop();
  const { context } = till.engine;
  const { body: me } = await till.call<{ id: string }>('GET', '/sessions/current');
  const buyer = { accountId: me.id, accountRowId: 1 };
  const done = <T>(result: Result<T, Failure>): T => {
    if (!result.ok) throw new Error(result.failure.message);
    return result.value;
  };
  const pay = async (publicId: number, amountMinor: number) => {
    const { rowId } = done(await startPayment(context, { publicId, amountMinor }, buyer));
    done(await finishPayment(context, rowId, 'completed', buyer));
  };
  const laptop = { productName: 'Laptop', quantity: 1, priceMinor: 50_000 };
  const { publicId } = done(await placeOrder(context, laptop, buyer));
  await pay(publicId, 20_000);
  expect(await dayOf(till, '2026-03-02')).toMatchObject({
    ordersCount: 0,
    totalMinor: 0,
    byTender: [{ kind: 'online', count: 1, amountMinor: 20_000 }],
    journal: { agrees: true },
  });
  await moveTo(till, '2026-03-03T01:00:00.000Z');
  await pay(publicId, 30_000);
  const rice = { productName: 'Rice', quantity: 2, priceMinor: 1_000 };
  await pay(done(await placeOrder(context, rice, buyer)).publicId, 2_000);
  expect(await dayOf(till, '2026-03-03')).toMatchObject({
    ordersCount: 2,
    totalMinor: 52_000,
    byTender: [{ kind: 'online', count: 2, amountMinor: 32_000 }],
    byProduct: [
      { productId: null, name: 'Laptop', totalMinor: 50_000 },
      { productId: null, name: 'Rice', quantityMilli: 2_000 },
    ],
    journal: { agrees: true },
  });
  tamper(till, 'UPDATE placed_payments SET amount_minor = 1 WHERE row_id = 1');
  expect((await dayOf(till, '2026-03-02')).journal.agrees).toBe(false);
});
