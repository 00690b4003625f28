import { beforeEach, expect, test } from 'vitest';
import type { Product } from '../../shared/api/catalog.ts';
import type { Customer, PointsEntry } from '../../shared/api/customers.ts';
import type {
  OfferUse,
  OffersAnswer,
  Promotion,
  PromotionCreate,
  PromotionPreviewed,
  PromotionUse,
  Reward,
  RewardCreate,
} from '../../shared/api/offers.ts';
import type { Order, OrderCommitted } from '../../shared/api/orders.ts';
import type { DayReport } from '../../shared/api/reports.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { openTestEngine, type Answer, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, moveTo, tamper } from '../fixtures/ring-up.ts';

let till: TestEngine;
let coffee: Product;
let cake: Product;
let maria: Customer;

beforeEach(async () => {
  till = await openTestEngine();
  await till.setUp();
  await till.openShift();
  coffee = await makeProduct(till, { name: 'Coffee', priceMinor: 10_000 });
  cake = await makeProduct(till, { name: 'Cake', priceMinor: 5_000 });
  maria = (await till.call<Customer>('POST', '/customers', { body: { name: 'Maria' } })).body;
});

type Refused = { error: { code: string; field?: string; details?: Record<string, unknown> } };

async function makePromotion(promotion: Partial<PromotionCreate>): Promise<Promotion> {
  const tenOff = { title: 'Ten off', effect: { kind: 'percent', percentPpm: 100_000 } };
  const { status, body } = await till.call<Promotion>('POST', '/promotions', {
    body: { ...tenOff, ...promotion },
  });
  expect(status).toBe(201);
  return body;
}

async function makeReward(reward: Partial<RewardCreate> = {}): Promise<Reward> {
  const fiftyOff = { title: 'Fifty off', points: 100, effect: { kind: 'amount', amountMinor: 5_000 } };
  const { status, body } = await till.call<Reward>('POST', '/rewards', { body: { ...fiftyOff, ...reward } });
  expect(status).toBe(201);
  return body;
}

async function givePoints(points: number): Promise<void> {
  const body = { id: systemIds.uuid(), kind: 'bonus', points, reason: 'Welcome' };
  expect((await till.call('POST', `/customers/${maria.id}/points`, { body })).status).toBe(201);
}

type Cart = {
  id?: string;
  products?: Product[];
  customerId?: string | null;
  promotionCodes?: string[];
  rewardIds?: string[];
  totalMinor: number;
  tenders?: object[];
  pricedAt?: string;
};

/** One piece of each product; cash for the whole total unless there are other tenders. */
function cartOf({ products = [coffee], ...cart }: Cart) {
  return {
    id: systemIds.uuid(),
    customerId: maria.id,
    tenders: cart.totalMinor === 0 ? [] : [{ kind: 'cash', amountMinor: cart.totalMinor }],
    lines: products.map(({ id, priceMinor }) => ({
      lineId: systemIds.uuid(),
      productId: id,
      quantityMilli: 1_000,
      unitPriceMinor: priceMinor,
    })),
    ...cart,
  };
}

const send = <T = OrderCommitted>(cart: object): Promise<Answer<T>> =>
  till.call<T>('POST', '/orders', { body: cart });

async function sell(cart: Cart): Promise<Order> {
  const { status, body } = await send(cartOf(cart));
  expect([status, body]).toMatchObject([201, {}]);
  expect((await till.call<Order>('GET', `/orders/${body.order.id}`)).body).toEqual(body.order);
  return body.order;
}

const refusal = async (cart: Cart) => {
  const { status, body } = await send<Refused>(cartOf(cart));
  return { status, ...body.error };
};

async function ledger(): Promise<[string, number, number][]> {
  const { body } = await till.call<{ items: PointsEntry[] }>('GET', `/customers/${maria.id}/points`);
  return body.items.map(({ kind, points, balanceAfter }) => [kind, points, balanceAfter]);
}

async function expectContent(): Promise<void> {
  expect((await till.engine.verify()).problems).toEqual([]);
}

