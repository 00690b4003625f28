import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../shared/api/defaults.ts';
import { makePromotion, makeReward } from '../../../shared/domain/make-offer-samples.ts';
import { addProduct } from './add-product.ts';
import { attachCustomer, detachCustomer } from './attach-customer.ts';
import { emptyDraft } from './cart-draft.ts';
import { clearCart } from './clear-cart.ts';
import { dropReward } from './drop-reward.ts';
import { goOn, startCart, undo } from './history.ts';
import { limitReached } from './limit-reached.ts';
import { makeCustomer, makeProduct } from './make-samples.ts';
import { presentPromotion } from './present-promotion.ts';
import { priceDraft, type DraftOffers } from './price-draft.ts';
import { pricedCart } from './priced-cart.ts';
import { selectLine } from './select-line.ts';
import { takeReward } from './take-reward.ts';
import { withdrawPromotion } from './withdraw-promotion.ts';

const settings = defaultSettings;
const coffee = makeProduct({ id: 'coffee', priceMinor: 6500 });
const ana = makeCustomer({ id: 'ana' });
const filled = addProduct(emptyDraft, coffee, 2000, 'line-1');
const presented = (promotionId: string) => ({ promotionId, title: promotionId, code: promotionId });

describe('promotions and rewards', () => {
  test('a promotion is presented once and can be withdrawn', () => {
    const once = presentPromotion(filled, presented('coupon'));
    expect(once.presented).toEqual([presented('coupon')]);
    expect(presentPromotion(once, presented('coupon'))).toBe(once);
    expect(withdrawPromotion(once, 'coupon').presented).toEqual([]);
    expect(withdrawPromotion(once, 'other')).toBe(once);
  });

  test('rewards are a customer’s, each once, and go with the customer', () => {
    expect(takeReward(filled, 'mug').rewardIds).toEqual([]);
    const taken = takeReward(takeReward(attachCustomer(filled, ana), 'mug'), 'cake');
    expect(taken.rewardIds).toEqual(['mug', 'cake']);
    expect(takeReward(taken, 'mug')).toBe(taken);
    expect(dropReward(taken, 'mug').rewardIds).toEqual(['cake']);
    expect(dropReward(taken, 'bag')).toBe(taken);
    expect(detachCustomer(taken).rewardIds).toEqual([]);
    expect(attachCustomer(taken, makeCustomer({ id: 'ben' })).rewardIds).toEqual([]);
    expect(attachCustomer(taken, { ...ana, pointsBalance: 5 }).rewardIds).toEqual(['mug', 'cake']);
  });

  test('clearing the cart takes them out, and undo brings them back', () => {
    let state = goOn(startCart('order'), presentPromotion(emptyDraft, presented('coupon')));
    state = goOn(state, clearCart(state.draft));
    expect(state.draft).toBe(emptyDraft);
    expect(undo(state).draft.presented).toEqual([presented('coupon')]);
  });

  test('no more of them than a sale may have', () => {
    let draft = attachCustomer(filled, ana);
    for (let n = 0; n < 20; n += 1) draft = presentPromotion(draft, presented(`promotion-${n}`));
    for (let n = 0; n < 10; n += 1) draft = takeReward(draft, `reward-${n}`);
    expect(limitReached(draft)).toBeNull();
    expect(limitReached(presentPromotion(draft, presented('more')))).toBe('codes');
    expect(limitReached(takeReward(draft, 'more'))).toBe('rewards');
  });
});

describe('the price with offers', () => {
  const at = '2026-11-26T07:00:00.000Z';
  const tenth = makePromotion({
    id: 'tenth',
    bonusPoints: 7,
    hours: { days: [4], from: '15:00', until: '16:00' },
  });
  const known: DraftOffers = {
    promotions: [tenth],
    rewards: [makeReward({ id: 'ten off' })],
    customer: { id: 'ana', tierId: null, pointsBalance: 100, multiplierPpm: 2_000_000 },
  };
  const draft = takeReward(attachCustomer(filled, ana), 'ten off');

  test('takes off promotions and rewards, on the store’s clocks, and estimates the points', () => {
    const priced = priceDraft(draft, settings, known, at);
    expect(priced).toMatchObject({ totalMinor: 10_700, points: 21 + 7 });
    const earlier = priceDraft(draft, settings, known, '2026-11-26T06:59:59.000Z');
    expect(earlier.refused).toMatchObject([{ id: 'tenth', reason: 'wrong-hours' }]);
  });

  test('offers that were asked for another customer give nobody’s', () => {
    const bens = attachCustomer(draft, makeCustomer({ id: 'ben' }));
    expect(priceDraft(bens, settings, known, at)).toMatchObject({ totalMinor: 11_700, points: 11 });
  });

  test('is worked out again only when something of it changed', () => {
    const once = pricedCart(draft, settings, known, at);
    expect(pricedCart(selectLine({ ...draft }, 'line-1'), settings, known, at)).toBe(once);
    expect(pricedCart(dropReward(draft, 'ten off'), settings, known, at)).not.toBe(once);
    expect(pricedCart(draft, settings, { ...known }, at)).not.toBe(once);
  });
});
