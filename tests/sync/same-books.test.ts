import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemIds } from '../../electron/engine/ids.ts';
import type { PulledEntry } from '../../electron/engine/sync/apply/index.ts';
import type { Product } from '../../shared/api/catalog.ts';
import type { Customer } from '../../shared/api/customers.ts';
import type { OrderCommitted, orderPage } from '../../shared/api/orders.ts';
import type { z } from 'zod';
import type { DayReport } from '../../shared/api/reports.ts';
import { booksOf } from '../fixtures/books-of.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { createExchange, entriesOf, receive } from '../fixtures/exchange.ts';
import { makeProduct } from '../fixtures/ring-up.ts';
import { takeBack } from '../fixtures/take-back.ts';

const kinds = [
  'cash',
  'coupon',
  'reward',
  'card-sold',
  'by-card',
  'by-points',
  'on-account',
  'refund',
  'void',
  'points',
  'stock',
  'store-credit',
  'paid-off',
  'limit',
  'exchange',
  'tell',
] as const;
const act = fc.record({
  kind: fc.constantFrom(...kinds),
  till: fc.nat(2),
  pick: fc.nat(1_000),
  seconds: fc.nat(12),
});
type Act = { kind: (typeof kinds)[number]; till: number; pick: number; seconds: number };

type Shop = {
  tills: TestEngine[];
  bread: Product;
  customers: Customer[];
  rewardId: string;
  /** The codes of gift cards, which customers carry from till to till. */
  codes: string[];
  random: () => number;
};

/** Tills of one shop with the same catalogue, each with a shift of its own. */
async function openShop(count: number, seed: number): Promise<Shop> {
  const tills: TestEngine[] = [];
  for (let number = 0; number < count; number += 1) {
    const till = await openTestEngine();
    await till.setUp();
    tills.push(till);
  }
  const [first] = tills as [TestEngine];
  await first.call('PATCH', '/settings', {
    body: { credit: { onAccount: true }, acts: { 'charge-account': allow, refund: allow, void: allow } },
  });
  const bread = await makeProduct(first, { name: 'Bread', priceMinor: 10_000 });
  const customers: Customer[] = [];
  for (const name of ['Maria', 'Jose']) {
    customers.push((await first.call<Customer>('POST', '/customers', { body: { name } })).body);
  }
  await first.call('POST', '/promotions', {
    body: {
      title: 'Ten off',
      effect: { kind: 'percent', percentPpm: 100_000 },
      needsCode: true,
      couponCode: 'TENOFF',
      bonusPoints: 3,
    },
  });
  const reward = {
    title: 'Fifty off',
    points: 10,
    effect: { kind: 'amount', amountMinor: 5_000 },
    stock: 40,
  };
  const { body } = await first.call<{ id: string }>('POST', '/rewards', { body: reward });
  await createExchange(tills.map(({ engine }) => engine.context))();
  for (const till of tills) await till.openShift();
  let state = seed + 1;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return { tills, bread, customers, rewardId: body.id, codes: [], random };
}
const allow = { within: 'allow', limit: null, beyond: 'allow' };

const line = ({ bread }: Shop, pieces = 1) => ({
  lineId: systemIds.uuid(),
  productId: bread.id,
  quantityMilli: pieces * 1_000,
  unitPriceMinor: bread.priceMinor,
});

function sell(shop: Shop, till: TestEngine, sale: object) {
  return till.call<OrderCommitted>('POST', '/orders', {
    body: { id: systemIds.uuid(), lines: [line(shop)], ...sale },
  });
}

/** Does one thing at one till. What the till refuses, as a cashier would be told, is no fault of the books. */
async function perform(shop: Shop, { kind, till: number, pick, seconds }: Act): Promise<unknown> {
  const till = shop.tills[number % shop.tills.length] as TestEngine;
  till.clock.advance(seconds * 1_000);
  const customerId = shop.customers[pick % shop.customers.length]?.id ?? '';
  const cash = (amountMinor: number) => ({ kind: 'cash', amountMinor });
  const post = async (path: string, body: object) =>
    (await till.call('POST', path, { body: { id: systemIds.uuid(), ...body } })).status;
  const pieces = 1 + (pick % 3);
  switch (kind) {
    case 'cash': {
      const totalMinor = pieces * 10_000;
      const lines = [line(shop, pieces)];
      const who = pick % 2 === 0 ? customerId : null;
      return (await sell(shop, till, { customerId: who, lines, tenders: [cash(totalMinor)], totalMinor }))
        .status;
    }
    case 'coupon': {
      const tenders = [cash(9_000)];
      return (await sell(shop, till, { customerId, promotionCodes: ['TENOFF'], tenders, totalMinor: 9_000 }))
        .status;
    }
    case 'reward': {
      const tenders = [cash(5_000)];
      const rewardIds = [shop.rewardId];
      return (await sell(shop, till, { customerId, rewardIds, tenders, totalMinor: 5_000 })).status;
    }
    case 'card-sold': {
      const giftCards = [{ lineId: systemIds.uuid(), amountMinor: 20_000 }];
      const sold = await sell(shop, till, { giftCards, tenders: [cash(30_000)], totalMinor: 30_000 });
      shop.codes.push(...sold.body.giftCards.map(({ code }) => code));
      return sold.status;
    }
    case 'by-card': {
      const code = shop.codes[pick % Math.max(shop.codes.length, 1)] ?? 'GC1';
      const tenders = [{ kind: 'gift-card', amountMinor: 7_000, code }, cash(3_000)];
      return (await sell(shop, till, { tenders, totalMinor: 10_000 })).status;
    }
    case 'by-points': {
      const tenders = [{ kind: 'points', amountMinor: 500 }, cash(9_500)];
      return (await sell(shop, till, { customerId, tenders, totalMinor: 10_000 })).status;
    }
    case 'on-account': {
      const tenders = [{ kind: 'on-account', amountMinor: 10_000 }];
      return (await sell(shop, till, { customerId, tenders, totalMinor: 10_000 })).status;
    }
    case 'points':
      return post(`/customers/${customerId}/points`, {
        kind: 'adjusted',
        points: pick % 2 === 0 ? 15 : -4,
        reason: 'By hand',
      });
    case 'store-credit':
      return post(`/customers/${customerId}/credits`, {
        kind: 'store-credit',
        amountMinor: 1_000 + pick,
        reason: 'Sorry',
      });
    case 'paid-off':
      return post(`/customers/${customerId}/account/payments`, { tender: 'cash', amountMinor: 1_000 });
    case 'limit': {
      const body = { limitMinor: 100_000 + pick };
      return (await till.call('PATCH', `/customers/${customerId}/account`, { body })).status;
    }
    case 'stock': {
      const body = { kind: 'receive', quantityMilli: 12_000, reason: 'Delivery' };
      return (await till.call('POST', `/products/${shop.bread.id}/stock-movements`, { body })).status;
    }
    case 'refund':
    case 'exchange':
    case 'void':
      return takeSomethingBack(shop, till, kind, pick);
    case 'tell':
      await tellSome(shop, till);
      return 200;
  }
}