test.each<[string, Partial<PromotionCreate>, () => Product[], number]>([
  ['a tenth off', {}, () => [coffee], 9_000],
  ['an amount off', { effect: { kind: 'amount', amountMinor: 2_500 } }, () => [coffee], 7_500],
  [
    'two for one',
    { effect: { kind: 'buy-get', buyCount: 1, getCount: 1, percentPpm: 1_000_000 } },
    () => [coffee, cake],
    10_000,
  ],
  ['a bundle', { effect: { kind: 'bundle', count: 2, priceMinor: 12_000 } }, () => [coffee, cake], 12_000],
  ['points alone', { effect: { kind: 'points' }, bonusPoints: 50 }, () => [coffee], 10_000],
])('%s is in the sale whole', async (_, fields, products, totalMinor) => {
  const promotion = await makePromotion(fields);
  const bonusPoints = fields.bonusPoints ?? 0;
  const order = await sell({ products: products(), totalMinor });
  const discountMinor = order.grossMinor - totalMinor;
  expect(order).toMatchObject({
    totalMinor,
    discountMinor,
    promotions: [{ promotionId: promotion.id, title: promotion.title, discountMinor, bonusPoints }],
    pointsEarned: Math.floor(totalMinor / 1_000) + bonusPoints,
  });
  expect(order.lines.reduce((sum, line) => sum + line.promotionMinor, 0)).toBe(discountMinor);
  expect((await till.call<PromotionUse>('GET', `/promotions/${promotion.id}/use`)).body).toMatchObject({
    uses: 1,
    customers: 1,
    discountMinor,
    points: bonusPoints,
    salesMinor: totalMinor,
    byDay: [{ date: '2026-03-02', uses: 1, discountMinor }],
    redemptions: [{ orderId: order.id, receiptNumber: order.receiptNumber, scannedBy: 'Olivia Owner' }],
  });
  await expectContent();
});

test('a promotion of a category, of members or of hours counts where it fits and when', async () => {
  const drinks = await till.call<{ id: string }>('POST', '/categories', {
    body: { name: 'Drinks', colour: 'blue' },
  });
  await till.call('PATCH', `/products/${coffee.id}`, { body: { categoryId: drinks.body.id } });
  await makePromotion({
    scope: { kind: 'categories', categoryIds: [drinks.body.id] },
    audience: { kind: 'members' },
    hours: { days: [1], from: '09:00', until: '10:00' },
  });
  await sell({ products: [coffee, cake], totalMinor: 14_000 });
  await sell({ products: [coffee, cake], totalMinor: 15_000, customerId: null });
  await moveTo(till, '2026-03-02T02:00:00.000Z');
  await sell({ products: [coffee, cake], totalMinor: 15_000 });
  await expectContent();
});

test('a code has to be presented, by QR or coupon; one of no promotion is refused', async () => {
  const { qrCode } = await makePromotion({ needsCode: true, couponCode: 'TEN' });
  await sell({ totalMinor: 10_000 });
  await sell({ totalMinor: 9_000, promotionCodes: ['ten'] });
  await sell({ totalMinor: 9_000, promotionCodes: [qrCode] });
  expect(await refusal({ totalMinor: 9_000, promotionCodes: ['ten', 'eleven'] })).toMatchObject({
    status: 409,
    code: 'promotion-refused',
    field: 'promotionCodes.1',
    details: { reason: 'unknown', code: 'eleven' },
  });
});

test('of promotions that do not combine the better counts; those that combine go together', async () => {
  await makePromotion({ title: 'Ten' });
  const better = await makePromotion({ title: 'Twenty', effect: { kind: 'percent', percentPpm: 200_000 } });
  const order = await sell({ totalMinor: 8_000 });
  expect(order.promotions.map(({ title }) => title)).toEqual(['Twenty']);
  await till.call('PATCH', `/promotions/${better.id}`, { body: { isActive: false } });
  await makePromotion({ title: 'Half', effect: { kind: 'percent', percentPpm: 500_000 }, combines: true });
  await makePromotion({ title: 'Fifth', effect: { kind: 'percent', percentPpm: 200_000 }, combines: true });
  expect((await sell({ totalMinor: 4_000 })).promotions).toHaveLength(2);
  await expectContent();
});

test('what is offered changes while a cart is open: the total differs, and nothing is sold', async () => {
  const { id } = await makePromotion({});
  await till.call('PATCH', `/promotions/${id}`, { body: { isActive: false } });
  expect(await refusal({ totalMinor: 9_000 })).toMatchObject({
    code: 'total-differs',
    details: { totalMinor: 10_000 },
  });
});

