import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  payoutDue,
  pointsPayout,
  settlePayout,
  tendersLeft,
  usualPayouts,
  type PaidBack,
  type PayoutTerms,
  type SoldMoney,
} from './refund-payout.ts';
import { settle, type TenderInput } from './settle.ts';

const coins = { stepMinor: 5, tie: 'up' as const };
const cashSale = (totalMinor: number, rounding: typeof coins | null = null): SoldMoney => {
  const settled = settle(totalMinor, [{ kind: 'cash', amountMinor: totalMinor + 10 }], rounding);
  if (!settled.ok) throw new Error(settled.failure.code);
  const { cashRoundingMinor, tenders } = settled.value;
  return { totalMinor, cashRoundingMinor, payments: tenders };
};
const terms = (of: Partial<PayoutTerms>): PayoutTerms => ({
  sold: null,
  before: [],
  totalMinor: 0,
  cashRounding: null,
  ...of,
});

/** Pays refunds of these totals out as usual, one after the other. */
function payAll(sold: SoldMoney, totals: readonly number[], cashRounding: typeof coins | null): PaidBack[] {
  const before: PaidBack[] = [];
  for (const totalMinor of totals) {
    const now = terms({ sold, before: [...before], totalMinor, cashRounding });
    const asked = usualPayouts(now).map((payout) => ({ ...payout, reference: 'T 1' }));
    const settled = settlePayout(now, asked);
    if (!settled.ok) throw new Error(`${settled.failure.code} ${JSON.stringify({ now, asked })}`);
    const { payouts, paidMinor } = settled.value;
    before.push({ totalMinor, paidMinor, payouts });
  }
  return before;
}

