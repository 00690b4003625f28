import { expect, test } from 'vitest';
import { rewardCreate, type Reward } from '../../../shared/api/offers.ts';
import { changeRewardOf, createRewardOf, newReward, rewardDraftOf, rewardProblems } from './reward-draft.ts';

const clock = { timeZone: 'Asia/Manila', dayCutOff: '00:00' };
const id = '0198c0de-0000-7000-8000-000000000001';
const saved: Reward = {
  id,
  title: 'Free coffee',
  description: 'One cup',
  points: 100,
  effect: { kind: 'free-item', productId: '0198c0de-0000-7000-8000-000000000002' },
  stock: 20,
  validFrom: null,
  validUntil: '2026-12-31T16:00:00.000Z',
  limitPerCustomer: 1,
  isActive: true,
  usedInTotal: 3,
  createdAt: '2026-10-01T00:00:00.000Z',
  updatedAt: '2026-10-01T00:00:00.000Z',
};
const opened = rewardDraftOf(saved, clock);

test('a saved reward comes back from its form as it was', () => {
  const { usedInTotal: _used, createdAt: _at, updatedAt: _on, ...fields } = saved;
  expect(createRewardOf(opened, id, clock)).toEqual(fields);
  expect(opened.untilDate).toBe('2026-12-31');
});

test('a change sends only what is different: not the stock, of which some may be gone meanwhile', () => {
  expect(changeRewardOf({ ...opened, points: 120 }, opened, clock)).toEqual({ points: 120 });
  expect(changeRewardOf({ ...opened, stock: '' }, opened, clock)).toEqual({ stock: null });
});

test('what is missing is named at its field', () => {
  expect(Object.keys(rewardProblems(newReward))).toEqual(['title', 'points', 'amountMinor']);
  expect(rewardProblems({ ...opened, productId: null, stock: '-1', limitPerCustomer: '0' })).toEqual({
    productId: 'freeProductNeeded',
    stock: 'stockInvalid',
    limitPerCustomer: 'limitInvalid',
  });
  expect(rewardProblems({ ...opened, stock: '0' })).toEqual({});
  const draft = { ...newReward, title: 'Ten off', points: 50, amountMinor: 1000 };
  expect(rewardCreate.parse(createRewardOf(draft, id, clock))).toMatchObject({
    effect: { kind: 'amount', amountMinor: 1000 },
    stock: null,
  });
});
