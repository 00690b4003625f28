import { expect, test } from 'vitest';
import { openTestCloud } from './support/test-cloud.ts';
import { enrolTill, openStore } from './support/test-till.ts';

/** More than the cloud has connections. */
const tills = 12;

test('a shop whose tills all wait for its row holds no other shop up', async () => {
  const cloud = await openTestCloud();
  const busy = await openStore(cloud, 'Busy');
  const other = await enrolTill(cloud, await openStore(cloud, 'Other'));
  const crowd = await Promise.all(Array.from({ length: tills }, () => enrolTill(cloud, busy)));
  for (const till of [...crowd, other]) till.chain.add();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const holding = cloud.context.database.transaction().execute(async (tx) => {
    await tx.selectFrom('stores').selectAll().where('id', '=', busy).forUpdate().execute();
    await held;
  });
  const answered: string[] = [];
  const waiting = crowd.map(async (till) => {
    expect((await till.push(1, 1)).status).toBe(200);
    answered.push('busy');
  });
  expect((await other.push(1, 1)).status).toBe(200);
  expect((await other.pull(0)).status).toBe(200);
  answered.push('other');
  release();
  await Promise.all([holding, ...waiting]);
  expect(answered).toEqual(['other', ...crowd.map(() => 'busy')]);
});
