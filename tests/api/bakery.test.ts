import { existsSync, readFileSync, statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import type { DayReport } from '../../shared/api/reports.ts';
import type { Product } from '../../shared/api/catalog.ts';
import type { OrderCommitted } from '../../shared/api/orders.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { databaseFile } from '../../electron/engine/db/open.ts';
import { openTestEngine, testShop, type TestEngine } from '../fixtures/engine.ts';
import { cookieOf, refresh, signIn } from '../fixtures/people.ts';
import { makeProduct } from '../fixtures/ring-up.ts';

/**
 * Five months of a real bakery ("BreadBasket_DMS"), rung up through the API. The whole file stands beside the
 * repository or where SUKLI_BAKERY says; its first week, kept with the tests, is rung up anywhere.
 */
const whole = [process.env['SUKLI_BAKERY'], '../shared/data/bakery-sales.csv'].find(
  (file) => file !== undefined && existsSync(file),
);
const file = whole ?? 'tests/fixtures/bakery-first-week.csv';

type Line = { date: string; time: string; transaction: string; item: string };

function readLines(): Line[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [date = '', time = '', transaction = '', ...item] = line.split(',');
      return { date, time, transaction, item: item.join(',').trim() };
    })
    .filter(({ item }) => item !== 'NONE');
}

/** The fixed table of prices: 0.50 to 40.25 by the letters of the name, so that anybody can compute it again. */
function priceOf(item: string): number {
  const sum = [...item].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return 50 + (sum % 160) * 25;
}

test(`the bakery's sales of ${whole === undefined ? 'its first week' : 'five months'} add up by day and by item`, async () => {
  const lines = readLines();
  const expected = sumUp(lines);
  const till = await openTestEngine();
  await till.setUp();
  await till.openShift();
  const products = new Map<string, Product>();
  for (const item of expected.byItem.keys()) {
    products.set(item, await makeProduct(till, { name: item, priceMinor: priceOf(item), tracksStock: true }));
  }

  const started = performance.now();
  const sold = await ringUpAll(till, lines, products);
  const seconds = (performance.now() - started) / 1000;

  expect(sold).toBe(expected.sales);
  if (whole !== undefined) expect(sold).toBe(9_465);
  const byItem = new Map<string, number>();
  for (const [date, { totalMinor, orders }] of expected.byDay) {
    const { body: day } = await till.call<DayReport>('GET', `/reports/day?date=${date}`);
    expect([date, day.totalMinor, day.ordersCount, day.journal.agrees]).toEqual([
      date,
      totalMinor,
      orders,
      true,
    ]);
    for (const { name, totalMinor: ofItem } of day.byProduct)
      byItem.set(name, (byItem.get(name) ?? 0) + ofItem);
  }
  expect(new Map([...byItem].toSorted())).toEqual(new Map([...expected.byItem].toSorted()));

  const verified = await till.engine.verify();
  expect(verified).toMatchObject({ content: true, sales: sold });
  const megabytes = statSync(databaseFile(till.dataDir)).size / 2 ** 20;
  console.log(
    `${sold} sales in ${seconds.toFixed(1)} s (${Math.round(sold / seconds)}/s through the API), ${megabytes.toFixed(1)} MiB, verified in ${verified.milliseconds} ms`,
  );
}, 600_000);

/** The independent computation: straight from the file, without the product's code. */
function sumUp(lines: readonly Line[]) {
  const byDay = new Map<string, { totalMinor: number; orders: number }>();
  const byItem = new Map<string, number>();
  const transactions = new Set<string>();
  for (const { date, transaction, item } of lines) {
    const day = byDay.get(date) ?? { totalMinor: 0, orders: 0 };
    day.totalMinor += priceOf(item);
    if (!transactions.has(transaction)) day.orders += 1;
    transactions.add(transaction);
    byDay.set(date, day);
    byItem.set(item, (byItem.get(item) ?? 0) + priceOf(item));
  }
  return { sales: transactions.size, byDay, byItem };
}

async function ringUpAll(
  till: TestEngine,
  lines: readonly Line[],
  products: Map<string, Product>,
): Promise<number> {
  const sales = Map.groupBy(lines, ({ transaction }) => transaction);
  const stayIn = staySignedIn(till);
  for (const [, items] of sales) {
    const [first] = items;
    if (first === undefined) continue;
    // The bakery's clock on the wall, in the time zone of the test shop.
    const at = Date.parse(`${first.date}T${first.time}+08:00`);
    till.clock.set(at);
    await stayIn(at);
    await ringUpOne(till, items, products);
  }
  return sales.size;
}

/** As the screen does: refreshes access before it ends, and signs in again when the session has. */
function staySignedIn(till: TestEngine): (at: number) => Promise<void> {
  const { username, password } = testShop.owner;
  let refreshedAt = 0;
  let cookie: string | null = null;
  return async (at) => {
    if (at - refreshedAt < 8 * 60_000) return;
    refreshedAt = at;
    let answer = cookie === null ? null : await refresh(till.call, cookie);
    if (answer?.status !== 200) answer = await signIn(till.call, { username, password });
    cookie = cookieOf(answer);
    till.useToken(answer.body.accessToken);
  };
}

async function ringUpOne(
  till: TestEngine,
  items: readonly Line[],
  products: Map<string, Product>,
): Promise<void> {
  const lines = [...Map.groupBy(items, ({ item }) => item)].map(([item, same]) => {
    const product = products.get(item);
    if (product === undefined) throw new Error(`no product for ${item}`);
    return {
      lineId: systemIds.uuid(),
      productId: product.id,
      quantityMilli: same.length * 1_000,
      unitPriceMinor: product.priceMinor,
    };
  });
  const totalMinor = items.reduce((sum, { item }) => sum + priceOf(item), 0);
  const { status, body } = await till.call<OrderCommitted>('POST', '/orders', {
    body: { id: systemIds.uuid(), lines, tenders: [{ kind: 'cash', amountMinor: totalMinor }], totalMinor },
  });
  if (status !== 201) throw new Error(`a sale answered ${status}: ${JSON.stringify(body)}`);
}
