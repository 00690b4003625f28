import { expect, test } from 'vitest';
import { idleStep } from './idle-step.ts';

const minute = 60_000;

test.each([
  [0, { kind: 'awake' }],
  [minute - 15_001, { kind: 'awake' }],
  [minute - 15_000, { kind: 'warning', secondsLeft: 15 }],
  [minute - 1, { kind: 'warning', secondsLeft: 1 }],
  [minute, { kind: 'lock' }],
  [60 * minute, { kind: 'lock' }],
] as const)('after %i ms of a minute: %j', (idle, step) => {
  expect(idleStep(idle, minute)).toEqual(step);
});
