import { copyFileSync, cpSync, rmSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { expect, test } from 'vitest';
import type { KeyStore } from '../../electron/engine/context.ts';
import type { SyncException } from '../../shared/api/sync.ts';
import { rawQuery } from '../../electron/engine/db/query.ts';
import { listPutBack } from '../../electron/engine/sync/list-put-back.ts';
import { openTestCloud } from '../cloud/support/test-cloud.ts';
import { openTestEngine, testKeys, type TestEngine } from '../fixtures/engine.ts';
import { joinedTill, networkTo, openStore, push, sellBread, settle } from './support/tills.ts';

const livesQuery = rawQuery<Record<never, never>, { because: string }>(
  'SELECT because FROM lives ORDER BY row_id',
);
const lives = (till: TestEngine) => till.engine.context.read.all(livesQuery).map(({ because }) => because);

/** What its owner is told of it. */
async function putBacks(till: TestEngine): Promise<string[]> {
  const { body } = await till.call<{ items: SyncException[] }>('GET', '/sync/exceptions');
  return body.items.flatMap((item) => (item.kind === 'put-back' ? [item.because] : []));
}

/** The till's database as it is now, put back after `work`, with the till closed at either end. */
async function restored(
  till: TestEngine,
  work: (till: TestEngine) => Promise<void>,
  moments = { backedUp: (): unknown => undefined, restored: (): unknown => undefined },
): Promise<TestEngine> {
  const file = joinPath(till.dataDir, 'sukli.db');
  const closed = await till.restart();
  await closed.engine.close();
  copyFileSync(file, `${file}.backup`);
  moments.backedUp();
  const later = await closed.restart();
  await work(later);
  await later.engine.close();
  copyFileSync(`${file}.backup`, file);
  moments.restored();
  return later.restart();
}

/** Keys that are restored with the disk: `image` takes a picture of them and gives the way to put it back. */
function keysOnDisk() {
  let memory = new Map<string, string>();
  const keys: KeyStore = {
    ...testKeys(77),
    recall: async (name) => memory.get(name) ?? null,
    remember: async (name, text) => void memory.set(name, text),
  };
  const image = () => {
    const taken = new Map(memory);
    return () => {
      memory = new Map(taken);
    };
  };
  return { keys, image };
}

test('a restart is no new life, whatever was sold before', async () => {
  const cloud = await openTestCloud();
  const till = await joinedTill(cloud, await openStore(cloud));
  await sellBread(till);
  const again = await till.restart();
  expect(lives(again)).toEqual(['first']);
  expect((await sellBread(again)).order.receiptNumber).toBe('S01-T1-A-000002');
});

test('a restored till goes on in a series of its own before its first sale, and gets back what it had sent', async () => {
  const cloud = await openTestCloud();
  const till = await joinedTill(cloud, await openStore(cloud));
  const first = await sellBread(till);
  await settle(till);
  let lost = '';
  const back = await restored(till, async (later) => {
    lost = (await sellBread(later)).order.id;
    await settle(later);
  });
  expect(lives(back)).toEqual(['first', 'restored']);
  expect(await putBacks(back)).toEqual(['restored']);
  const sale = await sellBread(back);
  expect(sale.order.receiptNumber).toMatch(/^S01-T1-B[2-9A-Z]{3}-000001$/);
  await settle(back);
  for (const id of [first.order.id, lost, sale.order.id])
    expect((await back.call('GET', `/orders/${id}`)).status).toBe(200);
  expect((await back.call('POST', '/sync/prove')).body).toMatchObject({ matches: true, waiting: 0 });
});

test('a restore of the whole disk is noticed by the cloud, and nothing counts twice', async () => {
  const cloud = await openTestCloud();
  const { keys, image } = keysOnDisk();
  const till = await joinedTill(cloud, await openStore(cloud), { keys });
  await settle(till);
  let putBack = (): void => undefined;
  let lost = '';
  const back = await restored(
    till,
    async (later) => {
      lost = (await sellBread(later)).order.id;
      await settle(later);
    },
    { backedUp: () => (putBack = image()), restored: () => putBack() },
  );
  expect(lives(back)).toEqual(['first']);
  const sale = await sellBread(back);
  expect(await push(back)).toMatchObject({ did: 'forked' });
  expect(lives(back)).toEqual(['first', 'forked']);
  expect(await putBacks(back)).toEqual(['forked']);
  await settle(back);
  for (const id of [lost, sale.order.id]) expect((await back.call('GET', `/orders/${id}`)).status).toBe(200);
  expect((await back.call('POST', '/sync/prove')).body).toMatchObject({ matches: true, waiting: 0 });
  back.clock.advance(15 * 86_400_000);
  expect(listPutBack(back.engine.context)).toEqual([]);
});

test('a copied till and its original both go on, and everything of both arrives once', async () => {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const keys = testKeys(78);
  const till = await joinedTill(cloud, storeId, { keys });
  await settle(till);
  await till.engine.close();
  const memory = await keys.recall('newest-entry');
  const copyFolder = `${till.dataDir}-copy`;
  cpSync(till.dataDir, copyFolder, { recursive: true });
  const copyKeys = testKeys(78);
  await copyKeys.remember('newest-entry', memory ?? '');
  const original = await till.restart();
  const copy = await openTestEngine({ dataDir: copyFolder, keys: copyKeys, network: networkTo(cloud) });
  const token = await copy.call<{ accessToken: string }>('POST', '/sessions', {
    body: { username: 'olivia', password: 'correct horse 7' },
    token: null,
  });
  copy.useToken(token.body.accessToken);
  const one = await sellBread(original);
  await push(original);
  const other = await sellBread(copy, 3_000);
  expect(other.order.receiptNumber).toBe(one.order.receiptNumber);
  expect(await push(copy)).toMatchObject({ did: 'forked' });
  expect(await push(copy)).toMatchObject({ did: 'announced' });
  expect((await sellBread(copy, 2_000)).order.receiptNumber).toMatch(/^S01-T1-B/);
  await settle(original, copy);
  for (const either of [original, copy]) {
    for (const { order } of [one, other])
      expect((await either.call('GET', `/orders/${order.id}`)).status).toBe(200);
    expect((await either.call('POST', '/sync/prove')).body).toMatchObject({ matches: true });
  }
  rmSync(copyFolder, { recursive: true, force: true });
});
