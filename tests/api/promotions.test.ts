import { beforeEach, expect, test } from 'vitest';
import type { Customer } from '../../shared/api/customers.ts';
import type { LookupAnswer } from '../../shared/api/lookup.ts';
import type { Promotion, PromotionCreate, PromotionUse } from '../../shared/api/offers.ts';
import { findPromotionByCode, redeemPromotion } from '../../electron/engine/promotions/index.ts';
import { query } from '../../electron/engine/db/query.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, moveTo, tamper } from '../fixtures/ring-up.ts';

let till: TestEngine;

beforeEach(async () => {
  till = await openTestEngine();
  await till.setUp();
});

type Refused = { error: { code: string; field?: string; message: string } };
const tenOff: PromotionCreate = { title: 'Ten off', effect: { kind: 'percent', percentPpm: 100_000 } };
const create = <T = Promotion>(body: object) => till.call<T>('POST', '/promotions', { body });

async function makePromotion(promotion: Partial<PromotionCreate> = {}): Promise<Promotion> {
  const { status, body } = await create({ ...tenOff, ...promotion });
  expect(status).toBe(201);
  return body;
}

test('a promotion is made with a QR code of its own, and is found again', async () => {
  const made = await makePromotion({ couponCode: 'save-10' });
  expect(made).toMatchObject({
    number: 1,
    title: 'Ten off',
    scope: { kind: 'all' },
    audience: { kind: 'everybody' },
    needsCode: false,
    isActive: true,
    usedInTotal: 0,
  });
  expect(made.qrCode).toMatch(/^[0-9A-F]{32}$/);
  expect((await till.call('GET', `/promotions/${made.id}`)).body).toEqual(made);
  expect((await till.call('GET', '/promotions')).body).toEqual({
    items: [{ ...made, discountInTotalMinor: 0 }],
    total: 1,
    offset: 0,
  });
  expect((await till.engine.verify()).problems).toEqual([]);
});

test('the same id again is the same promotion, unchanged', async () => {
  const id = systemIds.uuid();
  const first = await create({ ...tenOff, id });
  const again = await create({ ...tenOff, id, title: 'Another' });
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toEqual(first.body);
});

test.each([
  [
    'an unknown product',
    { scope: { kind: 'products', productIds: [systemIds.uuid()] } },
    'scope.productIds.0',
  ],
  [
    'an unknown category',
    { scope: { kind: 'categories', categoryIds: [systemIds.uuid()] } },
    'scope.categoryIds.0',
  ],
  ['an unknown tier', { audience: { kind: 'tiers', tierIds: ['gold'] } }, 'audience.tierIds.0'],
  [
    'an unknown customer',
    { audience: { kind: 'customers', customerIds: [systemIds.uuid()] } },
    'audience.customerIds.0',
  ],
  [
    'an end before its beginning',
    { validFrom: '2026-03-02T00:00:00.000Z', validUntil: '2026-03-01T00:00:00.000Z' },
    'validUntil',
  ],
  ['a day twice', { hours: { days: [1, 1], from: '09:00', until: '10:00' } }, 'hours.days'],
  ['points alone, and none', { effect: { kind: 'points' } }, 'bonusPoints'],
])('%s is refused with its field', async (_, fields, field) => {
  expect(await create<Refused>({ ...tenOff, ...fields })).toMatchObject({
    status: 422,
    body: { error: { code: 'offer-invalid', field } },
  });
  expect((await till.call<{ total: number }>('GET', '/promotions')).body.total).toBe(0);
});

test('a coupon belongs to one promotion, in any spelling, and to no product', async () => {
  const first = await makePromotion({ couponCode: 'Save-10' });
  const taken = { status: 409, body: { error: { code: 'coupon-taken', field: 'couponCode' } } };
  expect(await create({ ...tenOff, couponCode: 'SAVE-10' })).toMatchObject(taken);
  await makeProduct(till, { name: 'Bread', priceMinor: 100, sku: 'BREAD' });
  expect(await create({ ...tenOff, couponCode: 'bread' })).toMatchObject(taken);
  expect(
    await till.call('PATCH', `/promotions/${first.id}`, { body: { couponCode: 'SAVE-10' } }),
  ).toMatchObject({ status: 200, body: { couponCode: 'SAVE-10' } });
});

