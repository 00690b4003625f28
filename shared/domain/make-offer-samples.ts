import type { CartOffers, Promotion, Reward } from './offers.ts';
import type { CartLine, PricingRules } from './price.ts';

/** Prices without tax, so that what is taken off is easy to see. */
export const plainRules: PricingRules = {
  version: 1,
  currency: { code: 'PHP', exponent: 2 },
  taxMode: 'inclusive',
  taxRounding: 'line',
  rounding: 'half-up',
};

/** A promotion for tests: 10 % off everything for everybody, but for what is said of it. */
export function makePromotion(of: Partial<Promotion> & { id: string }): Promotion {
  return {
    title: of.id,
    effect: { kind: 'percent', percentPpm: 100_000 },
    scope: { kind: 'all' },
    audience: { kind: 'everybody' },
    needsCode: false,
    validFrom: null,
    validUntil: null,
    hours: null,
    minimumSpendMinor: 0,
    bonusPoints: 0,
    combines: false,
    priority: 100,
    limitPerCustomer: null,
    limitTotal: null,
    isActive: true,
    usedByCustomer: 0,
    usedInTotal: 0,
    ...of,
  };
}

/** A reward for tests: 10.00 off for 100 points, but for what is said of it. */
export function makeReward(of: Partial<Reward> & { id: string }): Reward {
  return {
    title: of.id,
    points: 100,
    effect: { kind: 'amount', amountMinor: 1000 },
    stock: null,
    validFrom: null,
    validUntil: null,
    limitPerCustomer: null,
    isActive: true,
    usedByCustomer: 0,
    ...of,
  };
}

/** Thursday, 26 November 2026, 15:00 in Manila; nobody is known. */
export function makeOffers(of: Partial<CartOffers>): CartOffers {
  return {
    promotions: [],
    presentedIds: [],
    rewards: [],
    customer: null,
    at: '2026-11-26T07:00:00.000Z',
    weekday: 4,
    minuteOfDay: 15 * 60,
    ...of,
  };
}

/** A line without tax whose id, product and name are one word. */
export function makeLine(
  name: string,
  unitPriceMinor: number,
  quantity = 1,
  of: Partial<CartLine> = {},
): CartLine {
  const quantityMilli = Math.round(quantity * 1000);
  return { lineId: name, productId: name, name, unitPriceMinor, quantityMilli, taxRates: [], ...of };
}
