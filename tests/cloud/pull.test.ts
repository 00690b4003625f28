import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { openTestCloud } from './support/test-cloud.ts';
import { enrolTill, openStore } from './support/test-till.ts';

async function openShop() {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  return { cloud, storeId, one: await enrolTill(cloud, storeId), two: await enrolTill(cloud, storeId) };
}

test('gives the entries of others in their order, page by page, and nothing twice', async () => {
  const { one, two } = await openShop();
  for (let made = 0; made < 7; made += 1) {
    one.chain.add();
    two.chain.add();
    await one.push(made + 1, made + 1);
    await two.push(made + 1, made + 1);
  }
  const seen: number[] = [];
  for (let after = 0; ;) {
    const { body } = await two.pull(after, '&limit=3');
    seen.push(...body.entries.map(({ position }) => position));
    expect(body.newest).toBe(14);
    if (body.entries.length === 0) {
      expect(body.next).toBe(14);
      break;
    }
    after = body.next;
  }
  expect(seen).toEqual([1, 3, 5, 7, 9, 11, 13]);
});

test('a page without entries still moves the cursor on, over one’s own', async () => {
  const { one, two } = await openShop();
  expect((await one.pull(0)).body).toEqual({ epoch: 1, next: 0, nextMark: 0, newest: 0, entries: [] });
  for (let made = 0; made < 5; made += 1) one.chain.add();
  await one.push(1, 5);
  expect((await one.pull(0)).body).toMatchObject({ next: 5, entries: [] });
  expect((await one.pull(5)).body).toMatchObject({ next: 5, entries: [] });
  await two.pull(0);
  expect((await two.pull(5)).body).toMatchObject({ epoch: 1, next: 5, entries: [] });
});

test('a page holds four megabytes, or one entry that is larger', async () => {
  const { one, two } = await openShop();
  const sizes = [1.5, 1.5, 1.5, 5, 1];
  for (const [at, megabytes] of sizes.entries()) {
    one.chain.add({ content: { filling: 'x'.repeat(megabytes * 1_048_576) } });
    expect((await one.push(at + 1, at + 1)).status).toBe(200);
  }
  const pages: number[][] = [];
  for (let after = 0; after < sizes.length;) {
    const { body } = await two.pull(after);
    pages.push(body.entries.map(({ seq }) => seq));
    after = body.next;
  }
  expect(pages).toEqual([[1, 2], [3], [4], [5]]);
});

test('a page stays as small where its entries hold characters that take six in JSON', async () => {
  const { one, two } = await openShop();
  const made = [1, 2, 3, 4, 5].map(() => one.chain.add({ content: {} }));
  for (const entry of made) {
    const body = '\u0001'.repeat(1_000_000);
    await one.send({
      stream: one.stream,
      prevHash: one.chain.before(entry.seq),
      entries: [{ ...entry, body }],
    });
  }
  for (let after = 0; after < made.length;) {
    const { body } = await two.pull(after);
    expect(JSON.stringify(body).length).toBeLessThan(8_000_000);
    expect(body.entries.length).toBeGreaterThan(0);
    after = body.next;
  }
});

test('shops see nothing of each other', async () => {
  const { cloud, one } = await openShop();
  const elsewhere = await enrolTill(cloud, await openStore(cloud, 'Elsewhere'));
  one.chain.add();
  await one.push(1, 1);
  expect((await elsewhere.pull(0)).body).toMatchObject({ newest: 0, entries: [] });
  const path = `/sync/pull?stream=${one.stream}&after=0&confirmed=0`;
  expect(await elsewhere.call('GET', path)).toMatchObject({ status: 404 });
  expect(await elsewhere.call('GET', `/sync/pull?stream=${v7()}&after=0&confirmed=0`)).toMatchObject({
    status: 404,
  });
});

test('a cursor of another epoch, or beyond the newest position, starts again at 0', async () => {
  const { one, two } = await openShop();
  for (let made = 0; made < 5; made += 1) one.chain.add();
  await one.push(1, 5);
  await two.pull(0, '&limit=3');
  const beyond = (await two.pull(9)).body;
  expect(beyond).toMatchObject({ next: 0, entries: [] });
  expect(beyond.epoch).toBeGreaterThan(1);
  const late = (await two.pull(3, '&epoch=1')).body;
  expect(late).toMatchObject({ epoch: beyond.epoch, next: 0, entries: [] });
  const again = (await two.pull(0, `&epoch=${beyond.epoch}`)).body;
  expect(again.entries).toHaveLength(5);
  const ahead = (await two.pull(2, `&epoch=${beyond.epoch + 5}`)).body;
  expect(ahead.epoch).toBeGreaterThan(beyond.epoch + 5);
});

test('a cursor whose entry another one replaced, after a backup was restored, starts again at 0', async () => {
  const { cloud, one, two } = await openShop();
  const third = await enrolTill(cloud, one.storeId);
  one.chain.add();
  await one.push(1, 1);
  two.chain.add();
  await two.push(1, 1);
  const seen = (await third.pull(0)).body;
  expect(seen).toMatchObject({ epoch: 1, next: 2 });
  expect((await third.pull(2)).body).toMatchObject({ epoch: 1, next: 2, entries: [] });

  // As a backup of before the first push has it; then the second till is the first to speak again, and goes on.
  const { database } = cloud.context;
  await database.deleteFrom('entries').where('store_id', '=', one.storeId).execute();
  await database.updateTable('stores').set({ position: 0, mark: 0 }).where('id', '=', one.storeId).execute();
  await database
    .updateTable('streams')
    .set({ last: 0, head: '0'.repeat(64) })
    .where('store_id', '=', one.storeId)
    .execute();
  two.chain.add();
  await two.push(1, 2);

  const replaced = (await third.pull(2)).body;
  expect(replaced).toMatchObject({ next: 0, entries: [] });
  expect(replaced.epoch).toBeGreaterThan(1);
  const again = (await third.pull(0, `&epoch=${replaced.epoch}`)).body;
  expect(again.entries.map(({ opId }) => opId)).toEqual(two.chain.entries.map(({ opId }) => opId));
});

test('a till whose own entries are gone hears of it, though it has nothing to send', async () => {
  const { cloud, one, two } = await openShop();
  one.chain.add();
  one.chain.add();
  await one.push(1, 2);
  const { database } = cloud.context;
  await database.deleteFrom('entries').where('store_id', '=', one.storeId).where('seq', '=', 2).execute();
  await database.updateTable('stores').set({ position: 1 }).where('id', '=', one.storeId).execute();
  await database
    .updateTable('streams')
    .set({ last: 1, head: one.chain.before(2) })
    .where('id', '=', one.stream)
    .execute();
  expect((await two.pull(0)).body).toMatchObject({ epoch: 1, next: 1 });
  expect((await one.pull(0)).body.epoch).toBeGreaterThan(1);
});
