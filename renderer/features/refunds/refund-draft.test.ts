import { expect, test } from 'vitest';
import type { Refundable } from '../../../shared/api/refunds.ts';
import {
  changeReason,
  payoutsOf,
  priceDraft,
  reasonOf,
  refundBody,
  setBack,
  setRestock,
  startDraft,
  stepBack,
  takeAllBack,
  type RefundDraft,
} from './refund-draft.ts';

const line = (unit: 'each' | 'kg', quantityMilli: number, grossMinor: number) => ({
  unit,
  kind: 'product',
  quantityMilli,
  grossMinor,
  discountMinor: 0,
  netMinor: grossMinor,
  taxMinor: 0,
  totalMinor: grossMinor,
});
/** Two breads of three are left, and all of the rice; half was paid by card. */
const refundable = {
  order: { id: 'o1', customer: null, lines: [line('each', 3000, 3000), line('kg', 1500, 1500)] },
  lines: [
    { position: 0, leftMilli: 2000, leftMinor: 2000, restockable: true, refusal: null },
    { position: 1, leftMilli: 1500, leftMinor: 1500, restockable: false, refusal: null },
  ],
  rules: { taxMode: 'inclusive', taxRounding: 'line', rounding: 'half-up' },
  taxRates: [[], []],
  before: [[{ position: 0, quantityMilli: 1000 }]],
  sold: {
    totalMinor: 4500,
    cashRoundingMinor: 0,
    payments: [
      { kind: 'card', amountMinor: 2000 },
      { kind: 'cash', amountMinor: 2500 },
    ],
  },
  paidBack: [{ totalMinor: 1000, paidMinor: 1000, payouts: [{ kind: 'card', amountMinor: 1000 }] }],
} as unknown as Refundable;

let ids = 0;
const draft = startDraft(refundable, () => `id${(ids += 1)}`);
const noCoins = { cashRounding: null };

test('a step is a piece, or all of what is weighed, within what is left', () => {
  const two = stepBack(stepBack(stepBack(draft, refundable, 0, 1), refundable, 0, 1), refundable, 0, 1);
  expect(two.lines.map(({ quantityMilli }) => quantityMilli)).toEqual([2000, 0]);
  const weighed = stepBack(two, refundable, 1, 1);
  expect(weighed.lines[1]?.quantityMilli).toBe(1500);
  expect(setBack(weighed, refundable, 1, 250).lines[1]?.quantityMilli).toBe(250);
  expect(takeAllBack(draft, refundable).lines.map(({ quantityMilli }) => quantityMilli)).toEqual([
    2000, 1500,
  ]);
  expect(priceDraft(draft, refundable)).toBeNull();
  expect(priceDraft(takeAllBack(draft, refundable), refundable)?.totalMinor).toBe(3500);
});

test('it goes back as it was paid, in cash, or into what is taken instead', () => {
  const whole = { totalMinor: 3500 };
  expect(payoutsOf(draft, refundable, whole, noCoins).payouts).toMatchObject([
    { kind: 'card', amountMinor: 1000 },
    { kind: 'cash', amountMinor: 2500 },
  ]);
  const inCash = { ...draft, way: 'cash' as const };
  expect(payoutsOf(inCash, refundable, whole, noCoins).payouts).toEqual([
    { kind: 'cash', amountMinor: 3500 },
  ]);
  expect(payoutsOf(inCash, refundable, whole, { ...noCoins, exchangeMinor: 3000 }).payouts).toEqual([
    { kind: 'exchange', amountMinor: 3000 },
    { kind: 'cash', amountMinor: 500 },
  ]);
});

test('the request names what comes back, why, and the reference of the terminal', () => {
  const chosen = {
    ...setBack(draft, refundable, 0, 1000),
    reason: 'Damaged',
    note: ' dented ',
    references: { card: 'T 7' },
  };
  expect(reasonOf(chosen)).toBe('Damaged: dented');
  const paying = payoutsOf(chosen, refundable, { totalMinor: 1000 }, noCoins);
  expect(refundBody(chosen, refundable, { totalMinor: 1000 }, paying)).toMatchObject({
    id: draft.id,
    orderId: 'o1',
    lines: [{ orderPosition: 0, quantityMilli: 1000, restock: true }],
    reason: 'Damaged: dented',
    payouts: [{ kind: 'card', amountMinor: 1000, reference: 'T 7' }],
    totalMinor: 1000,
  });
});

test('what comes back damaged or spoiled is not for the shelf, unless that is ticked again', () => {
  const restocks = ({ lines }: RefundDraft) => lines.map(({ restock }) => restock);
  const start = startDraft(refundable, () => 'id');
  expect(restocks(start)).toEqual([true, false]);
  const damaged = changeReason(start, refundable, { reason: 'Damaged', isWaste: true });
  expect(restocks(damaged)).toEqual([false, false]);
  const ticked = changeReason(setRestock(damaged, 0, true), refundable, { note: 'only the box' });
  expect(restocks(ticked)).toEqual([true, false]);
  const wrong = changeReason(damaged, refundable, { reason: 'Wrong item', isWaste: false });
  expect(restocks(wrong)).toEqual([true, false]);
});
