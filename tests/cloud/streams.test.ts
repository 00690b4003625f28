import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { StatementAnswer, StreamAnswer, WireEntry } from '../../shared/sync/protocol.ts';
import { openTestCloud } from './support/test-cloud.ts';
import { enrolTill, makeChain, openStore, zeros } from './support/test-till.ts';

async function openTill(entries = 0) {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const till = await enrolTill(cloud, storeId);
  for (let made = 0; made < entries; made += 1) till.chain.add();
  if (entries > 0) await till.push(1, entries);
  const begin = (stream: string, parent: { stream: string; seq: number; head: string }) =>
    till.call<StreamAnswer>('POST', '/sync/streams', { stream, parent });
  const statement = (stream: string, upTo: number) =>
    till.call<StatementAnswer>('GET', `/sync/statement?stream=${stream}&upTo=${upTo}`);
  return { cloud, storeId, till, begin, statement };
}

test('a new life goes on after an entry of the one before; the same again is the same', async () => {
  const { till, begin } = await openTill(4);
  const stream = v7();
  const parent = { stream: till.stream, seq: 3, head: till.chain.before(4) };
  const begun = { status: 200, body: { stream, last: 3, head: parent.head, epoch: 1 } };
  expect(await begin(stream, parent)).toEqual(begun);
  expect(await begin(stream, parent)).toEqual(begun);
  const child = v7();
  expect(await begin(child, { stream, seq: 3, head: parent.head })).toMatchObject({ status: 200 });
  const first = v7();
  expect(await begin(first, { stream: till.stream, seq: 0, head: zeros })).toMatchObject({
    status: 200,
    body: { last: 0, head: zeros },
  });
});

test('a new life must fit what the cloud has, and be the till’s own', async () => {
  const { cloud, storeId, till, begin } = await openTill(4);
  const other = await enrolTill(cloud, storeId);
  const parent = { stream: till.stream, seq: 3, head: till.chain.before(4) };
  const stream = v7();
  await begin(stream, parent);
  const cases: [string, typeof parent, number, string][] = [
    [v7(), { ...parent, head: 'a'.repeat(64) }, 409, 'forked'],
    [v7(), { ...parent, seq: 9 }, 409, 'parent-behind'],
    [v7(), { ...parent, stream: v7() }, 404, 'stream-unknown'],
    [v7(), { stream: other.stream, seq: 0, head: zeros }, 409, 'stream-of-another'],
    [other.stream, parent, 409, 'stream-of-another'],
    [stream, { ...parent, seq: 2, head: till.chain.before(3) }, 409, 'stream-of-another'],
  ];
  for (const [id, of, status, code] of cases) {
    expect(await begin(id, of)).toMatchObject({ status, body: { error: { code } } });
  }
});

test('a push that reaches back behind a life’s beginning has to go on its chain', async () => {
  const { till, begin } = await openTill(4);
  const stream = v7();
  await begin(stream, { stream: till.stream, seq: 3, head: till.chain.before(4) });
  const strange = makeChain(stream, { seq: 1, head: 'f'.repeat(64) });
  for (let made = 0; made < 4; made += 1) strange.add();
  const push = (prevHash: string, entries: WireEntry[]) => till.send({ stream, prevHash, entries });
  expect(await push('f'.repeat(64), strange.entries)).toMatchObject({
    status: 409,
    body: { error: { code: 'forked', details: { last: 3 } } },
  });
  const own = makeChain(stream, { seq: 3, head: till.chain.before(4) });
  const entries = [...till.chain.entries.slice(1, 3), own.add()];
  expect(await push(till.chain.before(2), entries)).toMatchObject({
    status: 200,
    body: { last: 4, head: own.head() },
  });
});

test('a statement counts the whole line of lives, each sale once', async () => {
  const { till, begin, statement } = await openTill();
  const sale = (totalMinor: number) => ({ kind: 'sale.committed', v: 3, content: { totalMinor } });
  till.chain.add(sale(1_000));
  till.chain.add();
  till.chain.add({ kind: 'refund.committed', content: { totalMinor: 300 } });
  till.chain.add(sale(2_000));
  till.chain.add(sale(7));
  await till.push(1, 5);
  expect((await statement(till.stream, 5)).body).toMatchObject({
    upTo: 5,
    entries: 5,
    sales: { count: 3, totalMinor: 3_007 },
    refunds: { count: 1, totalMinor: 300 },
    head: till.chain.head(),
  });
  // Restored after entry 4, of which the cloud had confirmed 3 to it.
  const stream = v7();
  await begin(stream, { stream: till.stream, seq: 3, head: till.chain.before(4) });
  const again = till.chain.entries.slice(3, 4);
  const life = makeChain(stream, { seq: 4, head: till.chain.before(5) });
  life.add(sale(50_000));
  await till.send({
    stream,
    prevHash: till.chain.before(4),
    entries: [...again, ...life.entries],
  });
  expect((await statement(stream, 5)).body).toMatchObject({
    upTo: 5,
    entries: 5,
    sales: { count: 3, totalMinor: 53_000 },
    refunds: { count: 1, totalMinor: 300 },
    head: life.head(),
  });
  expect((await statement(stream, 2)).body).toMatchObject({
    upTo: 2,
    entries: 2,
    sales: { count: 1, totalMinor: 1_000 },
    head: till.chain.before(3),
  });
  expect((await statement(stream, 99)).body).toMatchObject({ upTo: 5 });
  expect((await statement(stream, 0)).body).toMatchObject({ upTo: 0, entries: 0, head: zeros });
  expect(await statement(v7(), 1)).toMatchObject({ status: 404 });
});

test('a cloud restored from a backup gets a new epoch once, and takes what it lost again', async () => {
  const { cloud, storeId, till } = await openTill(6);
  const other = await enrolTill(cloud, storeId);
  // The backup was made after entry 2.
  const { database } = cloud.context;
  await database.deleteFrom('entries').where('seq', '>', 2).execute();
  await database
    .updateTable('streams')
    .set({ last: 2, head: till.chain.before(3) })
    .where('id', '=', till.stream)
    .execute();
  await database.updateTable('stores').set({ position: 2 }).execute();
  const lost = (last: number, epoch: number) =>
    till.call<StreamAnswer>('POST', '/sync/lost', { stream: till.stream, last, epoch });
  expect((await lost(2, 1)).body).toMatchObject({ last: 2, epoch: 1 });
  const raised = (await lost(6, 1)).body;
  expect(raised).toMatchObject({ stream: till.stream, last: 2, head: till.chain.before(3) });
  expect(raised.epoch).toBeGreaterThan(1);
  expect((await lost(6, 1)).body.epoch).toBe(raised.epoch);
  expect((await till.push(3, 6)).body).toMatchObject({ last: 6, epoch: raised.epoch });
  expect((await other.pull(6, '&epoch=1')).body).toMatchObject({ epoch: raised.epoch, next: 0 });
  expect((await other.pull(0)).body.entries).toHaveLength(6);
});
