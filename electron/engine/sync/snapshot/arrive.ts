import { open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failure } from '../../../../shared/api/failures.ts';
import type { SyncStatus } from '../../../../shared/api/sync.ts';
import { fail, ok, type Failure, type Result } from '../../../../shared/domain/result.ts';
import { snapshotAnswer, snapshotPartBytes, type SnapshotState } from '../../../../shared/sync/protocol.ts';
import { callCloud, linkRow } from '../../cloud-link/index.ts';
import type { EngineContext } from '../../context.ts';
import { databasePath } from '../../db/database-path.ts';
import { newestVersion } from '../../db/migrations/index.ts';
import { rawQuery } from '../../db/query.ts';
import { perContext } from '../../per-context.ts';
import { ownHead } from '../own-chain.ts';
import { sha256Of } from './pack-snapshot.ts';
import { runSnapshotTask } from './run-snapshot-task.ts';

const anythingOfTheShop = rawQuery<Record<never, never>, { found: number }>(
  `SELECT 1 AS found WHERE EXISTS (SELECT 1 FROM products) OR EXISTS (SELECT 1 FROM customers)
     OR EXISTS (SELECT 1 FROM orders) OR EXISTS (SELECT 1 FROM shifts) OR EXISTS (SELECT 1 FROM categories)
     OR EXISTS (SELECT 1 FROM promotions)
     OR EXISTS (SELECT 1 FROM rewards) OR EXISTS (SELECT 1 FROM credits) OR EXISTS (SELECT 1 FROM carts)`,
);

/** How far a new till is with taking over the shop's books; null when it is not. */
type Arriving = NonNullable<SyncStatus['arriving']>;
const arrivingOf = perContext((): { now: Arriving | null } => ({ now: null }));
export const arrivingNow = (context: EngineContext): Arriving | null => arrivingOf(context).now;

/**
 * An empty till that has just joined takes over the shop's books from a snapshot, where the cloud has one that this
 * program can read: afterwards it has everything up to it, and pulls the rest as ever. What is cut off goes on where it
 * was when it is called again. True when the books were replaced, so that this context is over. Fails as `callCloud`
 * does; nothing is changed then.
 */
export async function arrive(context: EngineContext): Promise<Result<boolean, Failure>> {
  if (context.read.first(anythingOfTheShop) !== undefined) return ok(false);
  const latest = await callCloud(context, {
    method: 'GET',
    path: '/store/snapshot',
    answer: snapshotAnswer,
  });
  if (!latest.ok) return latest;
  const { snapshot } = latest.value;
  if (snapshot === null || snapshot.schema > newestVersion) return ok(false);
  const state = arrivingOf(context);
  const note = (doneBytes: number, phase: Arriving['phase']) => {
    state.now = { doneBytes, totalBytes: snapshot.size, phase };
  };
  note(0, 'snapshot');
  try {
    const packed = await download(context, snapshot, (doneBytes) => note(doneBytes, 'snapshot'));
    if (!packed.ok) return packed;
    note(snapshot.size, 'entries');
    return await takeOver(context, snapshot, packed.value);
  } finally {
    state.now = null;
  }
}

async function download(
  context: EngineContext,
  { id, size, sha256 }: SnapshotState,
  onDone: (bytes: number) => void,
): Promise<Result<string, Failure>> {
  const folder = dirname(databasePath(context.read));
  const file = join(folder, `arriving-${id}.gz`);
  await dropOthers(folder, file);
  // What is there of an earlier try is kept, as far as it is made of whole parts.
  const there = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  let done = there === size ? size : there - (there % snapshotPartBytes);
  const handle = await open(file, done > 0 ? 'r+' : 'w+', 0o600);
  try {
    while (done < size) {
      const part = await callCloud(context, {
        method: 'GET',
        path: `/store/snapshots/${id}/parts/${Math.floor(done / snapshotPartBytes)}`,
        answer: 'bytes',
      });
      if (!part.ok) return part;
      if (part.value.length === 0)
        return fail(failure('sync-not-the-cloud', { details: { cause: 'empty' } }));
      await handle.write(part.value, 0, part.value.length, done);
      done += part.value.length;
      onDone(done);
    }
    await handle.truncate(size);
  } finally {
    await handle.close();
  }
  if ((await sha256Of(file)) === sha256) return ok(file);
  await rm(file, { force: true });
  return fail(failure('sync-not-the-cloud', { details: { cause: 'the snapshot is damaged' } }));
}

/** What is there of a snapshot whose place another has taken. */
async function dropOthers(folder: string, wanted: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    if (/^arriving-.*\.gz$/.test(name) && file !== wanted) await rm(file, { force: true });
  }
}

/** Unpacks beside the books, makes them this till's, and puts them in place. */
async function takeOver(
  context: EngineContext,
  { position, mark, epoch }: SnapshotState,
  packed: string,
): Promise<Result<boolean, Failure>> {
  const ownFile = databasePath(context.read);
  const target = join(dirname(ownFile), 'arriving.db');
  const place = { position, mark, epoch };
  try {
    // What is written while the books are put together is in the next try.
    let head = -1;
    while (head !== ownHead(context.read).seq) {
      head = ownHead(context.read).seq;
      await runSnapshotTask({ task: 'unpack', packed, target, ownFile, place });
    }
    // A sale or a product that came meanwhile is not thrown away: the till goes on as it is, and pulls.
    if (context.read.first(linkRow) === undefined) return ok(false);
    if (context.read.first(anythingOfTheShop) !== undefined) return ok(false);
    return await context.replaceBooks(target, head);
  } finally {
    for (const part of ['', '-wal', '-shm']) await rm(target + part, { force: true });
    await rm(packed, { force: true });
  }
}