test('a change is journalled with what differs, and one that changes nothing is not', async () => {
  const { id } = await makePromotion({ bonusPoints: 5 });
  await till.call('PATCH', `/promotions/${id}`, { body: { title: 'Ten off', bonusPoints: 5 } });
  await till.call('PATCH', `/promotions/${id}`, { body: { title: 'Eleven off', bonusPoints: 5 } });
  const { body } = await till.call<{ items: { body: unknown }[]; total: number }>(
    'GET',
    '/journal?kind=promotion.changed',
  );
  expect(body).toMatchObject({
    total: 1,
    items: [{ body: { promotionId: id, changes: { title: 'Eleven off' } } }],
  });
  expect((await till.call('PATCH', `/promotions/${systemIds.uuid()}`, { body: {} })).status).toBe(404);
  expect((await till.engine.verify()).problems).toEqual([]);
});

test('promotions are listed by state and by words', async () => {
  await makePromotion({ title: 'Merienda hour', validUntil: '2026-03-10T00:00:00.000Z' });
  await makePromotion({ title: 'Planned', validFrom: '2026-04-01T00:00:00.000Z' });
  await makePromotion({ title: 'Off', isActive: false });
  const titles = async (queryText: string) =>
    (await till.call<{ items: Promotion[] }>('GET', `/promotions?${queryText}`)).body.items.map(
      ({ title }) => title,
    );
  expect(await titles('state=running')).toEqual(['Merienda hour']);
  expect(await titles('state=planned')).toEqual(['Planned']);
  expect(await titles('state=off')).toEqual(['Off']);
  expect(await titles('search=MERIENDA')).toEqual(['Merienda hour']);
  await moveTo(till, '2026-03-10T00:00:00.000Z');
  expect(await titles('state=ended')).toEqual([]);
  await moveTo(till, '2026-03-10T00:00:00.001Z');
  expect(await titles('state=ended')).toEqual(['Merienda hour']);
});

test('staff look at promotions and do not change them', async () => {
  const { id } = await makePromotion();
  const token = await till.signInStaff();
  expect((await till.call('GET', `/promotions/${id}/use`, { token })).status).toBe(200);
  expect((await till.call('POST', '/promotions', { token, body: tenOff })).status).toBe(403);
  expect((await till.call('PATCH', `/promotions/${id}`, { token, body: { title: 'x' } })).status).toBe(403);
});

test('a code at the counter names its promotion', async () => {
  const made = await makePromotion({ couponCode: 'SAVE10' });
  const lookUp = async (code: string) => (await till.call<LookupAnswer>('GET', `/lookup/${code}`)).body;
  for (const code of [made.qrCode, made.qrCode.toLowerCase(), 'save10', 'SAVE10']) {
    expect(await lookUp(code)).toEqual({ kind: 'promotion', promotion: made });
  }
});

test('QR codes are drawn alone, on a poster, and on a sheet of several', async () => {
  const coffee = await makeProduct(till, { name: 'Coffee', priceMinor: 4_500 });
  const one = await makePromotion({
    title: 'Buy two, get one',
    description: 'Weekdays only',
    effect: { kind: 'buy-get', buyCount: 2, getCount: 1, percentPpm: 1_000_000 },
    scope: { kind: 'products', productIds: [coffee.id] },
    hours: { days: [1, 2], from: '14:00', until: '17:00' },
    validUntil: '2026-12-31T00:00:00.000Z',
    limitPerCustomer: 1,
  });
  const other = await makePromotion();
  const qr = await till.call<string>('GET', `/promotions/${one.id}/qr.svg`);
  expect(qr.headers.get('content-type')).toBe('image/svg+xml');
  expect(qr.body).toContain('<svg');
  const pages = async (path: string) => {
    const { status, headers, body } = await till.call<string>('GET', path);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
    return body.match(/\/Type \/Page\b/g)?.length;
  };
  expect(await pages(`/promotions/${one.id}/sheet.pdf`)).toBe(1);
  expect(await pages(`/promotions/sheet.pdf?ids=${one.id},${other.id}`)).toBe(1);
  expect((await till.call('GET', '/promotions/sheet.pdf?ids=x')).status).toBe(400);
  expect((await till.call('GET', `/promotions/sheet.pdf?ids=${systemIds.uuid()}`)).status).toBe(404);
});

const customerRow = query<{ id: string }>()((b, p) =>
  b.selectFrom('customers').select(['row_id', 'id']).where('id', '=', p('id')),
);

