import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import type { Customer, PointsEntry } from '../../shared/api/customers.ts';
import type { Order, OrderSummary } from '../../shared/api/orders.ts';
import type { Product } from '../../shared/api/catalog.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { moveTo, ringUp, tamper } from '../fixtures/ring-up.ts';
import { takeBack } from '../fixtures/take-back.ts';

/**
 * Books that a release of that schema wrote. 1: four sales, three of them to a customer, and a price that changed.
 * 2: a sale to nobody, one under a promotion, one paid in part with points, and an order of the web that was paid. 3: a
 * whole shift with its Z report (a refund, a void, a gift card, tips, a purchase on account and its paying off, cash
 * moves), and a sale in the next.
 */
async function openOldBooks(schema: 1 | 2 | 3 = 1): Promise<TestEngine> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sukli-old-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const packed = readFileSync(new URL(`../fixtures/books-schema-${schema}.db.gz`, import.meta.url));
  writeFileSync(join(dataDir, 'sukli.db'), gunzipSync(packed));
  return openTestEngine({ dataDir });
}

test('books of the first release verify as they are, and go on', async () => {
  const till = await openOldBooks();
  expect(await till.engine.verify()).toMatchObject({ content: true, sales: 4, problems: [] });

  await moveTo(till, '2026-03-02T02:00:00.000Z');
  const { body: customers } = await till.call<{ items: Customer[] }>('GET', '/customers');
  const [maria] = customers.items;
  if (maria === undefined) throw new Error('the customer is gone');
  expect(maria).toMatchObject({ pointsBalance: 15, pointsEarnedEver: 15, tierId: null });
  const { body: products } = await till.call<{ items: Product[] }>('GET', '/products');
  const [product] = products.items;
  if (product === undefined) throw new Error('the product is gone');
  await ringUp(till, { lines: [{ product, quantityMilli: 1_000 }], customerId: maria.id });
  const { body: page } = await till.call<{ items: PointsEntry[]; total: number }>(
    'GET',
    `/customers/${maria.id}/points`,
  );
  expect(page.total).toBe(4);
  expect(page.items[0]).toMatchObject({ points: 6, balanceAfter: 21, by: 'Olivia Owner' });
  expect(page.items[3]).toMatchObject({ points: 5, balanceAfter: 5, by: 'Olivia Owner' });
  const { body: card } = await till.call<{ cardCode: string }>('GET', `/customers/${maria.id}/card`);
  expect((await till.call('GET', `/lookup/${card.cardCode}`)).body).toMatchObject({
    customer: { id: maria.id },
  });
  expect(await till.engine.verify()).toMatchObject({ content: true, sales: 5, problems: [] });
});

test('points of the first release are held against its entries too', async () => {
  const till = await openOldBooks();
  tamper(
    till,
    `UPDATE points_entries SET points = 50, balance_after = balance_after + 45 WHERE row_id = 3;
     UPDATE customers SET points_balance = 60, points_earned_ever = 60`,
  );
  const { content, problems } = await till.engine.verify();
  expect(content).toBe(false);
  expect(problems.map(({ what }) => what).join('\n')).toContain('points entry sale:');
});

test('books with points, promotions and orders of the web verify as they are, and go on', async () => {
  const till = await openOldBooks(2);
  expect(await till.engine.verify()).toMatchObject({ content: true, sales: 4, problems: [] });

  await moveTo(till, '2026-03-02T02:00:00.000Z');
  const { body: orders } = await till.call<{ items: OrderSummary[] }>('GET', '/orders');
  expect(orders.items.map(({ source, totalMinor }) => [source, totalMinor])).toEqual([
    ['web', 24_000],
    ['counter', 4_050],
    ['counter', 49_500],
    ['counter', 11_000],
  ]);
  const [web, coffee] = await Promise.all(
    orders.items.slice(0, 2).map(async ({ id }) => (await till.call<Order>('GET', `/orders/${id}`)).body),
  );
  expect(web?.lines).toMatchObject([{ name: 'Ramyeon', listPriceMinor: 12_000, lineDiscountMinor: 0 }]);
  expect(coffee).toMatchObject({
    tipMinor: 0,
    pointsSpent: 30,
    payments: [{ kind: 'points' }, { kind: 'card' }],
  });
  const { body: products } = await till.call<{ items: Product[] }>('GET', '/products?search=bread');
  const [bread] = products.items;
  if (bread === undefined) throw new Error('the product is gone');
  expect(bread.onHandMilli).toBe(-12_000);
  expect(await till.engine.verify()).toMatchObject({ content: true, problems: [] });
});

test('books of the cashier’s day verify as they are, and go on in their shift', async () => {
  const till = await openOldBooks(3);
  expect(await till.engine.verify()).toMatchObject({ content: true, sales: 8, problems: [] });

  await moveTo(till, '2026-03-02T02:00:00.000Z');
  const { body: credits } = await till.call<{ items: { kind: string; balanceMinor: number }[] }>(
    'GET',
    '/credits',
  );
  expect(credits.items.map(({ kind, balanceMinor }) => [kind, balanceMinor]).toSorted()).toEqual([
    ['gift-card', 50_000],
    ['on-account', -7_000],
  ]);
  const { body: products } = await till.call<{ items: Product[] }>('GET', '/products?search=bread');
  const [bread] = products.items;
  if (bread === undefined) throw new Error('the product is gone');
  const { order } = await ringUp(till, { lines: [{ product: bread, quantityMilli: 1_000 }] });
  expect(order.receiptNumber).toBe('S01-T1-A-000010');
  const { status } = await takeBack(till, order);
  expect(status).toBe(201);
  expect(await till.engine.verify()).toMatchObject({ content: true, sales: 9, problems: [] });
});