async function takeSomethingBack(
  shop: Shop,
  till: TestEngine,
  kind: 'refund' | 'exchange' | 'void',
  pick: number,
): Promise<number> {
  const { body } = await till.call<z.infer<typeof orderPage>>('GET', '/orders?limit=200');
  const order = body.items[pick % Math.max(body.items.length, 1)];
  if (order === undefined) return 404;
  if (kind === 'void') {
    const voiding = { id: systemIds.uuid(), reason: 'Mistake' };
    return (await till.call('POST', `/orders/${order.id}/void`, { body: voiding })).status;
  }
  if (kind === 'refund') {
    const lines = pick % 2 === 0 ? {} : { lines: [{ position: 0, quantityMilli: 1_000 }] };
    return (await takeBack(till, order, { ...lines, restock: pick % 3 !== 0 })).status;
  }
  const exchange = {
    id: systemIds.uuid(),
    lines: [line(shop)],
    tenders: [],
    totalMinor: 10_000,
  };
  const payouts = [{ kind: 'exchange' as const, amountMinor: 10_000 }];
  const lines = [{ position: 0, quantityMilli: 1_000 }];
  return (await takeBack(till, order, { lines, more: { exchange, payouts } })).status;
}

/** Some entries of the others reach a till: any of them, in any order, some twice. */
async function tellSome(shop: Shop, to: TestEngine): Promise<void> {
  const { random } = shop;
  const all = shop.tills
    .filter((from) => from !== to)
    .flatMap(({ engine: { context } }) => entriesOf(context.read, context.identity().writer));
  const some = all.filter(() => random() < 0.7);
  await receive(to.engine.context, shuffled([...some, ...some.slice(0, 5)], random));
}

function shuffled(entries: PulledEntry[], random: () => number): PulledEntry[] {
  return entries
    .map((entry) => ({ entry, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}

/** The figures of a day, in an order that does not depend on whose rows came first. */
async function dayOf(till: TestEngine, date: string): Promise<object> {
  const { body } = await till.call<DayReport>('GET', `/reports/day?date=${date}`);
  const sorted = Object.entries(body).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map((row) => JSON.stringify(row)).sort() : value,
  ]);
  return Object.fromEntries(sorted) as object;
}

test('tills with the same entries have the same books, in whatever order those came', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 3 }),
      fc.nat(1_000_000),
      fc.array(act, { minLength: 25, maxLength: 40 }),
      async (count, seed, acts) => {
        const shop = await openShop(count, seed);
        for (const each of acts) await perform(shop, each);
        for (const till of shop.tills) await tellSome(shop, till);
        for (const to of shop.tills) {
          for (const { engine } of shop.tills) {
            const { read, identity } = engine.context;
            if (engine !== to.engine) await receive(to.engine.context, entriesOf(read, identity().writer));
          }
        }
        const [first, ...others] = shop.tills as [TestEngine, ...TestEngine[]];
        const books = booksOf(first.engine.context.read);
        expect(books['waiting']).toEqual([]);
        const day = await dayOf(first, '2026-03-02');
        expect(day).toMatchObject({ journal: { agrees: true } });
        for (const other of others) {
          expect(booksOf(other.engine.context.read)).toEqual(books);
          expect(await dayOf(other, '2026-03-02')).toEqual(day);
        }
        for (const { engine } of shop.tills) expect((await engine.verify()).problems).toEqual([]);
        for (const { engine } of shop.tills) await engine.close();
      },
    ),
    { numRuns: 3, endOnFailure: true },
  );
}, 300_000);
