import { randomBytes, randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** The engine's only source of identity and randomness. */
export type Ids = {
  /** A UUID version 7: sortable by the time it was made. */
  uuid(): string;
  bytes(count: number): Uint8Array;
};

/** Chance is drawn from the system in blocks, as for UUIDs; what was given out is wiped. */
const block = Buffer.alloc(4096);
let given = block.length;

function drawBytes(count: number): Uint8Array {
  if (count > 256) return randomBytes(count);
  if (given + count > block.length) {
    randomFillSync(block);
    given = 0;
  }
  const drawn = Uint8Array.from(block.subarray(given, given + count));
  block.fill(0, given, given + count);
  given += count;
  return drawn;
}

export const systemIds: Ids = {
  uuid: () => v7(),
  bytes: drawBytes,
};
