import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { Cloud } from '../../cloud/cloud.ts';
import { arrive } from './support/arrive.ts';
import { entryWithPart, pointsEntry } from './support/make-entries.ts';
import { openTestCloud } from './support/test-cloud.ts';
import { enrolTill, openStore } from './support/test-till.ts';

async function partsOf({ context }: Cloud): Promise<(string | null)[]> {
  const rows = await context.database
    .selectFrom('entries')
    .select('part')
    .where('part', 'is not', null)
    .orderBy('position')
    .execute();
  return rows.map(({ part }) => part);
}

const created = (customerId: string, name: string) =>
  entryWithPart('customer.created', { customerId, code: 'C', qrCode: 'q' }, { name });
const changed = (customerId: string, name: string) =>
  entryWithPart('customer.changed', { customerId, changed: ['name'] }, { name });
const erased = (customerId: string) => ({ kind: 'customer.erased', content: { customerId } });

test('who is erased is nobody’s to read, in whatever order it arrives', async () => {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const [till, other] = [await enrolTill(cloud, storeId), await enrolTill(cloud, storeId)];
  const [maria, ben] = [v7(), v7()];
  await arrive(till, created(maria, 'Maria'), created(ben, 'Ben'));
  await arrive(till, pointsEntry(maria, 5), erased(maria), changed(maria, 'Maria again'));
  await arrive(other, changed(maria, 'Maria of the other till'), changed(ben, 'Benjamin'));
  expect(await partsOf(cloud)).toEqual(['{"name":"Ben"}', '{"name":"Benjamin"}']);
  expect((await other.pull(0)).body.entries.filter(({ body }) => body.includes(maria))).toMatchObject([
    { kind: 'customer.created', personal: null },
    { kind: 'points.changed', personal: null },
    { kind: 'customer.erased', personal: null },
    { kind: 'customer.changed', personal: null },
  ]);
});

test('the login of who is erased goes with them, its name in reports too', async () => {
  const cloud = await openTestCloud();
  const till = await enrolTill(cloud, await openStore(cloud));
  const [maria, login, staff] = [v7(), v7(), v7()];
  await arrive(
    till,
    entryWithPart(
      'account.created',
      { accountId: login, role: 'customer', customerId: maria },
      { displayName: 'Maria' },
    ),
    entryWithPart('account.created', { accountId: staff, role: 'staff' }, { displayName: 'Carlo' }),
    entryWithPart('account.changed', { accountId: login, changed: ['displayName'] }, { displayName: 'Mary' }),
  );
  await arrive(till, erased(maria));
  await arrive(
    till,
    entryWithPart('account.changed', { accountId: login, changed: ['displayName'] }, { displayName: 'M' }),
  );
  expect(await partsOf(cloud)).toEqual(['{"displayName":"Carlo"}']);
  const names = await cloud.context.database.selectFrom('counted_names').select('name').execute();
  expect(names).toEqual([{ name: 'Carlo' }]);
});

test('whoever is one person with the erased goes too, joined before, in the same push, or later', async () => {
  const cloud = await openTestCloud();
  const till = await enrolTill(cloud, await openStore(cloud));
  const [maria, before, among, later, ben] = [v7(), v7(), v7(), v7(), v7()];
  const joined = (mergedId: string, customerId = maria) => ({
    kind: 'customer.merged',
    content: { customerId, mergedId },
  });
  for (const [id, name] of Object.entries({ [maria]: 'M', [before]: 'B', [among]: 'A', [later]: 'L' }))
    await arrive(till, created(id, name));
  await arrive(till, created(ben, 'Ben'), joined(before));
  await arrive(till, erased(before), joined(among));
  expect(await partsOf(cloud)).toEqual(['{"name":"L"}', '{"name":"Ben"}']);
  await arrive(till, joined(maria, later), changed(later, 'L again'), changed(among, 'A again'));
  expect(await partsOf(cloud)).toEqual(['{"name":"Ben"}']);
});

test('a login that is heard of after its person was erased goes too; who works here stays', async () => {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const [till, late] = [await enrolTill(cloud, storeId), await enrolTill(cloud, storeId)];
  const [maria, login, linked, staff] = [v7(), v7(), v7(), v7()];
  const account = (accountId: string, role: string, displayName: string, customerId?: string) =>
    entryWithPart('account.created', { accountId, role, ...(customerId && { customerId }) }, { displayName });
  const renamed = (accountId: string, displayName: string, more: object = {}) =>
    entryWithPart('account.changed', { accountId, changed: ['displayName'], ...more }, { displayName });
  await arrive(late, account(linked, 'customer', 'Linked'));
  await arrive(till, erased(maria));
  await arrive(late, account(login, 'customer', 'Maria', maria), account(staff, 'staff', 'Staff', maria));
  await arrive(late, renamed(login, 'Mary'), renamed(staff, 'Carlo'));
  await arrive(late, renamed(linked, 'Linked again', { customerId: maria }), renamed(linked, 'And again'));
  expect(await partsOf(cloud)).toEqual(['{"displayName":"Carlo"}']);
  const names = await cloud.context.database.selectFrom('counted_names').select('name').execute();
  expect(names).toEqual([{ name: 'Carlo' }]);
});

test('no snapshot is left, or made, of who was erased since', async () => {
  const cloud = await openTestCloud();
  const till = await enrolTill(cloud, await openStore(cloud));
  const announce = (position: number) => {
    const id = v7();
    const of = { id, size: 5, sha256: 'a'.repeat(64), position, mark: 0, epoch: 1, schema: 4 };
    return till.call<{ error?: { code: string } }>('PUT', `/store/snapshots/${id}`, of);
  };
  const maria = v7();
  await arrive(till, created(maria, 'Maria'));
  expect((await announce(1)).status).toBe(200);
  await arrive(till, erased(maria));
  expect(await cloud.context.database.selectFrom('snapshots').select('id').execute()).toEqual([]);
  expect((await announce(1)).body.error?.code).toBe('snapshot-outdated');
  expect((await announce(2)).status).toBe(200);
  await arrive(till, pointsEntry(maria, 1));
  expect(await cloud.context.database.selectFrom('snapshots').select('id').execute()).toHaveLength(1);
});

test('another store’s customers are not touched', async () => {
  const cloud = await openTestCloud();
  const till = await enrolTill(cloud, await openStore(cloud));
  const stranger = await enrolTill(cloud, await openStore(cloud));
  const maria = v7();
  await arrive(till, created(maria, 'Maria'));
  await arrive(stranger, erased(maria));
  expect(await partsOf(cloud)).toEqual(['{"name":"Maria"}']);
});
