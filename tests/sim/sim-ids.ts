import type { Ids } from '../../electron/engine/ids.ts';
import type { Random } from './random.ts';

/** Ids that the seed decides: UUIDs of version 7, by a clock that may be wrong, as real ones are. */
export function simIds(random: Random, clock: { now(): number }): Ids {
  let count = 0;
  return {
    uuid: () => {
      count = (count + 1) % 0x1000;
      const time = Math.max(0, clock.now()).toString(16).padStart(12, '0');
      const order = count.toString(16).padStart(3, '0');
      const rest = Buffer.from(random.bytes(8)).toString('hex');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-8${rest.slice(0, 3)}-${rest.slice(3, 15)}`;
    },
    bytes: (length) => random.bytes(length),
  };
}
