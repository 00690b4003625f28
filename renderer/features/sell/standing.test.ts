import { expect, test } from 'vitest';
import { standingOf } from './standing.ts';

const rules = { redeem: true, valueMinor: 10 };
const customer = { id: 'liza', pointsBalance: 176 };
const now = Date.parse('2026-11-20T08:00:00Z');
const known = {
  id: 'liza',
  tierId: 'silver',
  tierName: 'Silver',
  multiplierPpm: 1_500_000,
  pointsBalance: 180,
  spendablePoints: 0,
  expiringPoints: 50,
  expiringOn: '2026-11-30',
};

test('the newest balance, what it is worth, and what ends soon', () => {
  expect(standingOf(customer, known, rules, { spent: 0, now })).toEqual({
    tierName: 'Silver',
    points: 180,
    balance: 180,
    worthMinor: 1800,
    expiring: { points: 50, on: '2026-11-30' },
  });
});

test('until the engine has answered, what the scan told', () => {
  const told = { tierName: null, points: 176, balance: 176, worthMinor: 1760, expiring: null };
  expect(standingOf(customer, null, rules, { spent: 0, now })).toEqual(told);
  expect(standingOf(customer, { ...known, id: 'somebody else' }, rules, { spent: 0, now })).toEqual(told);
});

test('points are worth nothing where nobody pays with them, and nothing below zero', () => {
  expect(standingOf(customer, known, { ...rules, redeem: false }, { spent: 0, now }).worthMinor).toBeNull();
  expect(standingOf(customer, { ...known, pointsBalance: -5 }, rules, { spent: 0, now })).toMatchObject({
    points: -5,
    worthMinor: null,
  });
});

test('what ends in months is not said', () => {
  expect(
    standingOf(customer, { ...known, expiringOn: '2027-06-30' }, rules, { spent: 0, now }).expiring,
  ).toBeNull();
  expect(standingOf(customer, { ...known, expiringPoints: 0 }, rules, { spent: 0, now }).expiring).toBeNull();
});

test('what this sale takes is not there any more', () => {
  expect(standingOf(customer, known, rules, { spent: 120, now })).toMatchObject({
    points: 60,
    balance: 180,
    worthMinor: 600,
  });
});
