import fc from 'fast-check';
import { describe, it } from 'vitest';
import { makeLine, makePromotion, makeReward } from './make-offer-samples.ts';
import type { AppliedPromotion, Audience, CartOffers, OfferScope, Promotion } from './offers.ts';
import { discountOfLine, price, type Cart, type PricedCart, type PricingRules } from './price.ts';

const CARTS = Number(process.env['SUKLI_CARTS'] ?? 3000);

const products = ['a', 'b', 'c', 'd'];
const categories = ['x', 'y', null];
const ppm = fc.oneof(fc.nat({ max: 1_000_000 }), fc.constantFrom(100_000, 500_000, 1_000_000));
const smallCount = fc.integer({ min: 1, max: 4 });
const amountMinor = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 30_000 }));
const discount = fc.option(
  fc.oneof(
    fc.record({ kind: fc.constant('percent' as const), percentPpm: ppm }),
    fc.record({ kind: fc.constant('amount' as const), amountMinor }),
  ),
  { nil: undefined, freq: 3 },
);

const line = fc.record({
  productId: fc.constantFrom(...products),
  categoryId: fc.constantFrom(...categories),
  unitPriceMinor: fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 20_000 })),
  quantityMilli: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 12 }).map((n) => n * 1000) },
    { weight: 1, arbitrary: fc.integer({ min: -3, max: -1 }).map((n) => n * 1000) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 9999 }) },
  ),
  taxRates: fc.constantFrom([], [{ name: 'VAT', ratePpm: 120_000, compound: false }]),
  discount,
});
const lines = fc
  .array(line, { maxLength: 8 })
  .map((all) => all.map((each, index) => ({ ...makeLine(`${index}`, 0), ...each })));

const scope = fc.oneof(
  fc.constant<OfferScope>({ kind: 'all' }),
  fc.record({ kind: fc.constant('products' as const), productIds: fc.subarray(products) }),
  fc.record({ kind: fc.constant('categories' as const), categoryIds: fc.subarray(['x', 'y']) }),
);
const effect = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), percentPpm: ppm }),
  fc.record({ kind: fc.constant('amount' as const), amountMinor }),
  fc.record({
    kind: fc.constant('buy-get' as const),
    buyCount: smallCount,
    getCount: smallCount,
    percentPpm: ppm,
  }),
  fc.record({
    kind: fc.constant('bundle' as const),
    count: fc.integer({ min: 2, max: 5 }),
    priceMinor: amountMinor,
  }),
  fc.constant({ kind: 'points' as const }),
);
const audience = fc.constantFrom<Audience>(
  { kind: 'everybody' },
  { kind: 'everybody' },
  { kind: 'members' },
  { kind: 'tiers', tierIds: ['gold'] },
);
const promotions = fc
  .array(
    fc.record({
      effect,
      scope,
      audience,
      combines: fc.boolean(),
      needsCode: fc.boolean(),
      priority: fc.nat({ max: 2 }),
      bonusPoints: fc.nat({ max: 3 }),
      minimumSpendMinor: fc.constantFrom(0, 0, 500, 5000),
    }),
    { maxLength: 7 },
  )
  .map((all) => all.map((each, index) => makePromotion({ id: `p${index}`, ...each })));
const rewards = fc
  .array(
    fc.record({
      points: fc.integer({ min: 1, max: 300 }),
      effect: fc.oneof(
        fc.record({ kind: fc.constant('percent' as const), percentPpm: ppm }),
        fc.record({ kind: fc.constant('amount' as const), amountMinor }),
        fc.record({ kind: fc.constant('free-item' as const), productId: fc.constantFrom(...products) }),
      ),
    }),
    { maxLength: 3 },
  )
  .map((all) => all.map((each, index) => makeReward({ id: `r${index}`, ...each })));
