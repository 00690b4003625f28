import { expect, test } from 'vitest';
import { openTestCloud } from './support/test-cloud.ts';
import { enrolTill, openStore } from './support/test-till.ts';

async function openTill() {
  const cloud = await openTestCloud();
  const till = await enrolTill(cloud, await openStore(cloud));
  return { cloud, till };
}

test('takes in entries, and answers how far it is', async () => {
  const { till } = await openTill();
  for (let made = 0; made < 3; made += 1) till.chain.add();
  expect(await till.push(1, 3)).toMatchObject({
    status: 200,
    body: { last: 3, head: till.chain.head(), epoch: 1, forReview: 0 },
  });
});

test('skips what it has, also in the middle of a push', async () => {
  const { till } = await openTill();
  for (let made = 0; made < 5; made += 1) till.chain.add();
  await till.push(1, 3);
  expect((await till.push(1, 3)).body).toMatchObject({ last: 3 });
  expect((await till.push(2, 5)).body).toMatchObject({ last: 5, head: till.chain.head() });
});
