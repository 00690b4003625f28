import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeOffers, makeReward, plainRules } from '../../../shared/domain/make-offer-samples.ts';
import type { CartOffers, Reward } from '../../../shared/domain/offers.ts';
import { price } from '../../../shared/domain/price.ts';
import type { DraftLine } from '../../state/cart/cart-draft.ts';
import { makeProduct } from '../../state/cart/make-samples.ts';
import { openRewards } from './open-rewards.ts';

const customer = { id: 'liza', tierId: null, pointsBalance: 250 };
const offers = makeOffers({ customer });

const line = (id: string, priceMinor: number, quantityMilli = 1000): DraftLine => ({
  lineId: id,
  product: makeProduct({ id, priceMinor }),
  quantityMilli,
  unitPriceMinor: priceMinor,
});

function priceWith(lines: readonly DraftLine[], of: CartOffers) {
  const cart = lines.map(({ lineId, product, unitPriceMinor, quantityMilli }) => ({
    lineId,
    productId: product.id,
    name: product.name,
    unitPriceMinor,
    quantityMilli,
    taxRates: [],
  }));
  return price({ lines: cart, offers: of }, plainRules);
}

const listed = (reward: Reward) => ({
  ...reward,
  description: '',
  usedInTotal: 0,
  createdAt: '2026-11-20T08:00:00.000Z',
  updatedAt: '2026-11-20T08:00:00.000Z',
});

function refusalsOf(rewards: readonly Reward[], lines: readonly DraftLine[], rewardIds: string[] = []) {
  const taken = rewards.filter(({ id }) => rewardIds.includes(id));
  const priced = priceWith(lines, { ...offers, rewards: taken });
  const open = openRewards(rewards.map(listed), { lines, rewardIds }, priced, offers);
  return open.map(({ id, refusal }) => [id, refusal?.reason ?? 'open']);
}

const coffee = makeReward({ id: 'coffee', effect: { kind: 'free-item', productId: 'coffee' } });
const tenOff = makeReward({ id: 'ten off', points: 200 });
const trip = makeReward({ id: 'trip', points: 9000 });
const gone = makeReward({ id: 'gone', stock: 0 });

test('what can be taken now, and why the rest cannot', () => {
  expect(refusalsOf([coffee, tenOff, trip, gone], [line('coffee', 6500)])).toEqual([
    ['coffee', 'open'],
    ['ten off', 'open'],
    ['trip', 'points-short'],
    ['gone', 'used-up'],
  ]);
  expect(refusalsOf([coffee, tenOff], [line('bread', 5500)])).toEqual([
    ['coffee', 'no-fitting-line'],
    ['ten off', 'open'],
  ]);
  expect(refusalsOf([coffee, tenOff], [])).toEqual([
    ['coffee', 'no-fitting-line'],
    ['ten off', 'no-fitting-line'],
  ]);
});

test('what was taken is gone from the list, and so are its points and its piece', () => {
  const secondCoffee = { ...coffee, id: 'second coffee' };
  expect(refusalsOf([coffee, secondCoffee, tenOff], [line('coffee', 6500)], ['coffee'])).toEqual([
    ['second coffee', 'nothing-to-take-off'],
    ['ten off', 'points-short'],
  ]);
});

test('it agrees with the price function, whatever is in the cart', () => {
  const anyReward = fc.record({
    points: fc.constantFrom(50, 100, 200, 300),
    effect: fc.constantFrom<Reward['effect']>(
      { kind: 'percent', percentPpm: 100_000 },
      { kind: 'amount', amountMinor: 5000 },
      { kind: 'free-item', productId: 'a' },
      { kind: 'free-item', productId: 'b' },
    ),
    stock: fc.constantFrom(null, 0, 5),
  });
  const anyLine = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    priceMinor: fc.constantFrom(0, 100, 6500),
    quantityMilli: fc.constantFrom(1000, 2000, 1250),
  });
  fc.assert(
    fc.property(
      fc.array(anyReward, { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(anyLine, { maxLength: 3, selector: ({ id }) => id }),
      (parts, cart) => {
        const rewards = parts.map((part, index) => makeReward({ id: `reward-${index}`, ...part }));
        const lines = cart.map(({ id, priceMinor, quantityMilli }) => line(id, priceMinor, quantityMilli));
        const [asked, ...others] = rewards;
        if (asked === undefined) return;
        const before = priceWith(lines, { ...offers, rewards: others });
        const rewardIds = others.map(({ id }) => id);
        const [open] = openRewards(rewards.map(listed), { lines, rewardIds }, before, offers);
        const after = priceWith(lines, { ...offers, rewards: [...others, asked] });
        const isTaken = after.rewards.some(({ rewardId }) => rewardId === asked.id);
        expect(open?.refusal === null).toBe(isTaken);
      },
    ),
  );
});