const offers = fc.record<CartOffers>({
  promotions,
  presentedIds: fc.subarray(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6']),
  rewards,
  customer: fc.option(
    fc.record({
      id: fc.constant('ana'),
      tierId: fc.constantFrom('gold', null),
      pointsBalance: fc.nat({ max: 500 }),
    }),
  ),
  at: fc.constant('2026-11-26T07:00:00.000Z'),
  weekday: fc.constant(4),
  minuteOfDay: fc.constant(900),
});
const carts = fc.record<Cart>({ lines, discount, offers });
const ruleSet = fc.record<PricingRules>({
  version: fc.constant(1),
  currency: fc.constant({ code: 'PHP', exponent: 2 }),
  taxMode: fc.constantFrom('inclusive', 'exclusive'),
  taxRounding: fc.constantFrom('line', 'order'),
  rounding: fc.constantFrom('half-up', 'half-even'),
});

const sum = (amounts: readonly number[]) => amounts.reduce((before, amount) => before + amount, 0);
const promoted = (priced: PricedCart) => sum(priced.lines.map(({ promotionMinor }) => promotionMinor));
const offersOf = ({ offers: given }: Cart): CartOffers => {
  if (given === undefined) throw new Error('a cart without offers');
  return given;
};

function holds(isTrue: boolean, rule: string): void {
  if (!isTrue) throw new Error(rule);
}

/** What the parts of these offers take off each line, by its id. */
function byLine(applied: readonly Pick<AppliedPromotion, 'parts' | 'discountMinor'>[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const { parts, discountMinor } of applied) {
    holds(sum(parts.map((part) => part.amountMinor)) === discountMinor, 'the parts add up to the discount');
    for (const part of parts) {
      holds(part.amountMinor > 0, 'a part takes something off');
      all.set(part.lineId, (all.get(part.lineId) ?? 0) + part.amountMinor);
    }
  }
  return all;
}

function checkLines({ lines: before }: Cart, priced: PricedCart, rules: PricingRules): void {
  const fromPromotions = byLine(priced.promotions);
  const fromRewards = byLine(priced.rewards);
  for (const [index, { lineId, grossMinor, ...all }] of priced.lines.entries()) {
    const kept = grossMinor - discountOfLine({ lineId, grossMinor, ...all });
    holds(kept === (rules.taxMode === 'inclusive' ? all.totalMinor : all.netMinor), 'what is kept is taxed');
    holds(all.netMinor + all.taxMinor === all.totalMinor, 'net and tax make the total');
    holds(grossMinor < 0 ? kept <= 0 : kept >= 0, 'no line crosses zero');
    holds(all.promotionMinor === (fromPromotions.get(lineId) ?? 0), 'the promotions of a line');
    holds(all.rewardMinor === (fromRewards.get(lineId) ?? 0), 'the rewards of a line');
    const isReturn = (before[index]?.quantityMilli ?? 0) < 0;
    holds(!isReturn || all.promotionMinor + all.rewardMinor === 0, 'what comes back gets nothing');
  }
  holds(sum(priced.lines.map(discountOfLine)) === priced.discountMinor, 'lines make the discount');
  holds(before.some((each) => each.quantityMilli < 0) || priced.totalMinor >= 0, 'the cart is not negative');
}

function checkOffers(cart: Cart, priced: PricedCart): void {
  const { promotions: offered, rewards: asked, customer } = offersOf(cart);
  const promotionIds = priced.promotions.map(({ promotionId }) => promotionId);
  const refusedOf = (kind: string) =>
    priced.refused.filter((refused) => refused.kind === kind).map(({ id }) => id);
  const answered = [...promotionIds, ...refusedOf('promotion')].toSorted();
  holds(answered.join() === offered.map(({ id }) => id).join(), 'each promotion is answered once');
  const rewarded = [...priced.rewards.map(({ rewardId }) => rewardId), ...refusedOf('reward')].toSorted();
  holds(rewarded.join() === asked.map(({ id }) => id).join(), 'each reward is answered once');
  holds(
    sum(priced.rewards.map(({ points }) => points)) <= (customer?.pointsBalance ?? 0),
    'no more points than the customer has',
  );
  holds(customer !== null || priced.promotions.every(({ bonusPoints }) => bonusPoints === 0), 'no stranger');
  const takers = new Map<string, Promotion[]>();
  for (const { promotionId, parts } of priced.promotions) {
    const promotion = offered.find(({ id }) => id === promotionId);
    for (const { lineId } of parts) {
      const others = takers.get(lineId) ?? [];
      if (promotion) takers.set(lineId, [...others, promotion]);
    }
  }
  for (const sharing of takers.values())
    holds(sharing.length === 1 || sharing.every(({ combines }) => combines), 'those that do not combine');
}

describe(`${CARTS} random carts with offers`, () => {
  const options = { numRuns: CARTS };

  it('no line goes below zero, all parts add up, every offer has its answer', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(carts, ruleSet, (cart, rules) => {
        const priced = price(cart, rules);
        checkLines(cart, priced, rules);
        checkOffers(cart, priced);
      }),
      options,
    );
  });

  it(
    'the order in which promotions are listed does not matter, nor a journey as JSON',
    { timeout: 3_600_000 },
    () => {
      fc.assert(
        fc.property(carts, ruleSet, (cart, rules) => {
          const once = JSON.stringify(price(cart, rules));
          const given = offersOf(cart);
          const turned = { ...given, promotions: given.promotions.toReversed() };
          holds(JSON.stringify(price({ ...cart, offers: turned }, rules)) === once, 'turned round');
          const rotated = {
            ...given,
            promotions: [...given.promotions.slice(3), ...given.promotions.slice(0, 3)],
          };
          holds(JSON.stringify(price({ ...cart, offers: rotated }, rules)) === once, 'rotated');
          const travelled = JSON.parse(JSON.stringify({ cart, rules })) as {
            cart: Cart;
            rules: PricingRules;
          };
          holds(JSON.stringify(price(travelled.cart, travelled.rules)) === once, 'travelled');
        }),
        options,
      );
    },
  );

  it('the choice is never worse than any promotion by itself', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(carts, ruleSet, (cart, rules) => {
        const chosen = promoted(price(cart, rules));
        const given = offersOf(cart);
        for (const promotion of given.promotions) {
          const alone = promoted(price({ ...cart, offers: { ...given, promotions: [promotion] } }, rules));
          holds(alone <= chosen, `${promotion.id} alone saves more`);
        }
      }),
      options,
    );
  });

  it('a cart to which nothing is offered costs what it costs without offers', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(carts, ruleSet, (cart, rules) => {
        const nothing = { ...offersOf(cart), promotions: [], rewards: [] };
        const { offers: _, ...without } = cart;
        const same = JSON.stringify(price({ ...cart, offers: nothing }, rules));
        holds(same === JSON.stringify(price(without, rules)), 'the same');
      }),
      options,
    );
  });
});
