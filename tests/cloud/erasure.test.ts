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

test('another store’s customers are not touched', async () => {
  const cloud = await openTestCloud();
  const till = await enrolTill(cloud, await openStore(cloud));
  const stranger = await enrolTill(cloud, await openStore(cloud));
  const maria = v7();
  await arrive(till, created(maria, 'Maria'));
  await arrive(stranger, erased(maria));
  expect(await partsOf(cloud)).toEqual(['{"name":"Maria"}']);
});
