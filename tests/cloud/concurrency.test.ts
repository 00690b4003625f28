import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../cloud/clock.ts';
import { createCloud, type Cloud } from '../../cloud/cloud.ts';
import { openDatabase } from '../../cloud/db/open-database.ts';
import { systemIds } from '../../cloud/ids.ts';
import { flakyDialect } from './support/flaky-dialect.ts';
import { testDatabaseUrl } from './support/postgres.ts';
import { enrolTill, openStore } from './support/test-till.ts';

type Till = Awaited<ReturnType<typeof enrolTill>>;

/** Two copies of the cloud on one database, as behind a load balancer. */
async function openCopies(share: number) {
  const url = await testDatabaseUrl();
  const warnings: unknown[] = [];
  const errors: unknown[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => void warnings.push(line) });
  let drawn = 1;
  let failures = 0;
  /** A small generator with a seed, so that a run can be repeated. */
  const chance = () => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    const next = drawn / 2_147_483_647;
    if (next < share) failures += 1;
    return next;
  };
  const open = async () => {
    const opened = openDatabase({
      url,
      log,
      connections: 12,
      wrap: (dialect) => flakyDialect(dialect, share, chance, (error) => errors.push(error)),
    });
    const cloud = await createCloud({ database: opened.database, clock: systemClock, ids: systemIds, log });
    onTestFinished(async () => {
      await cloud.close();
      await opened.close();
    });
    return cloud;
  };
  const copies: [Cloud, Cloud] = [await open(), await open()];
  return { copies, failed: () => failures, errors, warnings };
}

/** Pushes a till's entries a few at a time, each push twice now and then. */
async function pushAll(till: Till, entries: number): Promise<void> {
  for (let made = 0; made < entries; made += 1) till.chain.add();
  for (let from = 1; from <= entries;) {
    const to = Math.min(from + (from % 7), entries);
    const answers = await Promise.all([
      till.push(from, to),
      ...(from % 3 === 0 ? [till.push(from, to)] : []),
    ]);
    for (const answer of answers) {
      expect([answer.status, answer.body.last]).toEqual([200, to]);
      expect(answer.body.head).toBe(till.chain.before(to + 1));
    }
    from = to + 1;
  }
}

/** Reads a store as a till does, until it was told to stop and has all. */
async function readAll(till: Till, isOver: () => boolean): Promise<{ opIds: string[]; positions: number[] }> {
  const opIds: string[] = [];
  const positions: number[] = [];
  for (let after = 0; ;) {
    const wasOver = isOver();
    const { status, body } = await till.pull(after, '&limit=17');
    expect(status).toBe(200);
    expect(body.next).toBeGreaterThanOrEqual(after);
    for (const { opId, position } of body.entries) {
      opIds.push(opId);
      positions.push(position);
    }
    after = body.next;
    if (wasOver && body.entries.length === 0) return { opIds, positions };
  }
}

async function run(share: number, entriesEach: number): Promise<number> {
  const { copies, failed, errors, warnings } = await openCopies(share);
  const [first, second] = copies;
  const stores = [
    await openStore(first, 'One'),
    await openStore(first, 'Two'),
    await openStore(first, 'Three'),
  ];
  // Sixteen writers: ten of one store, three of each other, half of them at each copy.
  const writersOf = [10, 3, 3];
  const shops = await Promise.all(
    stores.map(async (storeId, at) => ({
      writers: await Promise.all(
        Array.from({ length: writersOf[at] ?? 0 }, (_, n) =>
          enrolTill(n % 2 === 0 ? first : second, storeId),
        ),
      ),
      readers: [await enrolTill(first, storeId), await enrolTill(second, storeId)],
    })),
  );
  let isOver = false;
  const reading = shops.map(({ readers }) =>
    Promise.all(readers.map((reader) => readAll(reader, () => isOver))),
  );
  await Promise.all(shops.flatMap(({ writers }) => writers.map((writer) => pushAll(writer, entriesEach))));
  isOver = true;
  for (const [at, shop] of shops.entries()) {
    const sent = shop.writers.flatMap(({ chain }) => chain.entries.map(({ opId }) => opId)).toSorted();
    for (const { opIds, positions } of (await reading[at]) ?? []) {
      expect(opIds.toSorted()).toEqual(sent);
      expect(positions).toEqual(sent.map((_, n) => n + 1));
    }
  }
  // No deadlock, and nothing else that the database would have had to say.
  expect([errors, warnings]).toEqual([[], []]);
  return failed();
}

test('sixteen writers at two copies: readers who poll meanwhile miss nothing and see nothing twice', async () => {
  await run(0, 40);
}, 120_000);

test('the same when every tenth statement of a transaction asks to run it again', async () => {
  expect(await run(0.1, 25)).toBeGreaterThan(100);
}, 120_000);
