import { beforeEach, expect, test } from 'vitest';
import type { Reward, RewardCreate } from '../../shared/api/offers.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, tamper } from '../fixtures/ring-up.ts';

let till: TestEngine;

beforeEach(async () => {
  till = await openTestEngine();
  await till.setUp();
});

type Refused = { error: { code: string; field?: string } };
const fiftyOff: RewardCreate = {
  title: 'Fifty off',
  points: 100,
  effect: { kind: 'amount', amountMinor: 5_000 },
};
const create = <T = Reward>(body: object) => till.call<T>('POST', '/rewards', { body });

test('a reward is made, found and listed; the same id again is the same reward', async () => {
  const id = systemIds.uuid();
  const made = await create({ ...fiftyOff, id, stock: 3 });
  expect(made).toMatchObject({
    status: 201,
    body: { id, points: 100, stock: 3, isActive: true, usedInTotal: 0 },
  });
  expect(await create({ ...fiftyOff, id, points: 1 })).toMatchObject({ status: 200, body: made.body });
  expect((await till.call('GET', `/rewards/${id}`)).body).toEqual(made.body);
  expect((await till.call('GET', '/rewards?state=running&search=FIFTY')).body).toEqual({
    items: [{ ...made.body, discountInTotalMinor: 0 }],
    total: 1,
    offset: 0,
  });
  expect((await till.call('GET', `/rewards/${id}/use`)).body).toMatchObject({ uses: 0, byDay: [] });
  expect((await till.engine.verify()).problems).toEqual([]);
});

test.each([
  ['an unknown product', { effect: { kind: 'free-item', productId: systemIds.uuid() } }, 'effect.productId'],
  [
    'an end before its beginning',
    { validFrom: '2026-03-02T00:00:00.000Z', validUntil: '2026-03-01T00:00:00.000Z' },
    'validUntil',
  ],
])('%s is refused with its field', async (_, fields, field) => {
  expect(await create<Refused>({ ...fiftyOff, ...fields })).toMatchObject({
    status: 422,
    body: { error: { code: 'offer-invalid', field } },
  });
});

test('there is no one piece of what is sold by weight', async () => {
  const rice = await makeProduct(till, { name: 'Rice', priceMinor: 100, unit: 'kg' });
  expect(await create({ ...fiftyOff, effect: { kind: 'free-item', productId: rice.id } })).toMatchObject({
    status: 422,
  });
});

test('a change is journalled with what differs', async () => {
  const { body } = await create(fiftyOff);
  await till.call('PATCH', `/rewards/${body.id}`, { body: { title: 'Fifty off' } });
  await till.call('PATCH', `/rewards/${body.id}`, { body: { title: 'Fifty off', stock: 5 } });
  expect((await till.call('GET', '/journal?kind=reward.changed')).body).toMatchObject({
    total: 1,
    items: [{ body: { changes: { stock: 5 } }, summary: expect.stringContaining('Fifty off') }],
  });
  expect((await till.call('PATCH', `/rewards/${systemIds.uuid()}`, { body: {} })).status).toBe(404);
  expect((await till.engine.verify()).problems).toEqual([]);
});

test.each([
  ['its points', 'UPDATE rewards SET points = 1'],
  ['its stock', 'UPDATE rewards SET stock = 99'],
  ['its count of claims', 'UPDATE rewards SET claimed_count = 7'],
  ['that it is there', 'DELETE FROM rewards'],
])('verify notices that %s was changed behind the books', async (_, sql) => {
  await create({ ...fiftyOff, stock: 3 });
  tamper(till, sql);
  expect((await till.engine.verify()).problems.map(({ what }) => what).join()).toMatch(/^Reward/);
});
