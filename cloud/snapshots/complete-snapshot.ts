import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import type { SnapshotState } from '../../shared/sync/protocol.ts';
import type { CloudContext } from '../context.ts';
import type { Caller } from '../route.ts';
import { forgetSnapshots } from './forget-snapshots.ts';
import { partsOf, stateOf } from './parts.ts';
import { readPart } from './read-snapshots.ts';

/**
 * Holds what arrived against what was announced, one part in memory at a time, and lets it take the place of the store's
 * older snapshots. The same again answers the same. Fails with `snapshot-unknown`, `snapshot-incomplete` (with
 * `details.parts`), and `snapshot-damaged`: thrown away then.
 */
export async function completeSnapshot(
  context: CloudContext,
  { storeId, registerId }: Caller,
  id: string,
): Promise<Result<SnapshotState, CloudFailure>> {
  const snapshot = await context.database
    .selectFrom('snapshots')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .where('register_id', '=', registerId)
    .executeTakeFirst();
  if (snapshot === undefined) return fail(cloudFailure('snapshot-unknown'));
  if (snapshot.complete) return ok(stateOf(snapshot));
  const { parts, size, sha256, position } = snapshot;
  if (parts < partsOf(size)) return fail(cloudFailure('snapshot-incomplete', { details: { parts } }));
  const isWhole = (await hashOf(context, { storeId, id, parts })) === sha256;
  return context.tx(async (tx) => {
    if (!isWhole) {
      await forgetSnapshots(tx, storeId, (rows) => rows.where('id', '=', id));
      return fail(cloudFailure('snapshot-damaged'));
    }
    const completed = await tx
      .updateTable('snapshots')
      .set({ complete: true })
      .where('store_id', '=', storeId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    if (completed === undefined) return fail(cloudFailure('snapshot-unknown'));
    await forgetSnapshots(tx, storeId, (rows) =>
      rows.where('id', '<>', id).where('position', '<=', position),
    );
    return ok(stateOf(completed));
  });
}

async function hashOf(
  { database }: CloudContext,
  { storeId, id, parts }: { storeId: string; id: string; parts: number },
): Promise<string> {
  const hash = createHash('sha256');
  for (let n = 0; n < parts; n += 1) hash.update((await readPart(database, { storeId, id, n })) ?? '');
  return hash.digest('hex');
}
