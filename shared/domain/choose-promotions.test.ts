import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choosePromotions, type Candidate } from './choose-promotions.ts';
import { makePromotion } from './make-offer-samples.ts';
import { leftOf, type Left } from './offer-lines.ts';
import type { PromotionEffect } from './offers.ts';
import { savingOf, takeOff } from './promotion-effects.ts';

const PLACES = 6;

const effect = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), percentPpm: fc.nat(1_000_000) }),
  fc.record({ kind: fc.constant('amount' as const), amountMinor: fc.nat(300) }),
  fc.record({
    kind: fc.constant('buy-get' as const),
    buyCount: fc.integer({ min: 1, max: 3 }),
    getCount: fc.integer({ min: 1, max: 2 }),
    percentPpm: fc.constantFrom(1_000_000, 500_000),
  }),
  fc.record({
    kind: fc.constant('bundle' as const),
    count: fc.integer({ min: 2, max: 4 }),
    priceMinor: fc.nat(200),
  }),
);
const line = fc.record({ pieces: fc.integer({ min: 1, max: 4 }), priceMinor: fc.nat(100) });
const lines = fc.array(line, { minLength: PLACES, maxLength: PLACES });
const wanted = fc.array(
  fc.record({
    effect,
    places: fc.subarray(Array.from({ length: PLACES }, (_, place) => place)),
    bonusPoints: fc.nat(2),
  }),
  { maxLength: 8 },
);

type Wanted = { effect: PromotionEffect; places: number[]; bonusPoints: number };

function candidatesOf(all: readonly Wanted[], left: Left): Candidate[] {
  return all
    .map((each, index) => ({
      promotion: makePromotion({ id: `p${index}`, effect: each.effect }),
      places: each.places,
      savingMinor: savingOf(each.effect, each.places, left, 'half-up'),
      bonusPoints: each.bonusPoints,
    }))
    .filter(({ savingMinor }) => savingMinor > 0);
}

/** The best first, every one worked out again each time. */
function greedyByHand(candidates: readonly Candidate[], left: Left): [string, number][] {
  const chosen: [string, number][] = [];
  const touched = new Set<number>();
  const open = [...candidates];
  for (;;) {
    const worth = open.map((candidate) => {
      const places = candidate.places.filter((place) => !touched.has(place));
      return { candidate, taken: takeOff(candidate.promotion.effect, places, left, 'half-up') };
    });
    const [best] = worth.toSorted(
      (one, other) =>
        other.taken.discountMinor - one.taken.discountMinor ||
        other.candidate.bonusPoints - one.candidate.bonusPoints ||
        one.candidate.promotion.id.localeCompare(other.candidate.promotion.id),
    );
    if (best === undefined || best.taken.discountMinor === 0) return chosen;
    chosen.push([best.candidate.promotion.id, best.taken.discountMinor]);
    for (const { place } of best.taken.parts) touched.add(place);
    open.splice(open.indexOf(best.candidate), 1);
  }
}

test('the shortcut to the best chooses what working every promotion out again each time would', () => {
  fc.assert(
    fc.property(lines, wanted, (all, promotions) => {
      const left = leftOf(
        all.map(({ pieces }) => ({ lineId: '', productId: null, quantityMilli: pieces * 1000 })),
        all.map(({ pieces, priceMinor }) => pieces * priceMinor),
      );
      const candidates = candidatesOf(promotions, left);
      const { chosen } = choosePromotions(candidates, left, 'half-up');
      expect(chosen.map(({ candidate, taken }) => [candidate.promotion.id, taken.discountMinor])).toEqual(
        greedyByHand(candidates, left),
      );
    }),
    { numRuns: 5000 },
  );
});
