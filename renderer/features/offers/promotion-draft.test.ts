import { expect, test } from 'vitest';
import { promotionCreate, type Promotion } from '../../../shared/api/offers.ts';
import {
  changePromotionOf,
  createPromotionOf,
  newPromotion,
  promotionDraftOf,
  promotionFieldsOf,
  type PromotionDraft,
} from './promotion-draft.ts';
import { promotionProblems, saysWhatItGives } from './promotion-problems.ts';

const clock = { timeZone: 'Asia/Manila', dayCutOff: '00:00' };
const id = '0198c0de-0000-7000-8000-000000000001';
const other = '0198c0de-0000-7000-8000-000000000002';
const saved: Promotion = {
  id,
  number: 7,
  title: 'Bread week',
  description: '',
  effect: { kind: 'buy-get', buyCount: 2, getCount: 1, percentPpm: 500_000 },
  scope: { kind: 'categories', categoryIds: [other] },
  audience: { kind: 'tiers', tierIds: ['gold'] },
  needsCode: true,
  couponCode: 'BREAD',
  validFrom: '2026-10-31T16:00:00.000Z',
  validUntil: '2026-11-30T16:00:00.000Z',
  hours: { days: [1, 5], from: '14:00', until: '17:00' },
  minimumSpendMinor: 50_000,
  bonusPoints: 20,
  combines: true,
  priority: 3,
  limitPerCustomer: 2,
  limitTotal: null,
  isActive: true,
  qrCode: '0123456789ABCDEF0123456789ABCDEF',
  usedInTotal: 4,
  createdAt: '2026-10-01T00:00:00.000Z',
  updatedAt: '2026-10-01T00:00:00.000Z',
};
const opened = promotionDraftOf(saved, clock);
const complete: PromotionDraft = { ...newPromotion, title: ' Happy hour ', percentPpm: 100_000 };

test('a saved promotion comes back from its form as it was', () => {
  const {
    number: _number,
    qrCode: _qr,
    usedInTotal: _used,
    createdAt: _at,
    updatedAt: _on,
    ...fields
  } = saved;
  expect(createPromotionOf(opened, id, clock)).toEqual(fields);
  expect(changePromotionOf(opened, opened, clock)).toEqual({});
});

test('days are those of the shop, and the last one counts in full', () => {
  expect(opened).toMatchObject({ fromDate: '2026-11-01', untilDate: '2026-11-30' });
  expect(changePromotionOf({ ...opened, untilDate: '2026-12-01' }, opened, clock)).toEqual({
    validUntil: '2026-12-01T16:00:00.000Z',
  });
});

test('a beginning within a day stays when nobody touched it', () => {
  const api = { ...saved, validFrom: '2026-11-01T03:30:00.000Z' };
  const draft = promotionDraftOf(api, clock);
  expect(changePromotionOf({ ...draft, title: 'Other' }, draft, clock)).toEqual({ title: 'Other' });
});

test('what is complete is what the engine takes', () => {
  expect(promotionProblems(complete)).toEqual({});
  expect(promotionCreate.parse(createPromotionOf(complete, id, clock))).toMatchObject({
    title: 'Happy hour',
    effect: { kind: 'percent', percentPpm: 100_000 },
    hours: null,
    limitTotal: null,
  });
});

test('a change sends only what is different', () => {
  expect(changePromotionOf({ ...opened, isActive: false }, opened, clock)).toEqual({ isActive: false });
  expect(changePromotionOf({ ...opened, effectKind: 'points' }, opened, clock)).toEqual({
    effect: { kind: 'points' },
  });
  expect(changePromotionOf({ ...opened, couponCode: ' ' }, opened, clock)).toEqual({ couponCode: null });
  expect(promotionFieldsOf({ ...complete, days: [5, 1], hasHours: true }, clock).hours?.days).toEqual([1, 5]);
});

test.each<[Partial<PromotionDraft>, string[]]>([
  [{ title: ' ' }, ['title']],
  [{ percentPpm: null }, ['percentPpm']],
  [{ percentPpm: 0 }, ['percentPpm']],
  [{ effectKind: 'amount', amountMinor: 0 }, ['amountMinor']],
  [{ effectKind: 'buy-get', getCount: 0, getPercentPpm: null }, ['getCount', 'getPercentPpm']],
  [{ effectKind: 'bundle', bundleCount: 1 }, ['bundleCount', 'bundleMinor']],
  [{ effectKind: 'points' }, ['bonusPoints']],
  [{ bonusPoints: null }, ['bonusPoints']],
  [{ scopeKind: 'products' }, ['productIds']],
  [{ scopeKind: 'categories' }, ['categoryIds']],
  [{ audienceKind: 'tiers' }, ['tierIds']],
  [{ audienceKind: 'customers' }, ['customerIds']],
  [{ fromDate: '2026-12-01', untilDate: '2026-11-30' }, ['untilDate']],
  [{ hasHours: true, days: [], hoursFrom: '' }, ['days', 'hoursFrom']],
  [{ couponCode: 'a b' }, ['couponCode']],
  [{ minimumSpendMinor: null }, ['minimumSpendMinor']],
  [{ limitPerCustomer: '0', limitTotal: '1O' }, ['limitPerCustomer', 'limitTotal']],
  [{ priority: 1001 }, ['priority']],
])('%j is named at its field', (change, fields) => {
  expect(Object.keys(promotionProblems({ ...complete, ...change }))).toEqual(fields);
});

test('it can be said what it gives before it has a title', () => {
  expect(saysWhatItGives(newPromotion)).toBe(false);
  expect(saysWhatItGives({ ...complete, title: '' })).toBe(true);
});
