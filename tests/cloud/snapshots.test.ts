import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { snapshotPartBytes, type SnapshotState } from '../../shared/sync/protocol.ts';
import type { EnrolledTill } from './support/arrive.ts';
import { openTestCloud } from './support/test-cloud.ts';
import { enrolTill, openStore } from './support/test-till.ts';

type Test = { cloud: Awaited<ReturnType<typeof openTestCloud>>; till: EnrolledTill };

async function openTill(): Promise<Test> {
  const cloud = await openTestCloud();
  return { cloud, till: await enrolTill(cloud, await openStore(cloud)) };
}

/** Two whole parts and a short one. */
const database = randomBytes(2 * snapshotPartBytes + 1_000);
const partOf = (n: number) => database.subarray(n * snapshotPartBytes, (n + 1) * snapshotPartBytes);
const announced = {
  size: database.length,
  sha256: createHash('sha256').update(database).digest('hex'),
  position: 0,
  mark: 0,
  epoch: 1,
  schema: 4,
};

function begin(till: EnrolledTill, id: string, more: Partial<typeof announced> = {}) {
  const body = { id, ...announced, ...more };
  return till.call<SnapshotState & { error: { code: string } }>('PUT', `/store/snapshots/${id}`, body);
}

async function put({ cloud, till }: Test, id: string, n: number, bytes: Uint8Array) {
  const response = await cloud.fetch(
    new Request(`http://cloud/v1/store/snapshots/${id}/parts/${n}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${till.token()}`, 'content-type': 'application/octet-stream' },
      body: bytes as BodyInit,
    }),
  );
  const body = (await response.json()) as SnapshotState & { error: { code: string; details: unknown } };
  return { status: response.status, body };
}

function complete(till: EnrolledTill, id: string) {
  return till.call<SnapshotState & { error: { code: string } }>('POST', `/store/snapshots/${id}/complete`);
}

async function latestOf(till: EnrolledTill): Promise<SnapshotState | null> {
  return (await till.call<{ snapshot: SnapshotState | null }>('GET', '/store/snapshot')).body.snapshot;
}

async function upload(of: Test, id: string, more: Partial<typeof announced> = {}): Promise<void> {
  await begin(of.till, id, more);
  for (const n of [0, 1, 2]) expect((await put(of, id, n, partOf(n))).status).toBe(200);
  expect((await complete(of.till, id)).body).toMatchObject({ id, complete: true, parts: 3 });
}

test('a snapshot comes in parts, goes on where it was cut, and is read by another till', async () => {
  const of = await openTill();
  const id = v7();
  expect(await latestOf(of.till)).toBe(null);
  expect((await begin(of.till, id)).body).toMatchObject({ parts: 0, complete: false });
  expect((await put(of, id, 1, partOf(1))).body.error).toMatchObject({
    code: 'snapshot-part-early',
    details: { parts: 0 },
  });
  expect((await put(of, id, 0, partOf(0))).body.parts).toBe(1);
  expect((await put(of, id, 0, partOf(0))).body.parts).toBe(1);
  expect((await begin(of.till, id)).body.parts).toBe(1);
  expect((await complete(of.till, id)).body.error.code).toBe('snapshot-incomplete');
  expect(await latestOf(of.till)).toBe(null);
  await put(of, id, 1, partOf(1));
  await put(of, id, 2, partOf(2));
  expect((await complete(of.till, id)).body).toMatchObject({ complete: true });
  expect((await complete(of.till, id)).body).toMatchObject({ complete: true });

  const other = await enrolTill(of.cloud, of.till.storeId);
  const latest = await latestOf(other);
  expect(latest).toMatchObject({ id, ...announced, parts: 3 });
  const hash = createHash('sha256');
  for (let n = 0; n < 3; n += 1) {
    const response = await of.cloud.fetch(
      new Request(`http://cloud/v1/store/snapshots/${id}/parts/${n}`, {
        headers: { authorization: `Bearer ${other.token()}` },
      }),
    );
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    hash.update(new Uint8Array(await response.arrayBuffer()));
  }
  expect(hash.digest('hex')).toBe(announced.sha256);
});

