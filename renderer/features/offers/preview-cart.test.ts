import { expect, test } from 'vitest';
import { promotionPreview } from '../../../shared/api/offers.ts';
import { emptyCart, firstProblem, previewOf, withOneLess, withOneMore } from './preview-cart.ts';
import { newPromotion } from './promotion-draft.ts';

const clock = { timeZone: 'Asia/Manila', dayCutOff: '00:00' };
const id = '0198c0de-0000-7000-8000-000000000001';
const bread = '0198c0de-0000-7000-8000-000000000002';
const draft = { ...newPromotion, percentPpm: 100_000 };
const cart = withOneMore(withOneMore(emptyCart, bread), bread);

test('one more of what is there is no second line, and the last one less takes it out', () => {
  expect(cart.lines).toEqual([{ productId: bread, quantityMilli: 2000 }]);
  expect(withOneLess(cart, bread).lines).toEqual([{ productId: bread, quantityMilli: 1000 }]);
  expect(withOneLess(withOneLess(cart, bread), bread).lines).toEqual([]);
});

test('a promotion without a title can be tried', () => {
  const body = previewOf(draft, { ...cart, date: '2026-11-20', time: '15:00' }, id, clock);
  expect(promotionPreview.parse(body)).toMatchObject({
    promotion: { id, title: '…' },
    at: '2026-11-20T07:00:00.000Z',
  });
  expect(previewOf(draft, cart, id, clock)).not.toHaveProperty('at');
});

test('nothing is asked for an empty cart or an unfinished draft', () => {
  expect(previewOf(draft, emptyCart, id, clock)).toBeNull();
  expect(previewOf({ ...draft, percentPpm: null }, cart, id, clock)).toBeNull();
  expect(firstProblem({ ...draft, percentPpm: null })).toBe('percentPpm');
  expect(firstProblem(draft)).toBeNull();
});
