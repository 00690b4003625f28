import { expect, test } from 'vitest';
import type { Product } from '../../shared/api/catalog.ts';
import type { DayReport } from '../../shared/api/reports.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, ringUp } from '../fixtures/ring-up.ts';
import { takeBack } from '../fixtures/take-back.ts';
import type { EnrolledTill } from './support/arrive.ts';
import { entriesOf } from './support/entries-of.ts';
import { openTestCloud } from './support/test-cloud.ts';
import { enrolTill, openStore, zeros } from './support/test-till.ts';

type Row = {
  key: string;
  name: string;
  sales: number;
  quantityMilli: number;
  totalMinor: number;
  refundedMinor: number;
};

/** A day with weighed goods, points, a gift card, a void and refunds. */
async function keepADay(till: TestEngine): Promise<void> {
  await till.setUp();
  await till.openShift();
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 5_550 });
  const cheese = await makeProduct(till, { name: 'Cheese', priceMinor: 41_000, unit: 'kg' });
  const { body: maria } = await till.call<{ id: string }>('POST', '/customers', { body: { name: 'Maria' } });
  const sale = await ringUp(till, {
    lines: [
      { product: bread, quantityMilli: 3_000 },
      { product: cheese, quantityMilli: 1_250 },
    ],
    customerId: maria.id,
  });
  const voided = await ringUp(till, {
    lines: [{ product: bread, quantityMilli: 1_000 }],
    customerId: maria.id,
  });
  await ringUp(till, { lines: [{ product: cheese, quantityMilli: 333 }], token: await till.signInStaff() });
  await sellGiftCard(till, bread, 50_000);
  await takeBack(till, sale.order, { lines: [{ position: 0, quantityMilli: 1_000 }] });
  await till.call('POST', `/orders/${voided.order.id}/void`, {
    body: { id: systemIds.uuid(), reason: 'Rung up twice' },
  });
}

async function sellGiftCard(till: TestEngine, product: Product, amountMinor: number): Promise<void> {
  const totalMinor = product.priceMinor + amountMinor;
  const line = { lineId: systemIds.uuid(), productId: product.id, quantityMilli: 1_000 };
  const { status } = await till.call('POST', '/orders', {
    body: {
      id: systemIds.uuid(),
      customerId: null,
      lines: [{ ...line, unitPriceMinor: product.priceMinor }],
      giftCards: [{ lineId: systemIds.uuid(), amountMinor }],
      tenders: [{ kind: 'cash', amountMinor: totalMinor }],
      totalMinor,
    },
  });
  expect(status).toBe(201);
}

async function cloudReport(till: EnrolledTill, by: string, date: string): Promise<Row[]> {
  const { body } = await till.call<{ rows: Row[] }>('GET', `/reports?by=${by}&from=${date}&to=${date}`);
  return body.rows;
}

test('the cloud reports of a till’s day what the till does', async () => {
  const till = await openTestEngine();
  await keepADay(till);
  const { body: day } = await till.call<DayReport>('GET', '/reports/day');
  expect(day).toMatchObject({ ordersCount: 3, voidsCount: 1, refundsCount: 1, giftCardsMinor: 50_000 });
  const cloud = await openTestCloud();
  const enrolled = await enrolTill(cloud, await openStore(cloud));
  const entries = entriesOf(till);
  const pushed = await enrolled.send({ stream: enrolled.stream, prevHash: zeros, entries });
  expect(pushed.body).toMatchObject({ last: entries.length, head: entries.at(-1)?.hash, forReview: 0 });

  expect(await cloudReport(enrolled, 'day', day.date)).toMatchObject([
    { sales: day.ordersCount, totalMinor: day.totalMinor, refundedMinor: day.refundedMinor },
  ]);
  const cashiers = await cloudReport(enrolled, 'cashier', day.date);
  expect(cashiers.map(({ key, name, sales, totalMinor }) => [key, name, sales, totalMinor]).sort()).toEqual(
    day.byCashier.map((row) => [row.accountId, row.name, row.ordersCount, row.totalMinor]).sort(),
  );
  const products = await cloudReport(enrolled, 'product', day.date);
  expect(
    products
      .map(({ key, name, totalMinor, refundedMinor }) => [key, name, totalMinor - refundedMinor])
      .sort(),
  ).toEqual(day.byProduct.map((row) => [row.productId, row.name, row.totalMinor]).sort());
});

test('the points that a till has are those that the cloud can hold', async () => {
  const till = await openTestEngine();
  await keepADay(till);
  const { body: customers } = await till.call<{ items: { id: string; pointsBalance: number }[] }>(
    'GET',
    '/customers',
  );
  const [maria] = customers.items;
  const cloud = await openTestCloud();
  const enrolled = await enrolTill(cloud, await openStore(cloud));
  await enrolled.send({ stream: enrolled.stream, prevHash: zeros, entries: entriesOf(till) });
  const asked = { holdId: systemIds.uuid(), customerId: maria?.id, points: 1 };
  const { body } = await enrolled.call('POST', '/points/holds', asked);
  expect(maria?.pointsBalance).toBeGreaterThan(0);
  expect(body).toMatchObject({ state: 'held', balance: maria?.pointsBalance });
});
