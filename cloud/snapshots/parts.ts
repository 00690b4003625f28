import { snapshotPartBytes, type SnapshotState } from '../../shared/sync/protocol.ts';
import type { Selectable } from 'kysely';
import type { Snapshots } from '../db/schema.ts';

/** What a store keeps of one snapshot at most, in bytes. */
export const mostSnapshotBytes = 2 * 1_073_741_824;

export function partsOf(size: number): number {
  return Math.ceil(size / snapshotPartBytes);
}

/** How many bytes part `n`, counted from 0, has. */
export function lengthOfPart(size: number, n: number): number {
  return Math.min(snapshotPartBytes, size - n * snapshotPartBytes);
}

export function stateOf(row: Selectable<Snapshots>): SnapshotState {
  const { id, size, sha256, position, mark, epoch, schema, parts, complete, at } = row;
  return { id, size, sha256, position, mark, epoch, schema, parts, complete, at };
}