describe('paying out', () => {
  it('gives no more points back than the goods came to, where they paid for a tip too', () => {
    const sold: SoldMoney = {
      totalMinor: 9_000,
      cashRoundingMinor: 0,
      payments: [{ kind: 'points', amountMinor: 10_000 }],
    };
    expect(payAll(sold, [3_000, 6_000], null)).toMatchObject([{ paidMinor: 3_000 }, { paidMinor: 6_000 }]);
  });

  it('ends at exactly what was paid, whatever the parts and the tenders, coins and points', () => {
    const kinds = fc.constantFrom<TenderInput['kind']>('card', 'gift-card', 'points', 'store-credit');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50_000 }),
        fc.array(fc.record({ kind: kinds, ppm: fc.nat({ max: 400_000 }) }), { maxLength: 2 }),
        fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (totalMinor, others, weights, rounded) => {
          const rounding = rounded ? coins : null;
          const tenders: TenderInput[] = others
            .map(({ kind, ppm }) => ({
              kind,
              amountMinor: Math.floor((totalMinor * ppm) / 1_000_000),
              reference: 'T 1',
            }))
            .filter(({ amountMinor }) => amountMinor > 0);
          const rest = totalMinor - tenders.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
          const settled = settle(totalMinor, [...tenders, { kind: 'cash', amountMinor: rest + 5 }], rounding);
          if (!settled.ok) return;
          const { cashRoundingMinor, tenders: payments, paidMinor } = settled.value;
          const whole = weights.reduce((sum, weight) => sum + weight, 0) + 1;
          const parts = weights.map((weight) => Math.floor((totalMinor * weight) / whole));
          const last = totalMinor - parts.reduce((sum, part) => sum + part, 0);
          const paid = payAll({ totalMinor, cashRoundingMinor, payments }, [...parts, last], rounding);
          let sum = 0;
          for (const refund of paid) {
            sum += refund.paidMinor;
            expect(refund.paidMinor).toBeGreaterThanOrEqual(0);
            expect(sum).toBeLessThanOrEqual(paidMinor);
          }
          expect(sum).toBe(paidMinor);
          for (const { kind, amountMinor } of payments) {
            const back = paid.flatMap(({ payouts }) => payouts).filter((payout) => payout.kind === kind);
            const brought = payments.filter((payment) => payment.kind === kind);
            expect(back.reduce((total, each) => total + each.amountMinor, 0)).toBe(
              brought.reduce((total, each) => total + each.amountMinor, 0),
            );
            expect(amountMinor).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('rounds to coins over all refunds together', () => {
    const sold = cashSale(121, coins);
    expect(sold.cashRoundingMinor).toBe(-1);
    const paid = payAll(sold, [12, 12, 12, 85], coins).map(({ paidMinor }) => paidMinor);
    expect(paid).toEqual([10, 15, 10, 85]);
  });

  it('gives what was paid by card and goes back in coins never more than was paid', () => {
    const sold = {
      totalMinor: 1003,
      cashRoundingMinor: 0,
      payments: [{ kind: 'card' as const, amountMinor: 1003 }],
    };
    const now = terms({ sold, totalMinor: 1003, cashRounding: coins });
    expect(payoutDue(now, [])).toEqual({ dueMinor: 1003, cashDueMinor: 1000 });
    const settled = settlePayout(now, [{ kind: 'cash', amountMinor: 1000 }]);
    expect(settled).toMatchObject({ ok: true, value: { cashRoundingMinor: -3, otherMinor: 1000 } });
  });

  it('leaves the tip where it is', () => {
    const sold = {
      totalMinor: 1000,
      cashRoundingMinor: 0,
      payments: [{ kind: 'cash' as const, amountMinor: 1100 }],
    };
    expect(usualPayouts(terms({ sold, totalMinor: 1000 }))).toEqual([{ kind: 'cash', amountMinor: 1000 }]);
  });

  it('gives points back for what was paid with points, and only those', () => {
    const payments = [
      { kind: 'points' as const, amountMinor: 300 },
      { kind: 'cash' as const, amountMinor: 700 },
    ];
    const sold = { totalMinor: 1000, cashRoundingMinor: 0, payments };
    const now = terms({ sold, totalMinor: 500 });
    expect(pointsPayout(now)).toBe(150);
    expect(usualPayouts(now)).toEqual([{ kind: 'cash', amountMinor: 350 }]);
    expect(settlePayout(now, [{ kind: 'cash', amountMinor: 500 }])).toMatchObject({
      failure: { code: 'payment-exceeds-total', details: { dueMinor: 350 } },
    });
    expect(settlePayout(now, [{ kind: 'points', amountMinor: 150 }])).toMatchObject({
      failure: { code: 'tender-unavailable' },
    });
  });

  it('another way than it came in is told, and an exchange is none', () => {
    const sold = cashSale(1000);
    const now = terms({ sold, totalMinor: 1000 });
    const asked = [
      { kind: 'store-credit' as const, amountMinor: 400 },
      { kind: 'exchange' as const, amountMinor: 600 },
    ];
    expect(settlePayout(now, asked)).toMatchObject({ ok: true, value: { otherMinor: 400, paidMinor: 1000 } });
    expect(tendersLeft(now)).toEqual([{ kind: 'cash', creditId: null, amountMinor: 1000 }]);
  });

  it.each([
    ['nothing', [], 'payment-short'],
    ['too little', [{ kind: 'cash' as const, amountMinor: 999 }], 'payment-short'],
    ['too much', [{ kind: 'store-credit' as const, amountMinor: 1001 }], 'payment-exceeds-total'],
    ['cash of nothing', [{ kind: 'cash' as const, amountMinor: 0 }], 'tender-invalid'],
    [
      'a card without its reference',
      [{ kind: 'card' as const, amountMinor: 1000 }],
      'tender-reference-required',
    ],
    [
      'a card number',
      [{ kind: 'card' as const, amountMinor: 1000, reference: '4111 1111 1111 1111' }],
      'card-number-refused',
    ],
    [
      'a gift card that paid nothing',
      [{ kind: 'gift-card' as const, amountMinor: 1000 }],
      'tender-unavailable',
    ],
    [
      'cash twice',
      [
        { kind: 'cash' as const, amountMinor: 500 },
        { kind: 'cash' as const, amountMinor: 500 },
      ],
      'tender-invalid',
    ],
  ])('refuses %s', (_, asked, code) => {
    const settled = settlePayout(terms({ sold: cashSale(1000), totalMinor: 1000 }), asked);
    expect(settled.ok ? '' : settled.failure.code).toBe(code);
  });
});
