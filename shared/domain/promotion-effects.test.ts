import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discountOn } from './discount.ts';
import { leftOf, type Left } from './offer-lines.ts';
import type { PromotionEffect } from './offers.ts';
import { takeOff } from './promotion-effects.ts';

type Line = { count: number; amountMinor: number };

const lines = fc.array(
  fc.record({ count: fc.integer({ min: 1, max: 9 }), amountMinor: fc.oneof(fc.nat(40), fc.nat(5000)) }),
  { maxLength: 6 },
);
const count = fc.integer({ min: 1, max: 4 });
const percentPpm = fc.constantFrom(1_000_000, 500_000, 333_333, 0);
const effect = fc.oneof(
  fc.record({ kind: fc.constant('buy-get' as const), buyCount: count, getCount: count, percentPpm }),
  fc.record({
    kind: fc.constant('bundle' as const),
    count: fc.integer({ min: 2, max: 5 }),
    priceMinor: fc.nat(3000),
  }),
);

function leftOfLines(all: readonly Line[]): Left {
  return leftOf(
    all.map((line) => ({ lineId: '', productId: null, quantityMilli: line.count * 1000 })),
    all.map((line) => line.amountMinor),
  );
}

const placesOf = (all: readonly Line[]) => all.map((_, place) => place);
const sum = (amounts: readonly number[]) => amounts.reduce((before, amount) => before + amount, 0);

/** Every piece by itself, the dearest first. */
function piecesOf(all: readonly Line[]): number[] {
  return all
    .filter((line) => line.amountMinor > 0)
    .flatMap((line) =>
      Array.from({ length: line.count }, (_, index) =>
        Math.floor((line.amountMinor + line.count - 1 - index) / line.count),
      ),
    )
    .toSorted((a, b) => b - a);
}

/** What the effect takes off, worked out group by group as one would at the counter. */
function byHand(of: PromotionEffect, pieces: readonly number[]): number {
  if (of.kind !== 'buy-get' && of.kind !== 'bundle') return 0;
  const size = of.kind === 'bundle' ? of.count : of.buyCount + of.getCount;
  let savedMinor = 0;
  let gotMinor = 0;
  for (let start = 0; start + size <= pieces.length; start += size) {
    const group = pieces.slice(start, start + size);
    if (of.kind === 'bundle') savedMinor += Math.max(sum(group) - of.priceMinor, 0);
    else gotMinor += sum(group.slice(of.buyCount));
  }
  if (of.kind === 'bundle') return savedMinor;
  return discountOn(gotMinor, { kind: 'percent', percentPpm: of.percentPpm }, 'half-up');
}

test('pieces counted in runs come to what they come to one by one', () => {
  fc.assert(
    fc.property(lines, effect, (all, of) => {
      const taken = takeOff(of, placesOf(all), leftOfLines(all), 'half-up');
      expect(taken.discountMinor).toBe(byHand(of, piecesOf(all)));
      for (const { place, amountMinor, freePieces } of taken.parts) {
        expect(amountMinor).toBeLessThanOrEqual(all[place]?.amountMinor ?? 0);
        expect(freePieces).toBeLessThanOrEqual(all[place]?.count ?? 0);
      }
    }),
    { numRuns: 5000 },
  );
});

test('on fewer lines nothing takes more off, which the choice of the best relies on', () => {
  const any = fc.oneof(
    effect,
    fc.record({ kind: fc.constant('percent' as const), percentPpm }),
    fc.record({ kind: fc.constant('amount' as const), amountMinor: fc.nat(5000) }),
  );
  fc.assert(
    fc.property(lines, any, fc.nat(5), fc.constantFrom('half-up', 'half-even'), (all, of, gone, rounding) => {
      const left = leftOfLines(all);
      const { discountMinor } = takeOff(of, placesOf(all), left, rounding);
      const fewer = placesOf(all).filter((place) => place !== gone);
      expect(takeOff(of, fewer, left, rounding).discountMinor).toBeLessThanOrEqual(discountMinor);
    }),
    { numRuns: 5000 },
  );
});
