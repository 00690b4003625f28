import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expiringPoints, monthsBefore, pointsToReverse, type LedgerEntry } from './points.ts';

describe('expiringPoints', () => {
  const entry = (kind: LedgerEntry['kind'], points: number, at: string): LedgerEntry => ({
    kind,
    points,
    at,
  });
  const cutoff = '2026-01-01';
  const old = '2025-12-31T23:59:59.999Z';
  const young = '2026-01-01T00:00:00.000Z';

  it.each<[string, LedgerEntry[], number]>([
    ['nothing', [], 0],
    ['what is old expires, what is young stays', [entry('earned', 10, old), entry('bonus', 5, young)], 10],
    ['what was spent was the oldest', [entry('earned', 10, old), entry('redeemed', -4, young)], 6],
    [
      'never below nothing',
      [entry('earned', 10, old), entry('earned', 9, young), entry('redeemed', -15, young)],
      0,
    ],
    ['not twice', [entry('earned', 10, old), entry('expired', -10, young)], 0],
    ['what a refund took back is gone', [entry('earned', 10, old), entry('reversed', -3, young)], 7],
    [
      'what a refund gave back was not spent',
      [entry('earned', 10, old), entry('redeemed', -8, old), entry('reversed', 8, young)],
      10,
    ],
    ['a gift by correction never expires', [entry('adjusted', 50, old), entry('bonus', 5, old)], 5],
    ['a correction downwards takes the oldest', [entry('earned', 10, old), entry('adjusted', -7, young)], 3],
  ])('%s', (_, entries, points) => {
    expect(expiringPoints(entries, cutoff)).toBe(points);
    expect(expiringPoints(entries.toReversed(), cutoff)).toBe(points);
  });

  it('once expired, nothing more does, and the balance is never overdrawn', () => {
    const ledger = fc.array(
      fc.record({
        kind: fc.constantFrom<LedgerEntry['kind']>('earned', 'bonus', 'redeemed', 'reversed', 'adjusted'),
        size: fc.nat(100),
        at: fc.constantFrom(old, young),
      }),
    );
    fc.assert(
      fc.property(ledger, (made) => {
        const entries: LedgerEntry[] = [];
        let balance = 0;
        for (const { kind, size, at } of made) {
          const gives = kind === 'earned' || kind === 'bonus' || (kind === 'adjusted' && size % 2 === 0);
          const points = gives ? size : 0 - Math.min(size, balance);
          balance += points;
          entries.push({ kind, points, at });
        }
        const expiring = expiringPoints(entries, cutoff);
        expect(expiring).toBeLessThanOrEqual(balance);
        entries.push({ kind: 'expired', points: 0 - expiring, at: young });
        expect(expiringPoints(entries, cutoff)).toBe(0);
      }),
    );
  });
});

describe('pointsToReverse', () => {
  const sale = { earned: 10, spent: 3, totalMinor: 9999 };

  it.each<[number, number, number, number]>([
    [0, 0, 0, 0],
    [0, 9999, 10, 3],
    [0, 3333, 3, 1],
    [3333, 3333, 3, 1],
    [6666, 3333, 4, 1],
    [9999, 5000, 0, 0],
    [9000, 5000, 1, 1],
  ])('after %i, %i more', (refundedBeforeMinor, refundNowMinor, earned, spent) => {
    expect(pointsToReverse({ ...sale, refundedBeforeMinor, refundNowMinor })).toEqual({ earned, spent });
  });

  it('gives all back at once of a sale that cost nothing', () => {
    const free = { earned: 0, spent: 500, totalMinor: 0, refundedBeforeMinor: 0, refundNowMinor: 0 };
    expect(pointsToReverse(free)).toEqual({ earned: 0, spent: 500 });
  });

  it('any refunds that come to the total take back exactly everything, and never more on the way', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(parts, fc.nat(1_000_000), fc.nat(1_000_000), (refunds, earned, spent) => {
        const totalMinor = refunds.reduce((sum, minor) => sum + minor, 0);
        const back = { earned: 0, spent: 0 };
        let refundedBeforeMinor = 0;
        for (const refundNowMinor of refunds) {
          const now = pointsToReverse({ earned, spent, totalMinor, refundedBeforeMinor, refundNowMinor });
          expect(Math.min(now.earned, now.spent)).toBeGreaterThanOrEqual(0);
          back.earned += now.earned;
          back.spent += now.spent;
          expect(back.earned).toBeLessThanOrEqual(earned);
          expect(back.spent).toBeLessThanOrEqual(spent);
          refundedBeforeMinor += refundNowMinor;
        }
        expect(back).toEqual({ earned, spent });
      }),
    );
  });
});

it.each([
  ['2026-11-26', 12, '2025-11-26'],
  ['2026-11-26', 0, '2026-11-26'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2024-03-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2023-02-28'],
  ['2026-01-15', 1, '2025-12-15'],
  ['2026-05-31', 120, '2016-05-31'],
])('%s, %i months before: %s', (date, months, before) => {
  expect(monthsBefore(date, months)).toBe(before);
});
