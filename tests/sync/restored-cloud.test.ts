import { expect, test } from 'vitest';
import type { Cloud } from '../../cloud/cloud.ts';
import { raiseEpoch } from '../../cloud/sync/raise-epoch.ts';
import { openTestCloud } from '../cloud/support/test-cloud.ts';
import { backUp } from './support/cloud-backup.ts';
import type { Fault } from './support/faults.ts';
import {
  codeFor,
  join,
  joinedTill,
  openStore,
  pull,
  push,
  sellBread,
  settle,
  status,
  type JoinedTill,
} from './support/tills.ts';

async function openShop() {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const tills = [await joinedTill(cloud, storeId), await joinedTill(cloud, storeId)] as const;
  for (const till of tills) await sellBread(till);
  await settle(...tills);
  return { cloud, storeId, tills, restore: await backUp(cloud) };
}

const salesAt = async (till: JoinedTill) => (await till.call<{ total: number }>('GET', '/orders')).body.total;

/** The ids of the sales that the cloud counts, each as often as it is there. */
async function salesIn({ context: { database } }: Cloud): Promise<string[]> {
  const sales = database.selectFrom('entries').select('op_id').where('kind', '=', 'sale.committed');
  const rows = await sales.where('state', '=', 'counted').execute();
  return rows.map(({ op_id }) => op_id).toSorted();
}

async function expectAllThere(cloud: Cloud, tills: readonly JoinedTill[], sales: number): Promise<void> {
  const known = await salesIn(cloud);
  expect([known.length, new Set(known).size]).toEqual([sales, sales]);
  for (const till of tills) {
    expect(await salesAt(till)).toBe(sales);
    expect(await status(till)).toMatchObject({ waiting: 0, behind: 0 });
    expect((await till.call('POST', '/sync/prove')).body).toMatchObject({ matches: true });
    expect(await till.engine.verify()).toMatchObject({ problems: [] });
  }
}

test.each(['the tills notice', 'its operator says so'])(
  'a cloud that is put back to yesterday gets from the tills what it lost, once: %s',
  async (how) => {
    const { cloud, storeId, tills, restore } = await openShop();
    const [first, second] = tills;
    await sellBread(first);
    await sellBread(second);
    await settle(...tills);
    const before = await salesIn(cloud);
    await restore();
    expect(await salesIn(cloud)).toHaveLength(2);
    if (how === 'its operator says so')
      await cloud.context.tx((tx) => raiseEpoch(cloud.context, tx, storeId, 0));
    await sellBread(first);
    await settle(...tills);
    await expectAllThere(cloud, tills, 5);
    expect(await salesIn(cloud)).toEqual(expect.arrayContaining(before));
  },
);

test('nothing is missed where another till has filled the places of what the cloud lost', async () => {
  const { cloud, storeId, tills } = await openShop();
  const third = await joinedTill(cloud, storeId);
  await settle(...tills, third);
  const restore = await backUp(cloud);
  const [first, second] = tills;
  const lost: Fault = async (request, pass) => {
    await pass(request);
    throw new TypeError('fetch failed');
  };
  await sellBread(first);
  first.network.between = lost;
  expect((await first.engine.sync.pushOnce()).ok).toBe(false);
  await pull(second);
  expect(await salesAt(second)).toBe(3);
  await restore();
  for (let sold = 0; sold < 3; sold += 1) await sellBread(third);
  while ((await push(third)).waiting > 0);
  first.network.between = null;
  await settle(second, third, first);
  await expectAllThere(cloud, [...tills, third], 6);
});

test('a till that joined after the backup is not known, keeps all, and sends it with a new code', async () => {
  const { cloud, storeId, tills, restore } = await openShop();
  const late = await joinedTill(cloud, storeId);
  await sellBread(late);
  await settle(...tills, late);
  await restore();
  await settle(...tills);
  await sellBread(late);
  const pushed = await late.engine.sync.pushOnce();
  expect(pushed.ok ? pushed.value : pushed.failure.code).toBe('sync-refused');
  const { waiting, sent, trouble } = await status(late);
  expect({ sent, trouble }).toMatchObject({
    sent: 0,
    trouble: { message: expect.stringContaining('backup') as string },
  });
  expect(waiting).toBeGreaterThan(3);
  expect((await late.call('POST', '/sync/leave')).body).toMatchObject({ error: { code: 'sync-waiting' } });
  const joined = await join(late, await codeFor(cloud, storeId));
  expect(joined.joined?.register.code).not.toMatch(/^T[123]$/);
  await settle(...tills, late);
  await expectAllThere(cloud, [...tills, late], 4);
});

test('who was erased after the backup is erased again', async () => {
  const { cloud, tills } = await openShop();
  const [first] = tills;
  const { body: ana } = await first.call<{ id: string }>('POST', '/customers', { body: { name: 'Ana' } });
  await settle(...tills);
  const restore = await backUp(cloud);
  await first.call('POST', `/customers/${ana.id}/erase`);
  await settle(...tills);
  await restore();
  const parts = cloud.context.database.selectFrom('entries').select('part').where('part', 'like', '%Ana%');
  expect(await parts.execute()).toHaveLength(1);
  await settle(...tills);
  expect(await parts.execute()).toEqual([]);
  await expectAllThere(cloud, tills, 2);
});
