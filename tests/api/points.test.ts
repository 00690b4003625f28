import { expect, test, vi } from 'vitest';
import type { Customer, PointsEntry } from '../../shared/api/customers.ts';
import type { OffersAnswer } from '../../shared/api/offers.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, moveTo, ringUp } from '../fixtures/ring-up.ts';

async function openShop() {
  const till = await openTestEngine();
  await till.setUp();
  const { body: ana } = await till.call<Customer>('POST', '/customers', { body: { name: 'Ana' } });
  return { till, ana };
}

type Failed = { error: { code: string; field?: string; details?: Record<string, unknown> } };

function award(till: TestEngine, customerId: string, change: object, token?: string) {
  return till.call<PointsEntry & Failed>('POST', `/customers/${customerId}/points`, {
    body: { id: systemIds.uuid(), kind: 'bonus', points: 10, reason: 'Birthday', ...change },
    ...(token === undefined ? {} : { token }),
  });
}

const balanceOf = async (till: TestEngine, id: string) => {
  const { body } = await till.call<Customer>('GET', `/customers/${id}`);
  return [body.pointsBalance, body.pointsEarnedEver];
};

test('points by hand are an entry with a reason and a name, once for each id', async () => {
  const { till, ana } = await openShop();
  const id = systemIds.uuid();
  const first = await award(till, ana.id, { id });
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({
    kind: 'bonus',
    points: 10,
    balanceAfter: 10,
    description: 'Birthday',
    orderId: null,
    by: 'Olivia Owner',
  });
  const again = await award(till, ana.id, { id, points: 99 });
  expect([again.status, again.body]).toEqual([200, first.body]);
  expect(await balanceOf(till, ana.id)).toEqual([10, 10]);

  const corrected = await award(till, ana.id, { kind: 'adjusted', points: -4, reason: 'Typed wrong' });
  expect(corrected.body).toMatchObject({ kind: 'adjusted', points: -4, balanceAfter: 6 });
  // A correction is nothing that was earned, so no tier follows from it.
  expect(await balanceOf(till, ana.id)).toEqual([6, 10]);
  const { body: page } = await till.call<{ items: PointsEntry[]; total: number }>(
    'GET',
    `/customers/${ana.id}/points`,
  );
  expect(page).toMatchObject({ total: 2, items: [corrected.body, first.body] });
  expect(await till.engine.verify()).toMatchObject({ content: true, problems: [] });
});

test('points by hand never go below nothing, and are whole and not none', async () => {
  const { till, ana } = await openShop();
  await award(till, ana.id, {});
  const codeOf = async (change: object) => {
    const { status, body } = await award(till, ana.id, change);
    return [status, body.error.code];
  };
  expect(await codeOf({ kind: 'adjusted', points: -11 })).toEqual([409, 'points-short']);
  expect(await codeOf({ kind: 'bonus', points: -1 })).toEqual([422, 'points-invalid']);
  expect(await codeOf({ kind: 'bonus', points: 0 })).toEqual([422, 'points-invalid']);
  expect(await codeOf({ kind: 'adjusted', points: 0 })).toEqual([422, 'points-invalid']);
  for (const points of [1.5, '10', true, null, 1e12]) {
    expect(await codeOf({ points })).toEqual([400, 'request-invalid']);
  }
  expect(await codeOf({ kind: 'earned' })).toEqual([400, 'request-invalid']);
  expect(await codeOf({ reason: '' })).toEqual([400, 'request-invalid']);
  expect(await balanceOf(till, ana.id)).toEqual([10, 10]);
  expect((await award(till, ana.id, { kind: 'adjusted', points: -10 })).body.balanceAfter).toBe(0);
});

test('an award goes to a customer that is there, and its id to one customer alone', async () => {
  const { till, ana } = await openShop();
  const { body: ben } = await till.call<Customer>('POST', '/customers', { body: { name: 'Ben' } });
  const id = systemIds.uuid();
  expect((await award(till, systemIds.uuid(), {})).body.error.code).toBe('customer-unknown');
  await award(till, ana.id, { id });
  const other = await award(till, ben.id, { id });
  expect([other.status, other.body.error]).toMatchObject([400, { code: 'request-invalid', field: 'id' }]);
  expect(await balanceOf(till, ben.id)).toEqual([0, 0]);
});

test('the same award asked for many times at once counts once', async () => {
  const { till, ana } = await openShop();
  const id = systemIds.uuid();
  const answers = await Promise.all(Array.from({ length: 20 }, () => award(till, ana.id, { id })));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(await balanceOf(till, ana.id)).toEqual([10, 10]);
});

test('staff give no points by hand', async () => {
  const { till, ana } = await openShop();
  const staff = await till.signInStaff();
  expect((await award(till, ana.id, {}, staff)).status).toBe(403);
  expect(await balanceOf(till, ana.id)).toEqual([0, 0]);
});

