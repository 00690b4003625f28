import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ok, type Failure, type Result } from '../../../../shared/domain/result.ts';
import {
  snapshotAnswer,
  snapshotPartBytes,
  snapshotState,
  type SnapshotState,
} from '../../../../shared/sync/protocol.ts';
import { callCloud, linkRow, type Link } from '../../cloud-link/index.ts';
import type { EngineContext } from '../../context.ts';
import { databasePath } from '../../db/database-path.ts';
import { query } from '../../db/query.ts';
import { perContext } from '../../per-context.ts';
import { pullOnce } from '../pull-once.ts';
import { sendAll } from '../send-all.ts';
import { runSnapshotTask } from './run-snapshot-task.ts';
import type { PackedSnapshot } from './snapshot-task.ts';

/** A snapshot that so much has come to since is made anew for the next till. */
const mostBehind = 20_000;

const anyGoods = query()((b) => b.selectFrom('products').select('row_id').limit(1));
const sendingOf = perContext((): { now: Promise<void> | null } => ({ now: null }));

/**
 * Sees to it that the cloud has a snapshot of the shop's books for the till that joins next: makes and sends one unless
 * a fresh one is there. One at a time, and nobody waits for it: what fails is tried with the next code.
 */
export function keepSnapshotFresh(context: EngineContext): Promise<void> {
  const sending = sendingOf(context);
  sending.now ??= freshen(context)
    .then(
      (sent) => {
        if (!sent.ok) context.log.warn({ code: sent.failure.code }, 'no snapshot could be sent');
      },
      (error: unknown) => context.log.error({ err: error }, 'making a snapshot failed'),
    )
    .finally(() => {
      sending.now = null;
    });
  return sending.now;
}

async function freshen(context: EngineContext): Promise<Result<void, Failure>> {
  const isAlone = context.read.first(linkRow) === undefined;
  if (isAlone || context.read.first(anyGoods) === undefined) return ok(undefined);
  const exchanged = await exchangeAll(context);
  if (!exchanged.ok) return exchanged;
  const link = context.read.first(linkRow);
  if (link === undefined) return ok(undefined);
  const latest = await callCloud(context, {
    method: 'GET',
    path: '/store/snapshot',
    answer: snapshotAnswer,
  });
  if (!latest.ok) return latest;
  const { snapshot } = latest.value;
  const isFresh =
    snapshot !== null && snapshot.epoch === link.epoch && link.cursor - snapshot.position < mostBehind;
  if (isFresh) return ok(undefined);
  const file = databasePath(context.read);
  const { registerCode } = context.identity();
  const made = await runSnapshotTask({
    task: 'pack',
    databaseFile: file,
    folder: dirname(file),
    register: { registerId: link.register_id, registerCode, registerName: link.register_name },
  });
  if (made.kind !== 'packed') throw new Error('a snapshot was not packed');
  try {
    const sent = await send(context, link, made.packed);
    return sent.ok ? ok(undefined) : sent;
  } finally {
    await rm(made.packed.file, { force: true });
  }
}

/** The cloud has everything that the snapshot tells, and the cursor has come to where that ends. */
async function exchangeAll(context: EngineContext): Promise<Result<void, Failure>> {
  const sent = await sendAll(context);
  if (!sent.ok) return sent;
  for (;;) {
    const pulled = await pullOnce(context);
    if (!pulled.ok) return pulled;
    if (pulled.value.did !== 'received' || pulled.value.behind === 0) return ok(undefined);
  }
}

/** The cursor was read before the copy was made, so the copy has everything up to it. */
async function send(
  context: EngineContext,
  { cursor: position, cursor_mark: mark, epoch }: Link,
  { file, size, sha256, schema }: PackedSnapshot,
): Promise<Result<SnapshotState, Failure>> {
  const id = context.ids.uuid();
  const begun = await callCloud(context, {
    method: 'PUT',
    path: `/store/snapshots/${id}`,
    json: { id, size, sha256, position, mark, epoch, schema },
    answer: snapshotState,
  });
  if (!begun.ok) return begun;
  const handle = await open(file);
  try {
    for (let { parts } = begun.value; parts * snapshotPartBytes < size;) {
      const content = new Uint8Array(Math.min(snapshotPartBytes, size - parts * snapshotPartBytes));
      await handle.read(content, 0, content.length, parts * snapshotPartBytes);
      const put = await callCloud(context, {
        method: 'PUT',
        path: `/store/snapshots/${id}/parts/${parts}`,
        bytes: { content, type: 'raw' },
        answer: snapshotState,
      });
      if (!put.ok) return put;
      parts = put.value.parts;
    }
  } finally {
    await handle.close();
  }
  return callCloud(context, {
    method: 'POST',
    path: `/store/snapshots/${id}/complete`,
    answer: snapshotState,
  });
}
