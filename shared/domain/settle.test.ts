import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinor } from './money.ts';
import {
  dueAfter,
  roundCash,
  settle,
  type CashRounding,
  type Settlement,
  type TenderInput,
  type TenderKind,
} from './settle.ts';

const FIVE: CashRounding = { stepMinor: 5, tie: 'up' };
const cash = (amountMinor: number): TenderInput => ({ kind: 'cash', amountMinor });
const card = (amountMinor: number, reference = 'A1'): TenderInput => ({
  kind: 'card',
  amountMinor,
  reference,
});
const wallet = (amountMinor: number): TenderInput => ({
  kind: 'ewallet',
  amountMinor,
  reference: '9012345678',
});

function settled(total: number, tenders: TenderInput[], rounding: CashRounding | null = null): Settlement {
  const result = settle(total, tenders, rounding);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

function refused(total: number, tenders: TenderInput[], rounding: CashRounding | null = null) {
  const result = settle(total, tenders, rounding);
  if (result.ok) throw new Error('settled');
  const { message, ...rest } = result.failure;
  expect(message).toMatch(/^[A-Z].+\.$/);
  return rest;
}

describe('settle', () => {
  it('gives change from cash', () => {
    expect(settled(18750, [cash(20000)])).toEqual({
      tenders: [{ kind: 'cash', amountMinor: 18750, tenderedMinor: 20000, changeMinor: 1250 }],
      paidMinor: 18750,
      changeMinor: 1250,
      cashRoundingMinor: 0,
    });
  });

  it('takes points beside cash; they need no reference and give no change', () => {
    const points: TenderInput = { kind: 'points', amountMinor: 7500 };
    expect(settled(15_000, [points, cash(10_000)])).toEqual({
      tenders: [
        { kind: 'points', amountMinor: 7500, tenderedMinor: 7500, changeMinor: 0 },
        { kind: 'cash', amountMinor: 7500, tenderedMinor: 10_000, changeMinor: 2500 },
      ],
      paidMinor: 15_000,
      changeMinor: 2500,
      cashRoundingMinor: 0,
    });
    expect(settled(7500, [points]).changeMinor).toBe(0);
    expect(refused(7499, [points])).toEqual({ code: 'payment-exceeds-total', details: { overMinor: 1 } });
  });

  it('takes any number of tenders; several of cash become one', () => {
    const outcome = settled(10000, [
      cash(2000),
      card(3000, ' 004512 '),
      cash(4000),
      { ...wallet(1500), last4: '' },
    ]);
    expect(outcome.tenders).toEqual([
      { kind: 'cash', amountMinor: 5500, tenderedMinor: 6000, changeMinor: 500 },
      { kind: 'card', amountMinor: 3000, tenderedMinor: 3000, changeMinor: 0, reference: '004512' },
      { kind: 'ewallet', amountMinor: 1500, tenderedMinor: 1500, changeMinor: 0, reference: '9012345678' },
    ]);
    expect(outcome.changeMinor).toBe(500);
  });

  it('keeps the last four digits of a card, and nothing else of it', () => {
    expect(settled(100, [{ ...card(100), last4: '1111' }]).tenders[0]).toMatchObject({ last4: '1111' });
    expect(refused(100, [{ ...card(100), last4: '11111' }])).toEqual({
      code: 'tender-invalid',
      field: 'tenders.0.last4',
    });
  });

  it('rounds only what is paid in cash', () => {
    expect(settled(1003, [cash(2000)], FIVE)).toMatchObject({
      paidMinor: 1005,
      cashRoundingMinor: 2,
      changeMinor: 995,
    });
    expect(settled(1002, [cash(1000)], FIVE)).toMatchObject({
      paidMinor: 1000,
      cashRoundingMinor: -2,
      changeMinor: 0,
    });
    expect(settled(1003, [card(1003)], FIVE)).toMatchObject({ paidMinor: 1003, cashRoundingMinor: 0 });
    expect(settled(1003, [card(500), cash(510)], FIVE)).toMatchObject({
      paidMinor: 1005,
      cashRoundingMinor: 2,
      changeMinor: 5,
    });
  });

  it('takes a tip on top of the total, by any tender, and rounds it with what is paid in cash', () => {
    const giftCard: TenderInput = { kind: 'gift-card', amountMinor: 500, creditId: 'k1' };
    const outcome = settle(1003, [giftCard, cash(1000)], FIVE, 100);
    expect(outcome).toEqual({
      ok: true,
      value: {
        tenders: [
          { kind: 'gift-card', amountMinor: 500, tenderedMinor: 500, changeMinor: 0, creditId: 'k1' },
          { kind: 'cash', amountMinor: 605, tenderedMinor: 1000, changeMinor: 395 },
        ],
        paidMinor: 1105,
        changeMinor: 395,
        cashRoundingMinor: 2,
      },
    });
    expect(settle(1000, [card(1150)], null, 150)).toMatchObject({ value: { paidMinor: 1150 } });
    expect(settle(1000, [card(1000)], null, 150)).toMatchObject({
      failure: { code: 'payment-short', details: { dueMinor: 150 } },
    });
    expect(settle(0, [card(150)], null, 150)).toMatchObject({ value: { paidMinor: 150 } });
    expect(() => settle(1000, [], null, -1)).toThrow(RangeError);
  });

  it('needs no tender for nothing, and takes none', () => {
    expect(settled(0, [])).toEqual({ tenders: [], paidMinor: 0, changeMinor: 0, cashRoundingMinor: 0 });
    expect(refused(0, [cash(100)]).code).toBe('payment-exceeds-total');
    expect(refused(0, [card(100)]).code).toBe('payment-exceeds-total');
  });

  it('a rest below half a coin is paid with no cash at all', () => {
    expect(settled(2, [cash(0)], FIVE)).toMatchObject({
      paidMinor: 0,
      cashRoundingMinor: -2,
      changeMinor: 0,
    });
    expect(settled(1002, [card(1000), cash(0)], FIVE)).toMatchObject({
      paidMinor: 1000,
      cashRoundingMinor: -2,
    });
    expect(refused(3, [cash(0)], FIVE).code).toBe('tender-invalid');
    expect(refused(2, [], FIVE)).toEqual({ code: 'payment-short', details: { dueMinor: 2 } });
  });

  it.each<[string, number, TenderInput[], CashRounding | null, object]>([
    ['short in cash', 1000, [cash(999)], null, { code: 'payment-short', details: { dueMinor: 1 } }],
    ['nothing paid', 1000, [], FIVE, { code: 'payment-short', details: { dueMinor: 1000 } }],
    ['short by card', 1000, [card(400)], FIVE, { code: 'payment-short', details: { dueMinor: 600 } }],
    ['short of the rounded', 1003, [cash(1003)], FIVE, { code: 'payment-short', details: { dueMinor: 2 } }],
    ['card above', 1000, [card(1001)], null, { code: 'payment-exceeds-total', details: { overMinor: 1 } }],
    [
      'cash on top of all',
      1000,
      [card(1000), cash(500)],
      null,
      { code: 'payment-exceeds-total', details: { overMinor: 500 } },
    ],
    ['zero', 1000, [cash(1000), card(0)], null, { code: 'tender-invalid', field: 'tenders.1.amountMinor' }],
    ['negative', 1000, [cash(-5)], null, { code: 'tender-invalid', field: 'tenders.0.amountMinor' }],
    ['a fraction', 1000, [cash(1000.5)], null, { code: 'tender-invalid', field: 'tenders.0.amountMinor' }],
    ['NaN', 1000, [cash(Number.NaN)], null, { code: 'tender-invalid', field: 'tenders.0.amountMinor' }],
    [
      'no reference',
      1000,
      [cash(100), { kind: 'card', amountMinor: 900 }],
      null,
      { code: 'tender-reference-required', field: 'tenders.1.reference' },
    ],
    [
      'a blank reference',
      1000,
      [{ kind: 'ewallet', amountMinor: 1000, reference: '  ' }],
      null,
      { code: 'tender-reference-required', field: 'tenders.0.reference' },
    ],
    [
      'a card number',
      1000,
      [card(1000, '4111 1111-1111 1111')],
      null,
      { code: 'card-number-refused', field: 'tenders.0.reference' },
    ],
    [
      'a card number on another tender',
      1000,
      [{ kind: 'gift-card', amountMinor: 1000, reference: '5555555555554444' }],
      null,
      { code: 'card-number-refused', field: 'tenders.0.reference' },
    ],
  ])('refuses: %s', (_, total, tenders, rounding, failure) => {
    expect(refused(total, tenders, rounding)).toEqual(failure);
  });

  it('throws for a total that no sale has', () => {
    expect(() => settle(-1, [], null)).toThrow(RangeError);
    expect(() => settle(0.5, [], null)).toThrow(RangeError);
  });
});

describe('dueAfter', () => {
  it.each<[string, number, TenderInput[], CashRounding | null, number[]]>([
    ['nothing yet', 1003, [], FIVE, [1003, 1005, 2, 0]],
    ['a part by card', 1003, [card(500)], FIVE, [503, 505, 2, 0]],
    ['a part in cash', 1003, [cash(500)], FIVE, [503, 505, 2, 0]],
    ['enough cash', 1003, [cash(1100)], FIVE, [0, 0, 2, 95]],
    ['all by card', 1003, [card(1003)], FIVE, [0, 0, 0, 0]],
    ['too much by card', 1003, [card(2000)], FIVE, [0, 0, 0, 0]],
    ['cash on top of all', 1000, [card(1000), cash(300)], null, [0, 0, 0, 300]],
    ['zero total', 0, [], FIVE, [0, 0, 0, 0]],
    ['an empty amount', 1000, [cash(Number.NaN), card(-5)], null, [1000, 1000, 0, 0]],
    ['a rest that rounds to nothing', 2, [], FIVE, [2, 0, -2, 0]],
  ])('%s', (_, total, tenders, rounding, [dueMinor, cashDueMinor, cashRoundingMinor, changeMinor]) => {
    expect(dueAfter(total, tenders, rounding)).toEqual({
      dueMinor,
      cashDueMinor,
      cashRoundingMinor,
      changeMinor,
    });
  });
});

describe('any payment', () => {
  const kinds = fc.constantFrom<TenderKind>(
    'cash',
    'card',
    'ewallet',
    'gift-card',
    'store-credit',
    'points',
    'on-account',
    'exchange',
  );
  const tips = fc.oneof(fc.constant(0), fc.nat({ max: 900 }));
  const tenders = fc.array(
    fc.record({ kind: kinds, amountMinor: fc.integer({ min: 1, max: 3000 }), reference: fc.constant('R1') }),
    { maxLength: 5 },
  );
  const roundings = fc.option(
    fc.record<CashRounding>({
      stepMinor: fc.constantFrom(1, 5, 10, 100),
      tie: fc.constantFrom('up', 'down', 'even'),
    }),
  );

  it('that settles adds up to the total and its rounding, with change from cash only', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), tips, tenders, roundings, (total, tip, list, rounding) => {
        const result = settle(total, list, rounding, tip);
        if (!result.ok) return;
        const { tenders: applied, paidMinor, changeMinor, cashRoundingMinor } = result.value;
        expect(addMinor(...applied.map((tender) => tender.amountMinor))).toBe(paidMinor);
        expect(paidMinor).toBe(total + tip + cashRoundingMinor);
        expect(addMinor(...list.map((tender) => tender.amountMinor))).toBe(paidMinor + changeMinor);
        expect(applied.filter((tender) => tender.kind === 'cash').length).toBeLessThanOrEqual(1);
        for (const tender of applied) {
          expect(tender.tenderedMinor).toBe(tender.amountMinor + tender.changeMinor);
          if (tender.kind !== 'cash') expect(tender.changeMinor).toBe(0);
        }
        if (!applied.some((tender) => tender.kind === 'cash')) expect(cashRoundingMinor).toBe(0);
      }),
      { numRuns: 3000 },
    );
  });

  it('settles once what is due is added, by card or in cash', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), tips, tenders, roundings, (total, tip, list, rounding) => {
        const { dueMinor, cashDueMinor } = dueAfter(total + tip, list, rounding);
        const others = list.filter((tender) => tender.kind !== 'cash');
        const rest = total + tip - addMinor(...others.map((tender) => tender.amountMinor));
        if (rest <= 0 || dueMinor === 0) return;
        const inCash = settle(total, [...list, cash(cashDueMinor)], rounding, tip);
        const isNothing = cashDueMinor === 0 && list.some((tender) => tender.kind === 'cash');
        if (!isNothing) expect(inCash.ok && inCash.value.changeMinor).toBe(0);
        const cashIsWhole = rounding === null || roundCash(rest - dueMinor, rounding) === rest - dueMinor;
        if (cashIsWhole) expect(settle(total, [...list, card(dueMinor)], rounding, tip).ok).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
