import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { PointsFact } from '../../shared/journal/kinds.ts';
import type { HoldAnswer } from '../../shared/sync/protocol.ts';
import { arrive, type EnrolledTill } from './support/arrive.ts';
import { pointsEntry, saleEntry } from './support/make-entries.ts';
import { openTestCloud } from './support/test-cloud.ts';
import { enrolTill, openStore } from './support/test-till.ts';

async function openShop() {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const tills = [await enrolTill(cloud, storeId), await enrolTill(cloud, storeId)] as const;
  return { cloud, tills };
}

async function hold(
  till: EnrolledTill,
  customerId: string,
  points: number,
  holdId = v7(),
): Promise<HoldAnswer> {
  const { status, body } = await till.call<HoldAnswer>('POST', '/points/holds', {
    holdId,
    customerId,
    points,
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

function spend(orderId: string, customerId: string, points: number) {
  const spent: PointsFact = {
    key: `sale:${orderId}:points`,
    kind: 'redeemed',
    points: 0 - points,
    promotionId: null,
    rewardId: null,
  };
  return saleEntry({ id: orderId, customerId, points: [spent] });
}

test('held points are nobody else’s until they are let go', async () => {
  const { tills } = await openShop();
  const [first, second] = tills;
  const maria = v7();
  await arrive(first, pointsEntry(maria, 100));
  const id = v7();
  const held = await hold(first, maria, 80, id);
  expect(held).toEqual({ state: 'held', balance: 100, expiresAt: '2026-03-02T01:10:00.000Z' });
  expect(await hold(second, maria, 30)).toEqual({ state: 'refused', balance: 20, expiresAt: null });
  expect(await hold(second, maria, 20)).toMatchObject({ state: 'held', balance: 20 });
  expect((await first.call('DELETE', `/points/holds/${id}`)).status).toBe(204);
  expect((await first.call('DELETE', `/points/holds/${id}`)).status).toBe(204);
  expect(await hold(second, maria, 81)).toMatchObject({ state: 'refused', balance: 80 });
});

test('the same hold again answers the same, and other points take its place', async () => {
  const { cloud, tills } = await openShop();
  const [till] = tills;
  const maria = v7();
  await arrive(till, pointsEntry(maria, 100));
  const id = v7();
  const held = await hold(till, maria, 80, id);
  cloud.clock.set(cloud.clock.now() + 60_000);
  expect(await hold(till, maria, 80, id)).toEqual(held);
  expect(await hold(till, maria, 90, id)).toMatchObject({
    state: 'held',
    expiresAt: '2026-03-02T01:11:00.000Z',
  });
  expect(await hold(till, maria, 101, id)).toMatchObject({ state: 'refused', balance: 100 });
  expect(await hold(till, maria, 11)).toMatchObject({ state: 'refused', balance: 10 });
});

test('a hold ends with its sale, and after ten minutes', async () => {
  const { cloud, tills } = await openShop();
  const [first, second] = tills;
  const maria = v7();
  await arrive(first, pointsEntry(maria, 100));
  const sale = v7();
  await hold(first, maria, 60, sale);
  await arrive(first, spend(sale, maria, 60));
  expect(await hold(second, maria, 41)).toMatchObject({ state: 'refused', balance: 40 });
  expect(await hold(first, maria, 60, sale)).toEqual({ state: 'used', balance: 40, expiresAt: null });

  await hold(first, maria, 40);
  expect(await hold(second, maria, 1)).toMatchObject({ state: 'refused', balance: 0 });
  cloud.clock.set(cloud.clock.now() + 600_000);
  expect(await hold(second, maria, 40)).toMatchObject({ state: 'held', balance: 40 });
});

test('sixteen at once never hold more than there is', async () => {
  const { tills } = await openShop();
  const [first, second] = tills;
  const maria = v7();
  await arrive(first, pointsEntry(maria, 100));
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, at) => hold(at % 2 === 0 ? first : second, maria, 15)),
  );
  expect(answers.filter(({ state }) => state === 'held')).toHaveLength(6);
  expect(await hold(first, maria, 11)).toMatchObject({ state: 'refused', balance: 10 });
});

test('records of one person count together, and one key counts once, whichever came first', async () => {
  const { tills } = await openShop();
  const [first, second] = tills;
  const [maria, other] = [v7(), v7()];
  const [earlier, later] = [v7(), v7()];
  await arrive(first, pointsEntry(maria, 100), pointsEntry(other, 50));
  await arrive(second, { ...pointsEntry(maria, -30, `expiry:${maria}:2026-03-02`), opId: later });
  expect(await hold(first, maria, 999)).toMatchObject({ balance: 70 });
  await arrive(first, { ...pointsEntry(maria, -10, `expiry:${maria}:2026-03-02`), opId: earlier });
  expect(await hold(first, maria, 999)).toMatchObject({ balance: 90 });
  await arrive(first, { kind: 'customer.merged', content: { customerId: maria, mergedId: other } });
  expect(await hold(first, other, 999)).toMatchObject({ balance: 140 });
  await hold(first, maria, 100);
  expect(await hold(second, other, 41)).toMatchObject({ state: 'refused', balance: 40 });
});

test('points of another store are not these', async () => {
  const { cloud, tills } = await openShop();
  const stranger = await enrolTill(cloud, await openStore(cloud));
  const maria = v7();
  await arrive(tills[0], pointsEntry(maria, 100));
  expect(await hold(stranger, maria, 1)).toMatchObject({ state: 'refused', balance: 0 });
});