test('a change that a full disk refused changes no price', async () => {
  const { id } = await makePromotion({});
  await sell({ totalMinor: 9_000 });
  await till.limitDatabase(0);
  let refused = 0;
  for (let percent = 11; percent < 41; percent += 1) {
    const effect = { kind: 'percent', percentPpm: percent * 10_000 };
    const body = { effect, description: `${percent} ${'x'.repeat(480)}` };
    if ((await till.call('PATCH', `/promotions/${id}`, { body })).status === 507) refused += 1;
  }
  expect(refused).toBeGreaterThan(0);
  await till.limitDatabase(null);
  const { effect } = (await till.call<Promotion>('GET', `/promotions/${id}`)).body;
  if (effect.kind !== 'percent') throw new Error('the effect is another');
  expect(effect.percentPpm).toBeLessThan(400_000);
  await sell({ totalMinor: 10_000 - effect.percentPpm / 100 });
  await expectContent();
});

test('an offer that ended holds for the cart that was priced before, for ten minutes', async () => {
  await makePromotion({ validUntil: '2026-03-02T01:05:00.000Z' });
  const before = '2026-03-02T01:04:00.000Z';
  await moveTo(till, '2026-03-02T01:13:59.000Z');
  await sell({ totalMinor: 9_000, pricedAt: before });
  await sell({ totalMinor: 10_000 });
  await moveTo(till, '2026-03-02T01:14:01.000Z');
  expect(await refusal({ totalMinor: 9_000, pricedAt: before })).toMatchObject({ code: 'total-differs' });
});

test('an instant far ahead prices as now', async () => {
  await makePromotion({ validFrom: '2026-03-02T01:10:00.000Z' });
  expect(await refusal({ totalMinor: 9_000, pricedAt: '2026-03-02T01:11:00.000Z' })).toMatchObject({
    code: 'total-differs',
  });
});

test('a limit per customer is that of each customer', async () => {
  await makePromotion({ limitPerCustomer: 1 });
  await sell({ totalMinor: 9_000 });
  expect(await refusal({ totalMinor: 9_000 })).toMatchObject({ code: 'total-differs' });
  await sell({ totalMinor: 10_000 });
  const { body: ben } = await till.call<Customer>('POST', '/customers', { body: { name: 'Ben' } });
  await sell({ totalMinor: 9_000, customerId: ben.id });
  await expectContent();
});

test('the last use of a promotion goes to one of two sales at once', async () => {
  const { id } = await makePromotion({ limitTotal: 1 });
  const answers = await Promise.all([1, 2].map(() => send<Refused>(cartOf({ totalMinor: 9_000 }))));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.error.code).toBe('total-differs');
  expect((await till.call<Promotion>('GET', `/promotions/${id}`)).body.usedInTotal).toBe(1);
  await expectContent();
});

test('the same order id again takes nothing twice', async () => {
  const promotion = await makePromotion({ bonusPoints: 7 });
  const reward = await makeReward({ stock: 5 });
  await givePoints(300);
  const cart = cartOf({ promotionCodes: [promotion.qrCode], rewardIds: [reward.id], totalMinor: 4_000 });
  const answers = await Promise.all([1, 2, 3].map(() => send(cart)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 201]);
  for (const { body } of answers) expect(body.order).toEqual(answers[0]?.body.order);
  expect((await send<Refused>({ ...cart, rewardIds: [] })).body.error.code).toBe('order-id-reused');
  expect(await ledger()).toEqual([
    ['bonus', 7, 211],
    ['earned', 4, 204],
    ['redeemed', -100, 200],
    ['bonus', 300, 300],
  ]);
  expect((await till.call<Reward>('GET', `/rewards/${reward.id}`)).body).toMatchObject({
    stock: 4,
    usedInTotal: 1,
  });
  await expectContent();
});

test.each<[string, () => Partial<RewardCreate>, number]>([
  ['an amount', () => ({}), 10_000],
  ['a percentage', () => ({ effect: { kind: 'percent', percentPpm: 200_000 } }), 12_000],
  ['a free item', () => ({ effect: { kind: 'free-item', productId: cake.id } }), 10_000],
])('a reward of %s takes its points and its amount', async (_, fields, totalMinor) => {
  await givePoints(250);
  const reward = await makeReward(fields());
  const order = await sell({ products: [coffee, cake], rewardIds: [reward.id], totalMinor });
  const discountMinor = 15_000 - totalMinor;
  expect(order).toMatchObject({
    rewards: [{ rewardId: reward.id, title: reward.title, points: 100, discountMinor }],
    pointsSpent: 100,
    pointsBalanceAfter: 150 + totalMinor / 1_000,
  });
  expect(order.lines.reduce((sum, line) => sum + line.rewardMinor, 0)).toBe(discountMinor);
  expect((await till.call<OfferUse>('GET', `/rewards/${reward.id}/use`)).body).toMatchObject({
    uses: 1,
    customers: 1,
    points: 100,
    discountMinor,
    byDay: [{ date: '2026-03-02', uses: 1, discountMinor }],
  });
  await expectContent();
});

