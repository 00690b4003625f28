import { expect, test } from 'vitest';
import type { Customer, PointsEntry } from '../../shared/api/customers.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, ringUp } from '../fixtures/ring-up.ts';

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
