import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { cloudFailure, type CloudFailure } from '../../shared/sync/cloud-failures.ts';
import type { SnapshotState } from '../../shared/sync/protocol.ts';
import type { CloudContext } from '../context.ts';
import type { Caller } from '../route.ts';
import { lengthOfPart, partsOf, stateOf } from './parts.ts';

/**
 * Takes part `n`, counted from 0, of a snapshot that its register began; parts come in their order, and one that is there
 * stays. Fails with `snapshot-unknown`, `snapshot-complete`, `snapshot-part-early` (with `details.parts`) and
 * `snapshot-part-length`.
 */
export async function putPart(
  { tx: run }: CloudContext,
  { storeId, registerId }: Caller,
  { id, n, bytes }: { id: string; n: number; bytes: Uint8Array },
): Promise<Result<SnapshotState, CloudFailure>> {
  return run(async (tx) => {
    const snapshot = await tx
      .selectFrom('snapshots')
      .selectAll()
      .where('store_id', '=', storeId)
      .where('id', '=', id)
      .where('register_id', '=', registerId)
      .forUpdate()
      .executeTakeFirst();
    if (snapshot === undefined) return fail(cloudFailure('snapshot-unknown'));
    const { size, parts } = snapshot;
    if (n < parts) return ok(stateOf(snapshot));
    if (n >= partsOf(size))
      return fail(cloudFailure('snapshot-part-length', { details: { parts: partsOf(size) } }));
    if (n > parts) return fail(cloudFailure('snapshot-part-early', { details: { parts } }));
    const length = lengthOfPart(size, n);
    if (bytes.byteLength !== length)
      return fail(cloudFailure('snapshot-part-length', { details: { length } }));
    await tx
      .insertInto('snapshot_parts')
      .values({ store_id: storeId, snapshot_id: id, n, bytes: Buffer.from(bytes) })
      .execute();
    await tx
      .updateTable('snapshots')
      .set({ parts: n + 1 })
      .where('store_id', '=', storeId)
      .where('id', '=', id)
      .execute();
    return ok(stateOf({ ...snapshot, parts: n + 1 }));
  });
}
