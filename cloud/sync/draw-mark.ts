import type { Ids } from '../ids.ts';

/** What tells this arrival from any other that has, or had, its position: 48 bits of chance. */
export function drawMark(ids: Ids): number {
  return Buffer.from(ids.bytes(6)).readUIntBE(0, 6);
}