test.each<[string, () => Partial<RewardCreate>, string]>([
  ['more points than there are', () => ({ points: 251 }), 'points-short'],
  ['none left', () => ({ stock: 0 }), 'used-up'],
  [
    'its item not in the cart',
    () => ({ effect: { kind: 'free-item', productId: cake.id } }),
    'no-fitting-line',
  ],
  ['its time over', () => ({ validUntil: '2026-03-01T00:00:00.000Z' }), 'over'],
  ['switched off', () => ({ isActive: false }), 'inactive'],
])('a reward with %s refuses the sale with the reason', async (_, fields, reason) => {
  await givePoints(250);
  const reward = await makeReward(fields());
  expect(await refusal({ rewardIds: [reward.id], totalMinor: 5_000 })).toMatchObject({
    status: 409,
    code: 'reward-refused',
    field: 'rewardIds.0',
    details: { rewardId: reward.id, title: 'Fifty off', reason },
  });
  expect(await ledger()).toEqual([['bonus', 250, 250]]);
});

test('rewards need a customer, and have to exist', async () => {
  const reward = await makeReward();
  expect(await refusal({ rewardIds: [reward.id], customerId: null, totalMinor: 5_000 })).toMatchObject({
    status: 422,
    code: 'customer-needed',
  });
  expect(await refusal({ rewardIds: [systemIds.uuid()], totalMinor: 5_000 })).toMatchObject({
    status: 404,
    code: 'reward-unknown',
    field: 'rewardIds.0',
  });
});

