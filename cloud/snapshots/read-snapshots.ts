import type { Kysely } from 'kysely';
import type { SnapshotState } from '../../shared/sync/protocol.ts';
import type { Database } from '../db/schema.ts';
import { stateOf } from './parts.ts';

/** The newest snapshot that a new till can start from; none that was made before the cloud was restored. */
export async function latestSnapshot(
  database: Kysely<Database>,
  storeId: string,
): Promise<SnapshotState | null> {
  const row = await database
    .selectFrom('snapshots')
    .innerJoin('stores', (join) =>
      join.onRef('stores.id', '=', 'snapshots.store_id').onRef('stores.epoch', '=', 'snapshots.epoch'),
    )
    .selectAll('snapshots')
    .where('snapshots.store_id', '=', storeId)
    .where('snapshots.complete', '=', true)
    .orderBy('snapshots.position', 'desc')
    .orderBy('snapshots.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : stateOf(row);
}

/** The bytes of part `n`, counted from 0; undefined where they are not, or no longer, there. */
export async function readPart(
  database: Kysely<Database>,
  { storeId, id, n }: { storeId: string; id: string; n: number },
): Promise<Buffer | undefined> {
  const row = await database
    .selectFrom('snapshot_parts')
    .select('bytes')
    .where('store_id', '=', storeId)
    .where('snapshot_id', '=', id)
    .where('n', '=', n)
    .executeTakeFirst();
  return row?.bytes;
}