async function openForRedeeming(fields: Partial<PromotionCreate>) {
  const { id, qrCode } = await makePromotion({ effect: { kind: 'points' }, bonusPoints: 50, ...fields });
  const { body: customer } = await till.call<Customer>('POST', '/customers', { body: { name: 'Maria' } });
  const { context } = till.engine;
  const redeem = () =>
    context.write((tx) => {
      const promotion = findPromotionByCode(tx, qrCode);
      const row = tx.first(customerRow, { id: customer.id });
      if (promotion === null || row === undefined) throw new Error('what was made is not there');
      return redeemPromotion(context, tx, {
        promotion,
        customer: { rowId: row.row_id, id: row.id },
        order: null,
        scannedBy: 'Ana',
        actorId: 'system',
      });
    });
  const balance = async () =>
    (await till.call<Customer>('GET', `/customers/${customer.id}`)).body.pointsBalance;
  return { id, redeem, balance };
}

test('a promotion that is redeemed without a sale gives its points once for each time', async () => {
  const { id, redeem, balance } = await openForRedeeming({ limitPerCustomer: 2 });
  expect(await redeem()).toMatchObject({
    ok: true,
    value: { pointsAwarded: 50, balanceAfter: 50, rowId: 1 },
  });
  expect(await redeem()).toMatchObject({ ok: true, value: { balanceAfter: 100 } });
  expect(await redeem()).toMatchObject({
    ok: false,
    failure: { code: 'promotion-refused', details: { reason: 'used-up-by-customer', limit: 2 } },
  });
  expect(await balance()).toBe(100);
  expect((await till.call<PromotionUse>('GET', `/promotions/${id}/use`)).body).toMatchObject({
    uses: 2,
    customers: 1,
    points: 100,
    salesMinor: 0,
    byDay: [{ date: '2026-03-02', uses: 2, discountMinor: 0 }],
    redemptions: [{ scannedBy: 'Ana', pointsAwarded: 50, orderId: null }, { pointsAwarded: 50 }],
  });
  expect((await till.engine.verify()).problems).toEqual([]);
});

test.each([
  ['inactive', { isActive: false }],
  ['not-yet', { validFrom: '2026-04-01T00:00:00.000Z' }],
  ['over', { validUntil: '2026-03-01T00:00:00.000Z' }],
  ['wrong-hours', { hours: { days: [7], from: '08:00', until: '18:00' } }],
])('a promotion that is %s is not redeemed, and nothing is written', async (reason, fields) => {
  const { redeem, balance } = await openForRedeeming(fields);
  expect(await redeem()).toMatchObject({ ok: false, failure: { details: { reason } } });
  expect(await balance()).toBe(0);
});

test('a promotion for others is not redeemed', async () => {
  const { body: ben } = await till.call<Customer>('POST', '/customers', { body: { name: 'Ben' } });
  const audience = { kind: 'customers' as const, customerIds: [ben.id] };
  const { redeem } = await openForRedeeming({ audience });
  expect(await redeem()).toMatchObject({
    ok: false,
    failure: { code: 'promotion-refused', details: { reason: 'not-for-this-customer' } },
  });
});

test('the last use of a promotion is given once, however many ask at once', async () => {
  const { redeem, balance } = await openForRedeeming({ limitTotal: 3 });
  const answers = await Promise.all(Array.from({ length: 8 }, redeem));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
  expect(await balance()).toBe(150);
  expect((await till.engine.verify()).problems).toEqual([]);
});

test.each([
  ['its title', `UPDATE promotions SET title = 'Free'`],
  ['its effect', `UPDATE promotions SET effect = '{"kind":"percent","percentPpm":1000000}'`],
  ['its limit', `UPDATE promotions SET limit_total = 1000`],
  ['its count of uses', `UPDATE promotions SET used_count = 0`],
  ['a redemption', `UPDATE promotion_redemptions SET scanned_by = 'Bob'`],
  ['a removed redemption', `DELETE FROM promotion_redemptions; UPDATE promotions SET used_count = 0`],
  [
    'a redemption that nobody made',
    `INSERT INTO promotion_redemptions SELECT 9, 'x', promotion_row_id, customer_row_id, NULL, NULL, 0, 0, '', at, journal_seq
     FROM promotion_redemptions; UPDATE promotions SET used_count = 2`,
  ],
  [
    'a promotion that nobody made',
    `INSERT INTO promotions SELECT 9, 'x', title, description, effect, scope, audience, needs_code, 'QR', NULL, NULL,
     valid_from, valid_until, hours, minimum_spend_minor, bonus_points, combines, priority, limit_per_customer,
     limit_total, is_active, 0, created_at, updated_at FROM promotions`,
  ],
])('verify notices that %s was changed behind the books', async (_, sql) => {
  const { redeem } = await openForRedeeming({});
  await redeem();
  expect((await till.engine.verify()).problems).toEqual([]);
  tamper(till, sql);
  const { problems } = await till.engine.verify();
  expect(problems.map(({ what }) => what).join()).toMatch(/[Pp]romotion|redemption/);
});
