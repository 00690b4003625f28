import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { Product } from '../shared/api/catalog.ts';
import type { Customer } from '../shared/api/customers.ts';
import type { Actor } from '../electron/engine/context.ts';
import { openConnection } from '../electron/engine/db/open.ts';
import { systemIds } from '../electron/engine/ids.ts';
import { commitOrder, type OrderCommitInput } from '../electron/engine/orders/index.ts';
import { join } from 'node:path';
import { openShop, type BenchEngine } from './open-engine.ts';
import { createFloor, type Floor } from './pay-floor.ts';
import { percentile, rounded, type Measured } from './percentile.ts';

const rounds = 1_500;
const warmUp = 150;

/** Pay → durable through the engine, against the same rows written by bare prepared statements in the same run. */
export async function measurePay(ordersStored: readonly number[]): Promise<Measured[]> {
  const shop = await openShop();
  try {
    const till = await prepareSales(shop);
    const measured: Measured[] = [];
    let stored = 0;
    for (const wanted of ordersStored) {
      await fill(till, wanted - stored);
      measured.push(...(await compare(shop, till, wanted)));
      stored = wanted + rounds + warmUp;
    }
    return measured;
  } finally {
    await shop.close();
  }
}

export type Till = { shop: BenchEngine; sale(): OrderCommitInput; actor: Actor };

/** A shelf, a regular customer, and sales of five lines each for cash. */
export async function prepareSales(shop: BenchEngine): Promise<Till> {
  const products: Product[] = [];
  for (let at = 0; at < 50; at += 1) {
    products.push(
      await shop.call('POST', '/products', { name: `Product ${at}`, priceMinor: 1_000 + at * 25 }),
    );
  }
  const customer = await shop.call<Customer>('POST', '/customers', { name: 'Regular' });
  const me = await shop.call<{ id: string }>('GET', '/sessions/current');
  let count = 0;
  return {
    shop,
    actor: {
      accountId: me.id,
      accountRowId: 1,
      sessionId: '',
      username: '',
      displayName: '',
      role: 'admin',
      permissions: [],
    },
    sale() {
      count += 1;
      const lines = [0, 1, 2, 3, 4].map((step) => {
        const product = products[(count * 7 + step * 11) % products.length];
        if (product === undefined) throw new Error('no product');
        const quantityMilli = 1_000 * (1 + ((count + step) % 2));
        return {
          lineId: systemIds.uuid(),
          productId: product.id,
          quantityMilli,
          unitPriceMinor: product.priceMinor,
        };
      });
      const totalMinor = lines.reduce(
        (sum, line) => sum + (line.unitPriceMinor * line.quantityMilli) / 1_000,
        0,
      );
      const tenders = [{ kind: 'cash' as const, amountMinor: totalMinor }];
      const offers = { promotionCodes: [], giftCards: [], tipMinor: 0, approvalIds: [], rewardIds: [] };
      return { id: systemIds.uuid(), customerId: customer.id, lines, tenders, totalMinor, ...offers };
    },
  };
}

/** So many sales, as many at once as fit into one commit. */
export async function fill(till: Till, count: number): Promise<void> {
  for (let done = 0; done < count; done += 64) {
    const together = Array.from({ length: Math.min(64, count - done) }, () =>
      commitOrder(till.shop.engine.context, till.sale(), till.actor),
    );
    for (const result of await Promise.all(together)) if (!result.ok) throw new Error(result.failure.message);
  }
}

async function rest(floor: Floor): Promise<void> {
  await setTimeout(2_500);
  floor.checkpoint();
}

async function compare(shop: BenchEngine, till: Till, ordersStored: number): Promise<Measured[]> {
  const { context } = shop.engine;
  await fill(till, 1);
  const floorFile = join(shop.dataDir, `floor-${ordersStored}.db`);
  const copying = openConnection(join(shop.dataDir, 'sukli.db'), 'write');
  copying.prepare('VACUUM INTO ?').run(floorFile);
  copying.close();
  const floor = createFloor(floorFile);

  const [ours, bare, http]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds + warmUp; round += 1) {
    // A counter has pauses: the till folds its log into the database then, and so does the floor.
    if (round % 250 === 0) await rest(floor);
    const sale = till.sale();
    let started = performance.now();
    const committed = await commitOrder(context, sale, till.actor);
    const engineTook = performance.now() - started;
    if (!committed.ok) throw new Error(committed.failure.message);

    started = performance.now();
    floor.writeSale();
    const floorTook = performance.now() - started;

    const request = till.sale();
    started = performance.now();
    await shop.call('POST', '/orders', request);
    const httpTook = performance.now() - started;
    if (round < warmUp) continue;
    ours.push(engineTook);
    bare.push(floorTook);
    http.push(httpTook);
  }
  floor.close();
  const at = `${ordersStored.toLocaleString('en')} orders stored`;
  const [p50, floor50, http50] = [percentile(ours, 0.5), percentile(bare, 0.5), percentile(http, 0.5)];
  const p99 = percentile(ours, 0.99) / percentile(bare, 0.99);
  return [
    {
      what: 'pay → durable, p50',
      at,
      value: rounded(p50 / floor50),
      unit: '× floor',
      promise: 1.5,
      detail: `engine ${rounded(p50)} ms, floor ${rounded(floor50)} ms; p99 ${rounded(percentile(ours, 0.99))} ms, ${rounded(p99)} × floor`,
    },
    {
      what: 'pay → durable over HTTP in process, above the floor',
      at,
      value: rounded(http50 - floor50),
      unit: 'ms',
      promise: 1,
      detail: `p50 ${rounded(http50)} ms, p99 ${rounded(percentile(http, 0.99))} ms`,
    },
  ];
}
