import type { Clock } from '../../electron/engine/clock.ts';

/** The world's time, and clocks that are off by so many milliseconds. Timers never run: the simulation steps by itself. */
export type SimTime = {
  advance(milliseconds: number): void;
  now(): number;
  clock(): Clock & { offset: number };
};

export function simTime(start = Date.parse('2026-03-02T01:00:00.000Z')): SimTime {
  let now = start;
  return {
    advance: (milliseconds) => {
      now += milliseconds;
    },
    now: () => now,
    clock: () => {
      const clock = { offset: 0, now: () => now + clock.offset, after: () => () => undefined };
      return clock;
    },
  };
}
