import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Product } from '../../shared/api/catalog.ts';
import type { Customer } from '../../shared/api/customers.ts';
import type { Promotion } from '../../shared/api/offers.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import type { Actor } from '../../electron/engine/context.ts';
import { awardPurchase, findScannedCustomer, redeemAtCounter } from '../../electron/engine/counter/index.ts';
import { rawQuery } from '../../electron/engine/db/query.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { expirePoints } from '../../electron/engine/loyalty/expire-points.ts';
import { awardPoints } from '../../electron/engine/loyalty/index.ts';
import { reversePoints } from '../../electron/engine/loyalty/reverse-points.ts';
import { commitOrder } from '../../electron/engine/orders/index.ts';
import { openTestEngine, testShop, type TestEngine } from '../fixtures/engine.ts';
import { signIn } from '../fixtures/people.ts';
import { makeProduct } from '../fixtures/ring-up.ts';

type Customers = { row_id: number; id: string; points_balance: number; points_earned_ever: number };
type Entry = { key: string; points: number; balance_after: number };
type Sold = {
  rowId: number;
  publicId: number;
  totalMinor: number;
  customerRowId: number;
  customerId: string;
};

const everyCustomer = rawQuery<Record<never, never>, Customers>(
  'SELECT row_id, id, points_balance, points_earned_ever FROM customers ORDER BY row_id',
);
const entriesOf = rawQuery<{ customerRowId: number }, Entry>(
  'SELECT key, points, balance_after FROM points_entries WHERE customer_row_id = @customerRowId ORDER BY row_id',
);
const soldById = rawQuery<{ id: string }, Sold>(
  `SELECT o.row_id AS rowId, o.public_id AS publicId, o.total_minor AS totalMinor, c.row_id AS customerRowId, c.id AS customerId
   FROM orders o JOIN customers c ON c.row_id = o.customer_row_id WHERE o.id = @id`,
);
const accountRow = rawQuery<{ id: string }, { row_id: number }>('SELECT row_id FROM accounts WHERE id = @id');

type Shop = { till: TestEngine; actor: Actor; bread: Product; customers: Customer[]; promotion: Promotion };

async function openShop(): Promise<Shop> {
  const till = await openTestEngine();
  await till.setUp();
  await till.openShift();
  await till.call('PATCH', '/settings', { body: { points: { expiryMonths: 1 } } });
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 5_500 });
  const customers: Customer[] = [];
  for (const name of ['Ana', 'Ben'])
    customers.push((await till.call<Customer>('POST', '/customers', { body: { name } })).body);
  const { body: promotion } = await till.call<Promotion>('POST', '/promotions', {
    body: {
      title: 'Double',
      effect: { kind: 'points' },
      bonusPoints: 7,
      needsCode: true,
      limitPerCustomer: 3,
    },
  });
  const { username, password } = testShop.owner;
  const { account } = (await signIn(till.call, { username, password })).body;
  const accountRowId = till.engine.context.read.first(accountRow, { id: account.id })?.row_id ?? 0;
  const actor = { accountId: account.id, accountRowId, displayName: 'Olivia Owner' } as Actor;
  return { till, actor, bread, customers, promotion };
}

type Step = { act: string; which: number; customer: number; amount: number };
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('award', 'correct', 'sell', 'sell', 'purchase', 'redeem', 'refund', 'days'),
  which: fc.nat(4),
  customer: fc.nat(1),
  amount: fc.integer({ min: 1, max: 40 }),
});

