import { describe, expect, it } from 'vitest';
import { makeLine, makeOffers, makePromotion, plainRules } from './make-offer-samples.ts';
import type { CartOffers, Promotion, Refusal } from './offers.ts';
import { price } from './price.ts';

const ana = { id: 'ana', tierId: 'gold', pointsBalance: 250 };

describe('every reason', () => {
  const lines = [makeLine('a', 1000, 2)];
  const refusedWith = (offers: Partial<CartOffers>) =>
    price({ lines, offers: makeOffers(offers) }, plainRules).refused;
  const refusals = (of: Partial<Promotion>, offers: Partial<CartOffers> = {}) =>
    refusedWith({ promotions: [makePromotion({ id: 'it', ...of })], ...offers }).map(
      ({ kind: _kind, id: _id, title: _title, ...refusal }) => refusal,
    );

  it.each<[Refusal, Partial<Promotion>, Partial<CartOffers>?]>([
    [{ reason: 'inactive' }, { isActive: false }],
    [{ reason: 'not-yet' }, { validFrom: '2026-11-26T07:00:00.001Z' }],
    [{ reason: 'over' }, { validUntil: '2026-11-26T06:59:59.999Z' }],
    [{ reason: 'wrong-hours' }, { hours: { days: [4], from: '15:01', until: '16:00' } }],
    [{ reason: 'code-needed' }, { needsCode: true, isActive: false }],
    [{ reason: 'customer-needed' }, { audience: { kind: 'members' } }],
    [{ reason: 'customer-needed' }, { audience: { kind: 'tiers', tierIds: ['gold'] } }],
    [{ reason: 'customer-needed' }, { limitPerCustomer: 5 }],
    [{ reason: 'customer-needed' }, { effect: { kind: 'points' }, bonusPoints: 5 }],
    [
      { reason: 'not-for-this-customer' },
      { audience: { kind: 'tiers', tierIds: ['silver'] } },
      { customer: ana },
    ],
    [
      { reason: 'not-for-this-customer' },
      { audience: { kind: 'customers', customerIds: ['ben'] } },
      { customer: ana },
    ],
    [{ reason: 'used-up' }, { limitTotal: 3, usedInTotal: 3 }],
    [{ reason: 'used-up-by-customer' }, { limitPerCustomer: 1, usedByCustomer: 1 }, { customer: ana }],
    [{ reason: 'no-fitting-line' }, { scope: { kind: 'products', productIds: ['b'] } }],
    [{ reason: 'nothing-to-take-off' }, { effect: { kind: 'bundle', count: 2, priceMinor: 2000 } }],
    [{ reason: 'nothing-to-take-off' }, { effect: { kind: 'points' } }, { customer: ana }],
    [{ reason: 'spend-more', missingMinor: 500 }, { minimumSpendMinor: 2500 }],
    [{ reason: 'more-pieces', missingCount: 4 }, { effect: { kind: 'bundle', count: 6, priceMinor: 1 } }],
    [
      { reason: 'more-pieces', missingCount: 1 },
      { effect: { kind: 'buy-get', buyCount: 2, getCount: 1, percentPpm: 1_000_000 } },
    ],
  ])('%j', (refusal, promotion, offers) => {
    expect(refusals(promotion, offers)).toEqual([refusal]);
  });

  it.each<[string, Partial<Promotion>, Partial<CartOffers>?]>([
    ['at its first instant', { validFrom: '2026-11-26T07:00:00.000Z' }],
    ['at its last instant', { validUntil: '2026-11-26T07:00:00.000Z' }],
    ['within its hours', { hours: { days: [4], from: '15:00', until: '15:01' } }],
    ['with its code', { needsCode: true }, { presentedIds: ['it'] }],
    ['for its tier', { audience: { kind: 'tiers', tierIds: ['gold'] } }, { customer: ana }],
    ['for its customers', { audience: { kind: 'customers', customerIds: ['ana'] } }, { customer: ana }],
    ['for a member', { audience: { kind: 'members' } }, { customer: ana }],
    ['one use before the last', { limitTotal: 3, usedInTotal: 2 }],
    ['once more', { limitPerCustomer: 2, usedByCustomer: 1 }, { customer: ana }],
    ['having spent enough', { minimumSpendMinor: 2000 }],
  ])('none %s', (_, promotion, offers) => {
    expect(refusals(promotion, offers)).toEqual([]);
  });
});
