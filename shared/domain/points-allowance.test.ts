import { expect, it } from 'vitest';
import { offlineAllowance } from './points-allowance.ts';

it.each([
  ['a share, rounded down', { confirmed: 101, earnedHere: 0, spentHere: 0 }, 30, 1_000, 30],
  ['at most what the shop allows', { confirmed: 10_000, earnedHere: 0, spentHere: 0 }, 30, 1_000, 1_000],
  ['nothing where the shop refuses', { confirmed: 10_000, earnedHere: 0, spentHere: 0 }, 30, 0, 0],
  ['less what was spent here already', { confirmed: 100, earnedHere: 0, spentHere: 25 }, 30, 1_000, 5],
  ['never below zero', { confirmed: 100, earnedHere: 0, spentHere: 45 }, 30, 1_000, 0],
  ['what was earned here, whole', { confirmed: 0, earnedHere: 12, spentHere: 0 }, 30, 1_000, 12],
  ['nothing of a negative balance', { confirmed: -50, earnedHere: 0, spentHere: 0 }, 30, 1_000, 0],
])('is %s', (_, balance, offlineAllowancePercent, offlineMostPoints, expected) => {
  expect(offlineAllowance(balance, { offlineAllowancePercent, offlineMostPoints })).toBe(expected);
});