/** Does one step; `ids` are those that the run draws from, so that acts come again. */
async function act(shop: Shop, ids: readonly string[], { act: what, which, customer, amount }: Step) {
  const { till, actor, bread, customers, promotion } = shop;
  const { context } = till.engine;
  const id = ids[which] ?? '';
  const customerId = customers[customer]?.id ?? '';
  const scanned = async () => {
    const found = await findScannedCustomer(context, customers[customer]?.qrCode ?? '');
    if (found === null) throw new Error('the customer is not found');
    return found;
  };
  const sold = context.read.first(soldById, { id });
  if (what === 'award')
    return awardPoints(context, { id, customerId, kind: 'bonus', points: amount, reason: 'Gift' }, actor);
  if (what === 'correct') {
    const change = { id: systemIds.uuid(), customerId, points: -amount, reason: 'Mistake' };
    return awardPoints(context, { ...change, kind: 'adjusted' }, actor);
  }
  if (what === 'sell') return sell(shop, id, customers[which % 2]?.id ?? '', { bread, quantity: which + 1 });
  if (what === 'purchase') {
    const order = { text: String(sold?.publicId ?? which), publicId: sold?.publicId ?? null };
    const purchase = { customer: await scanned(), totalMinor: amount * 1000, order, description: 'Purchase' };
    return awardPurchase(context, purchase, actor.accountId);
  }
  if (what === 'redeem') {
    const asked = {
      customer: await scanned(),
      promotionCode: promotion.qrCode,
      orderPublicId: null,
      scannedBy: '',
    };
    return redeemAtCounter(context, asked, actor.accountId);
  }
  if (what === 'days') {
    till.clock.set(till.clock.now() + amount * 86_400_000);
    return expirePoints(context);
  }
  if (sold === undefined) return ok(undefined);
  const reversal = {
    order: { rowId: sold.rowId, id, totalMinor: sold.totalMinor },
    customer: { rowId: sold.customerRowId, id: sold.customerId },
    documentId: `${id}-${amount}`,
    refundedMinor: Math.min(sold.totalMinor, amount * 700),
    description: 'Refund',
  };
  return context.write((tx) => ok(reversePoints(context, tx, reversal, actor.accountId)));
}

/** The same sale for the same id: half of it is paid with points where there are enough. */
function sell(
  { till, actor }: Shop,
  id: string,
  customerId: string,
  { bread, quantity }: { bread: Product; quantity: number },
): Promise<Result<unknown>> {
  const totalMinor = quantity * bread.priceMinor;
  const lineId = id.replace(/^.{8}/, 'ffffffff');
  const line = {
    lineId,
    productId: bread.id,
    quantityMilli: quantity * 1000,
    unitPriceMinor: bread.priceMinor,
  };
  const pointsMinor = quantity % 2 === 0 ? 100 : 0;
  const points = pointsMinor === 0 ? [] : [{ kind: 'points' as const, amountMinor: pointsMinor }];
  const tenders = [...points, { kind: 'cash' as const, amountMinor: totalMinor - pointsMinor }];
  const cart = {
    id,
    customerId,
    lines: [line],
    tenders,
    promotionCodes: [],
    giftCards: [],
    tipMinor: 0,
    approvalIds: [],
    rewardIds: [],
    totalMinor,
  };
  return commitOrder(till.engine.context, cart, actor);
}

function expectSums(shop: Shop): void {
  const { read } = shop.till.engine.context;
  for (const { row_id: customerRowId, points_balance: balance } of read.all(everyCustomer)) {
    let sum = 0;
    const keys = new Set<string>();
    for (const { key, points, balance_after: after } of read.all(entriesOf, { customerRowId })) {
      sum += points;
      expect(after).toBe(sum);
      keys.add(key);
    }
    expect([customerRowId, balance]).toEqual([customerRowId, sum]);
    expect(keys.size).toBe(read.all(entriesOf, { customerRowId }).length);
  }
}

test('whatever happens at the till, in any order and again: balances are sums, and the books verify', async () => {
  const shop = await openShop();
  let done = 0;
  const refused = new Set<string>();
  const property = fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
    const ids = Array.from({ length: 5 }, () => systemIds.uuid());
    for (const one of steps) {
      const result = await act(shop, ids, one);
      if (result.ok) done += 1;
      else refused.add(result.failure.code);
    }
    expectSums(shop);
    const { content, problems } = await shop.till.engine.verify();
    expect({ content, problems }).toEqual({ content: true, problems: [] });
  });
  await fc.assert(property, { numRuns: 12 });
  expect(done).toBeGreaterThan(100);
  const expected = ['points-short', 'promotion-refused', 'request-invalid'];
  expect([...refused].filter((code) => !expected.includes(code))).toEqual([]);
}, 120_000);