test('what arrived otherwise than announced is thrown away, and the older one stays', async () => {
  const of = await openTill();
  const [good, bad] = [v7(), v7()];
  await upload(of, good);
  await begin(of.till, bad, { sha256: 'a'.repeat(64) });
  for (const n of [0, 1, 2]) await put(of, bad, n, partOf(n));
  expect((await complete(of.till, bad)).body.error.code).toBe('snapshot-damaged');
  expect((await put(of, bad, 0, partOf(0))).body.error.code).toBe('snapshot-unknown');
  expect(await latestOf(of.till)).toMatchObject({ id: good });
});

test('a newer one takes the place of the older, and one that was left lying goes', async () => {
  const of = await openTill();
  const { database: tables } = of.cloud.context;
  const [older, left, newer] = [v7(), v7(), v7()];
  await upload(of, older);
  await begin(of.till, left);
  await put(of, left, 0, partOf(0));
  await upload(of, newer);
  expect(await latestOf(of.till)).toMatchObject({ id: newer });
  expect(await tables.selectFrom('snapshots').select('id').execute()).toEqual([{ id: newer }]);
  expect(await tables.selectFrom('snapshot_parts').select('n').execute()).toHaveLength(3);
});

test('a part that is being taken while its snapshot is thrown away does not stay behind', async () => {
  const of = await openTill();
  const { database: tables, tx } = of.cloud.context;
  const [left, newer] = [v7(), v7()];
  await begin(of.till, left);
  let beginning: Promise<unknown> = Promise.resolve();
  await tx(async (taking) => {
    // As `putPart` does, up to just before its commit.
    await taking.selectFrom('snapshots').select('id').where('id', '=', left).forUpdate().execute();
    const part = { store_id: of.till.storeId, snapshot_id: left, n: 0, bytes: partOf(2) };
    await taking.insertInto('snapshot_parts').values(part).execute();
    await taking.updateTable('snapshots').set({ parts: 1 }).where('id', '=', left).execute();
    beginning = begin(of.till, newer);
    const waiting = sql<{ waiting: number }>`select count(*) as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await waiting.execute(tables)).rows[0]?.waiting).toBe(1);
  });
  await beginning;
  expect(await tables.selectFrom('snapshots').select('id').execute()).toEqual([{ id: newer }]);
  expect(await tables.selectFrom('snapshot_parts').select('n').execute()).toEqual([]);
});

test('wrong lengths, other content, too much, and snapshots of others are refused', async () => {
  const of = await openTill();
  const id = v7();
  await begin(of.till, id);
  expect((await put(of, id, 0, partOf(2))).body.error.code).toBe('snapshot-part-length');
  expect((await put(of, id, 3, partOf(2))).body.error.code).toBe('snapshot-part-length');
  expect((await put(of, id, 0, randomBytes(snapshotPartBytes + 1))).status).toBe(413);
  expect((await begin(of.till, id, { size: 5 })).body.error.code).toBe('snapshot-differs');
  expect((await begin(of.till, v7(), { size: 3 * 1_073_741_824 })).body.error.code).toBe(
    'snapshot-too-large',
  );
  expect((await begin(of.till, v7(), { epoch: 2 })).body.error.code).toBe('snapshot-outdated');
  expect((await begin(of.till, v7(), { position: 1 })).status).toBe(400);
  const stranger = await enrolTill(of.cloud, await openStore(of.cloud));
  expect((await put({ ...of, till: stranger }, id, 0, partOf(0))).body.error.code).toBe('snapshot-unknown');
  const neighbour = await enrolTill(of.cloud, of.till.storeId);
  expect((await begin(neighbour, id)).body.error.code).toBe('snapshot-differs');
  await put(of, id, 0, partOf(0));
  expect((await stranger.call('GET', `/store/snapshots/${id}/parts/0`)).status).toBe(404);
});

test('after the cloud was restored, no till starts from what was made before', async () => {
  const of = await openTill();
  await upload(of, v7());
  await of.cloud.context.database.updateTable('stores').set({ epoch: 2 }).execute();
  expect(await latestOf(of.till)).toBe(null);
});