test('the last piece of a reward goes to one of two sales at once', async () => {
  await givePoints(1_000);
  const reward = await makeReward({ stock: 1, limitPerCustomer: 5 });
  const answers = await Promise.all(
    [1, 2].map(() => send<Refused>(cartOf({ rewardIds: [reward.id], totalMinor: 5_000 }))),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect((await till.call<Reward>('GET', `/rewards/${reward.id}`)).body.stock).toBe(0);
  await expectContent();
});

test('half of a sale is paid with points, which earn none', async () => {
  await givePoints(600);
  const order = await sell({
    totalMinor: 10_000,
    tenders: [
      { kind: 'points', amountMinor: 5_000 },
      { kind: 'cash', amountMinor: 6_000 },
    ],
  });
  expect(order).toMatchObject({
    totalMinor: 10_000,
    changeMinor: 1_000,
    pointsEarned: 5,
    pointsSpent: 500,
    pointsBalanceAfter: 105,
    tenders: [
      { kind: 'points', amountMinor: 5_000 },
      { kind: 'cash', amountMinor: 5_000 },
    ],
  });
  expect(await ledger()).toEqual([
    ['earned', 5, 105],
    ['redeemed', -500, 100],
    ['bonus', 600, 600],
  ]);
  expect((await till.call<Customer>('GET', `/customers/${maria.id}`)).body.pointsBalance).toBe(105);
  await expectContent();
});

test('points that a reward takes are not there to pay with', async () => {
  await givePoints(150);
  const reward = await makeReward();
  const cart = { rewardIds: [reward.id], totalMinor: 5_000 };
  const pay = (points: number) => [
    { kind: 'points', amountMinor: points * 10 },
    { kind: 'cash', amountMinor: 5_000 - points * 10 },
  ];
  expect(await refusal({ ...cart, tenders: pay(51) })).toMatchObject({
    code: 'points-short',
    details: { missingPoints: 1 },
  });
  expect((await sell({ ...cart, tenders: pay(50) })).pointsBalanceAfter).toBe(4);
  await expectContent();
});

test.each<[string, Partial<Cart>, object, string]>([
  ['nobody', { customerId: null }, {}, 'customer-needed'],
  ['no whole points', { tenders: [{ kind: 'points', amountMinor: 10_000 - 5 }] }, {}, 'payment-short'],
  [
    'a part of a point',
    {
      tenders: [
        { kind: 'points', amountMinor: 9_995 },
        { kind: 'cash', amountMinor: 5 },
      ],
    },
    {},
    'points-invalid',
  ],
  ['less than the least', {}, { minimumPoints: 1_001 }, 'points-invalid'],
  ['a shop that takes none', {}, { redeem: false }, 'tender-unavailable'],
])('points of %s do not pay', async (_, cart, points, code) => {
  await givePoints(5_000);
  await till.call('PATCH', '/settings', { body: { points } });
  const tenders = [{ kind: 'points', amountMinor: 10_000 }];
  expect(await refusal({ totalMinor: 10_000, tenders, ...cart })).toMatchObject({ code });
  expect(await ledger()).toEqual([['bonus', 5_000, 5_000]]);
});

test('tier and product multiply what is earned; the tier is asked of the books', async () => {
  const tiers = [
    { id: 'gold', name: 'Gold', fromPoints: 100, multiplierPpm: 2_000_000 },
    { id: 'base', name: 'Base', fromPoints: 0, multiplierPpm: 1_000_000 },
  ];
  await till.call('PATCH', '/settings', { body: { points: { tiers } } });
  await till.call('PATCH', `/products/${cake.id}`, { body: { pointsMultiplierPpm: 3_000_000 } });
  await makePromotion({ title: 'Gold only', audience: { kind: 'tiers', tierIds: ['gold'] } });
  expect((await sell({ products: [coffee, cake], totalMinor: 15_000 })).pointsEarned).toBe(10 + 15);
  await givePoints(100);
  expect((await sell({ products: [coffee, cake], totalMinor: 13_500 })).pointsEarned).toBe(45);
  expect((await till.call<OffersAnswer>('GET', `/offers?customerId=${maria.id}`)).body).toMatchObject({
    promotions: [{ title: 'Gold only', usedByCustomer: 1 }],
    customer: { tierId: 'gold', tierName: 'Gold', multiplierPpm: 2_000_000, pointsBalance: 170 },
  });
  await expectContent();
});

test('a sell screen is told which points expire next', async () => {
  await till.call('PATCH', '/settings', { body: { points: { expiryMonths: 12 } } });
  await givePoints(80);
  const { body } = await till.call<OffersAnswer>('GET', `/offers?customerId=${maria.id}`);
  expect(body.customer).toMatchObject({
    expiringPoints: 80,
    expiringOn: expect.stringMatching(/^2027-03-0/),
  });
});

test('the day is told what was taken off and what points were given and taken, as the journal has it', async () => {
  await givePoints(600);
  await makePromotion({ bonusPoints: 5 });
  const reward = await makeReward();
  const tenders = [
    { kind: 'points', amountMinor: 2_000 },
    { kind: 'cash', amountMinor: 2_000 },
  ];
  await sell({ rewardIds: [reward.id], totalMinor: 4_000, tenders });
  const day = async () => (await till.call<DayReport>('GET', '/reports/day')).body;
  expect(await day()).toMatchObject({
    grossMinor: 10_000,
    discountMinor: 6_000,
    promotionMinor: 1_000,
    rewardMinor: 5_000,
    totalMinor: 4_000,
    pointsIssued: 2 + 5,
    pointsRedeemed: 300,
    byTender: [
      { kind: 'cash', count: 1, amountMinor: 2_000 },
      { kind: 'points', count: 1, amountMinor: 2_000 },
    ],
    journal: { agrees: true },
  });
  tamper(till, 'UPDATE order_lines SET reward_minor = 0');
  expect((await day()).journal.agrees).toBe(false);
});

test('a sell screen is told what what is on or nearly is, to staff too', async () => {
  await makePromotion({ title: 'On' });
  await makePromotion({ title: 'Tomorrow', validFrom: '2026-03-03T00:00:00.000Z' });
  await makePromotion({ title: 'Next week', validFrom: '2026-03-09T00:00:00.000Z' });
  await makePromotion({ title: 'Off', isActive: false });
  const reward = await makeReward();
  const token = await till.signInStaff();
  const { body } = await till.call<OffersAnswer>('GET', '/offers', { token });
  expect(body.promotions.map(({ title }) => title)).toEqual(['On', 'Tomorrow']);
  expect(body.rewards).toEqual([{ ...reward, usedByCustomer: 0 }]);
  expect(body.customer).toBeNull();
  expect((await till.call('GET', `/offers?customerId=${systemIds.uuid()}`)).status).toBe(404);
});

test('a promotion is tried on a cart before it is saved, among those that are', async () => {
  const saved = await makePromotion({ title: 'Twenty', effect: { kind: 'percent', percentPpm: 200_000 } });
  const lines = [{ productId: coffee.id, quantityMilli: 2_000 }];
  const preview = async (promotion: object, more: object = {}) =>
    (
      await till.call<PromotionPreviewed>('POST', '/promotions/preview', {
        body: { promotion: { title: 'Tried', ...promotion }, lines, customerId: maria.id, ...more },
      })
    ).body;
  expect(await preview({ effect: { kind: 'percent', percentPpm: 300_000 }, bonusPoints: 5 })).toMatchObject({
    applied: [{ title: 'Tried', discountMinor: 6_000, bonusPoints: 5 }],
    refused: [{ kind: 'promotion', title: 'Twenty', reason: 'better-offer', winnerTitle: 'Tried' }],
    lines: [{ name: 'Coffee', grossMinor: 20_000, promotionMinor: 6_000, totalMinor: 14_000 }],
    totalMinor: 14_000,
    pointsEarned: 14 + 5,
  });
  const own = { id: saved.id, effect: { kind: 'percent', percentPpm: 100_000 }, needsCode: true };
  expect(await preview(own)).toMatchObject({ promotionId: saved.id, totalMinor: 18_000, refused: [] });
  expect(await preview(own, { codePresented: false })).toMatchObject({
    totalMinor: 20_000,
    refused: [{ reason: 'code-needed' }],
  });
  expect((await till.call<{ total: number }>('GET', '/promotions')).body.total).toBe(1);
});

test.each([
  ['what a promotion took off', 'UPDATE order_lines SET promotion_minor = 0', /lines/],
  ['what a reward took off', 'UPDATE order_lines SET reward_minor = 1', /lines/],
  ['the points that were spent', 'UPDATE orders SET points_spent = 0', /points/],
  ['a redemption', 'UPDATE promotion_redemptions SET discount_minor = 0', /redemption/],
  ['whose redemption it is', 'UPDATE promotion_redemptions SET customer_row_id = NULL', /redemption/],
  ['a claim', 'UPDATE reward_claims SET points = 1', /claim/],
  ['the uses of a promotion', 'UPDATE promotions SET used_count = 0', /Promotion/],
  ['the stock of a reward', 'UPDATE rewards SET stock = 5', /Reward/],
  [
    'a claim that nobody made',
    `INSERT INTO reward_claims SELECT 9, 'x', reward_row_id, customer_row_id, order_row_id, points, discount_minor, at
     FROM reward_claims`,
    /Reward/,
  ],
  ['a redeemed entry', `UPDATE points_entries SET points = -1 WHERE kind = 'redeemed'`, /points/],
])('verify notices that %s was changed behind the books', async (_, sql, word) => {
  await givePoints(1_000);
  await makePromotion({ bonusPoints: 5 });
  const reward = await makeReward({ stock: 5 });
  await sell({
    rewardIds: [reward.id],
    totalMinor: 4_000,
    tenders: [
      { kind: 'points', amountMinor: 2_000 },
      { kind: 'cash', amountMinor: 2_000 },
    ],
  });
  await expectContent();
  tamper(till, sql);
  expect((await till.engine.verify()).problems.map(({ what }) => what).join('\n')).toMatch(word);
});

test('a voided sale uses up no promotion, no limit and no reward', async () => {
  const promotion = await makePromotion({ limitTotal: 1, limitPerCustomer: 1 });
  const reward = await makeReward({ stock: 1, limitPerCustomer: 1 });
  await givePoints(1_000);
  const taken = { rewardIds: [reward.id], totalMinor: 4_000 };
  for (const attempt of [1, 2]) {
    const order = await sell(taken);
    expect(order.discountMinor, `attempt ${attempt}`).toBe(6_000);
    expect((await till.call<Reward>('GET', `/rewards/${reward.id}`)).body.stock).toBe(0);
    const voided = await till.call('POST', `/orders/${order.id}/void`, {
      body: { id: systemIds.uuid(), reason: 'Typed twice' },
    });
    expect(voided.status).toBe(201);
    expect((await till.call<Reward>('GET', `/rewards/${reward.id}`)).body.stock).toBe(1);
    expect((await till.call<Promotion>('GET', `/promotions/${promotion.id}`)).body.usedInTotal).toBe(0);
    await expectContent();
  }
  await sell(taken);
  expect((await till.call<Promotion>('GET', `/promotions/${promotion.id}`)).body.usedInTotal).toBe(1);
  await expectContent();
});