test('points of sales and by hand stand in one ledger', async () => {
  const { till, ana } = await openShop();
  await till.openShift();
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 5_500 });
  await award(till, ana.id, {});
  const { order } = await ringUp(till, {
    lines: [{ product: bread, quantityMilli: 1000 }],
    customerId: ana.id,
  });
  const { body: page } = await till.call<{ items: PointsEntry[] }>('GET', `/customers/${ana.id}/points`);
  expect(page.items).toMatchObject([
    { kind: 'earned', points: 5, balanceAfter: 15, orderId: order.id, receiptNumber: order.receiptNumber },
    { kind: 'bonus', points: 10, balanceAfter: 10, receiptNumber: null },
  ]);
  expect(await balanceOf(till, ana.id)).toEqual([15, 15]);
  expect((await till.engine.verify()).content).toBe(true);
});

/** The job reads on a thread of its own, which may have to start. */
function untilBalance(till: TestEngine, id: string, expected: number[]): Promise<void> {
  return vi.waitFor(async () => expect(await balanceOf(till, id)).toEqual(expected), { timeout: 20_000 });
}

/** What ends next, as the sell screen and the customer page say it. */
async function nextOf(till: TestEngine, id: string): Promise<[number, string | null]> {
  const { body } = await till.call<OffersAnswer>('GET', `/offers?customerId=${id}`);
  return [body.customer?.expiringPoints ?? -1, body.customer?.expiringOn ?? null];
}

test('points end at the start of a business day and at the start of the till, once', async () => {
  const { till, ana } = await openShop();
  await award(till, ana.id, {});
  await till.call('PATCH', '/settings', { body: { points: { expiryMonths: 12 } } });
  await moveTo(till, '2026-12-01T01:00:00.000Z');
  await award(till, ana.id, { points: 4 });
  expect(await nextOf(till, ana.id)).toEqual([10, '2027-03-03']);
  await moveTo(till, '2027-03-02T15:59:30.000Z');
  till.clock.advance(31_000);
  await untilBalance(till, ana.id, [4, 14]);
  const { body: page } = await till.call<{ items: PointsEntry[] }>('GET', `/customers/${ana.id}/points`);
  expect(page.items[0]).toMatchObject({
    kind: 'expired',
    points: -10,
    balanceAfter: 4,
    description: 'Points from before 2026-03-03',
    by: null,
  });
  expect(await nextOf(till, ana.id)).toEqual([4, '2027-12-02']);

  till.clock.set(Date.parse('2028-01-01T00:00:00.000Z'));
  const again = await till.restart();
  await untilBalance(again, ana.id, [0, 14]);
  const later = await again.restart();
  expect(await balanceOf(later, ana.id)).toEqual([0, 14]);
  expect(await nextOf(later, ana.id)).toEqual([0, null]);
  expect(await later.engine.verify()).toMatchObject({ content: true, problems: [] });
});

test('points end when the owner says after how long, without a new day', async () => {
  const { till, ana } = await openShop();
  await award(till, ana.id, {});
  await moveTo(till, '2026-06-01T01:00:00.000Z');
  await till.call('PATCH', '/settings', { body: { points: { expiryMonths: 2 } } });
  till.clock.advance(60_000);
  await untilBalance(till, ana.id, [0, 10]);
});

const tier = (id: string, fromPoints: number) => ({ id, name: id, fromPoints, multiplierPpm: 1_000_000 });

test('tiers have ids and beginnings of their own, and a customer is given one that is there', async () => {
  const { till, ana } = await openShop();
  const change = async (tiers: object[]) => {
    const { status, body } = await till.call<Failed>('PATCH', '/settings', { body: { points: { tiers } } });
    return status === 200 ? status : [status, body.error.code, body.error.field];
  };
  expect(await change([tier('gold', 100), tier('gold', 200)])).toEqual([
    422,
    'setting-invalid',
    'points.tiers',
  ]);
  expect(await change([tier('gold', 100), tier('silver', 100)])).toEqual([
    422,
    'setting-invalid',
    'points.tiers',
  ]);
  expect(await change([tier('silver', 0), tier('gold', 100)])).toBe(200);
  const set = async (tierId: string | null) => {
    const { status, body } = await till.call<Customer & Failed>('PATCH', `/customers/${ana.id}`, {
      body: { tierId },
    });
    return status === 200 ? body.tierId : [status, body.error.code, body.error.field];
  };
  expect(await set('bronze')).toEqual([422, 'tier-unknown', 'tierId']);
  expect(await set('gold')).toBe('gold');
  // A tier that is removed leaves its customers to their points, and their other fields can be changed.
  expect(await change([tier('silver', 0)])).toBe(200);
  const renamed = await till.call<Customer>('PATCH', `/customers/${ana.id}`, {
    body: { name: 'Anna', tierId: 'gold' },
  });
  expect([renamed.status, renamed.body.tierId]).toEqual([200, 'gold']);
  expect(await set(null)).toBeNull();
  const made = await till.call<Failed>('POST', '/customers', { body: { name: 'Ben', tierId: 'gold' } });
  expect([made.status, made.body.error.code]).toEqual([422, 'tier-unknown']);
});
