import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settle } from '../../../shared/domain/settle.ts';
import {
  emptyPayment,
  fitPoints,
  removeTaken,
  takeEntry,
  takeExactCash,
  viewPayment,
  withoutCustomers,
  withoutPoints,
  type PaymentDraft,
  type PaymentTerms,
} from './payment-draft.ts';

const terms: PaymentTerms = {
  totalMinor: 50_122,
  cashRounding: null,
  currency: { code: 'PHP', exponent: 2 },
  locale: 'en-PH',
  points: null,
  credits: { giftCards: true, storeCreditMinor: null, onAccountMinor: null },
};
const rounded: PaymentTerms = { ...terms, cashRounding: { stepMinor: 25, tie: 'up' } };

function taking(draft: PaymentDraft, change: Partial<PaymentDraft>, of = terms) {
  const taken = takeEntry({ ...draft, ...change }, of);
  if (!taken.ok) throw new Error(taken.failure.code);
  return taken.value;
}

function failing(change: Partial<PaymentDraft>, of = terms) {
  const taken = takeEntry({ ...emptyPayment, ...change }, of);
  return taken.ok ? null : [taken.failure.code, taken.failure.field];
}

describe('cash', () => {
  test('nothing typed means exactly what is left', () => {
    expect(viewPayment(emptyPayment, terms)).toMatchObject({
      leftMinor: 50_122,
      entryMinor: 50_122,
      completes: true,
    });
    const { complete, draft } = taking(emptyPayment, {});
    expect(complete).toBe(true);
    expect(draft.taken).toEqual([{ kind: 'cash', amountMinor: 50_122, reference: '' }]);
  });

  test('more than is due gives change, in view before it is taken', () => {
    expect(viewPayment({ ...emptyPayment, amountText: '1000' }, terms).after).toMatchObject({
      dueMinor: 0,
      changeMinor: 49_878,
    });
  });

  test('rounds what is left to coins', () => {
    expect(viewPayment(emptyPayment, rounded)).toMatchObject({
      leftMinor: 50_125,
      after: { cashRoundingMinor: 3, changeMinor: 0 },
    });
  });

  test('an amount that is none is said so', () => {
    expect(failing({ amountText: '1.2.3' })).toEqual(['money-invalid', 'amount']);
    expect(failing({ amountText: '0' })).toEqual(['tender-invalid', 'amount']);
    expect(viewPayment({ ...emptyPayment, amountText: '12.' }, terms).entryMinor).toBe(1200);
  });
});

describe('several payments', () => {
  test('a part leaves the rest to pay, in the way that is chosen next', () => {
    const first = taking(emptyPayment, { kind: 'card', amountText: '250', reference: ' 1234 ' }, rounded);
    expect(first.complete).toBe(false);
    expect(first.draft.taken).toEqual([{ kind: 'card', amountMinor: 25_000, reference: '1234' }]);
    expect(viewPayment({ ...first.draft, kind: 'ewallet' }, rounded).leftMinor).toBe(25_122);
    expect(viewPayment({ ...first.draft, kind: 'cash' }, rounded).leftMinor).toBe(25_125);
    expect(taking(first.draft, { kind: 'cash', amountText: '500' }, rounded).complete).toBe(true);
  });

  test('what was taken is enough by itself once something else is given back', () => {
    const first = taking(emptyPayment, { amountText: '200' });
    const both = taking(first.draft, { amountText: '400' }).draft;
    expect(viewPayment(both, terms)).toMatchObject({
      isPaid: true,
      leftMinor: 0,
      after: { changeMinor: 9878 },
    });
    expect(taking(both, {}).complete).toBe(true);
    expect(viewPayment(removeTaken(both, 0), terms)).toMatchObject({ isPaid: false, leftMinor: 10_122 });
  });
});

test('a card that is more than the smaller cart is said so, and has to go back', () => {
  const { draft } = taking(emptyPayment, { kind: 'card', amountText: '300', reference: '77' });
  const smaller = { ...terms, totalMinor: 20_000 };
  expect(viewPayment(draft, smaller)).toMatchObject({ overMinor: 10_000, isPaid: false, leftMinor: 0 });
  const tried = takeEntry({ ...draft, kind: 'cash' }, smaller);
  expect(tried.ok ? null : tried.failure.code).toBe('payment-exceeds-total');
  expect(viewPayment(removeTaken(draft, 0), smaller).overMinor).toBe(0);
});

describe('what is refused, with the field it is about', () => {
  test.each([
    [{ kind: 'card', reference: '' }, ['tender-reference-required', 'reference']],
    [{ kind: 'ewallet', reference: '  ' }, ['tender-reference-required', 'reference']],
    [{ kind: 'card', reference: '4111 1111 1111 1111' }, ['card-number-refused', 'reference']],
    [{ kind: 'card', reference: '77', amountText: '502' }, ['payment-exceeds-total', 'amount']],
  ] satisfies [Partial<PaymentDraft>, string[]][])('%j', (change, expected) => {
    expect(failing(change)).toEqual(expected);
  });
});

describe('points', () => {
  // 0.10 a point, 200 at least; 1 250 points are worth 125.00.
  const points = { redeem: true, valueMinor: 10, minimumPoints: 200, balance: 1250 };
  const withPoints: PaymentTerms = { ...terms, points };
  const small: PaymentTerms = { ...withPoints, totalMinor: 9_995 };

  test('nothing typed means all that can be used, and the rest is paid in another way', () => {
    const { draft, complete } = taking(emptyPayment, { kind: 'points' }, withPoints);
    expect(complete).toBe(false);
    expect(draft).toMatchObject({
      taken: [{ kind: 'points', amountMinor: 12_500, reference: '' }],
      kind: 'cash',
    });
    expect(viewPayment(draft, withPoints).leftMinor).toBe(37_622);
    expect(taking(draft, {}, withPoints).complete).toBe(true);
  });

  test('points pay whole points’ worth: what is over stays to pay', () => {
    expect(viewPayment({ ...emptyPayment, kind: 'points' }, small).entryMinor).toBe(9_990);
    expect(taking(emptyPayment, { kind: 'points' }, { ...small, totalMinor: 9_990 }).complete).toBe(true);
  });

  test('some now and some more are one payment, and the least holds for both together', () => {
    const first = taking(emptyPayment, { kind: 'points', amountText: '300' }, withPoints).draft;
    const both = taking(first, { kind: 'points', amountText: '50' }, withPoints).draft;
    expect(both.taken).toEqual([{ kind: 'points', amountMinor: 3500, reference: '' }]);
    expect(viewPayment({ ...both, kind: 'points' }, withPoints).entryMinor).toBe(9_000);
  });

  test.each([
    ['1.5', 'points-invalid'],
    ['199', 'points-invalid'],
    ['1251', 'points-short'],
    ['0', 'points-invalid'],
  ])('%s points are refused: %s', (amountText, code) => {
    expect(failing({ kind: 'points', amountText }, withPoints)).toEqual([code, 'amount']);
  });

  test('more points than are due are refused, and points without a customer', () => {
    expect(failing({ kind: 'points', amountText: '1000' }, small)).toEqual([
      'payment-exceeds-total',
      'amount',
    ]);
    expect(failing({ kind: 'points' }, terms)).toEqual(['customer-needed', 'amount']);
  });

  test('a smaller cart takes fewer points, and none when they are fewer than the shop takes', () => {
    const { draft } = taking(emptyPayment, { kind: 'points', amountText: '1000' }, withPoints);
    expect(fitPoints(draft, withPoints)).toBe(draft);
    expect(fitPoints(draft, { ...withPoints, totalMinor: 4_995 }).taken).toEqual([
      { kind: 'points', amountMinor: 4_990, reference: '' },
    ]);
    expect(fitPoints(draft, { ...withPoints, totalMinor: 1_500 }).taken).toEqual([]);
    expect(fitPoints(draft, { ...withPoints, totalMinor: 0 }).taken).toEqual([]);
  });

  test('another customer gets the points of the one before back', () => {
    const { draft } = taking(emptyPayment, { kind: 'points' }, withPoints);
    const card = taking(draft, { kind: 'card', amountText: '100', reference: '77' }, withPoints).draft;
    expect(withoutPoints(card).taken.map(({ kind }) => kind)).toEqual(['card']);
    expect(withoutPoints({ ...card, kind: 'points', amountText: '250' })).toMatchObject({
      kind: 'cash',
      amountText: '',
    });
    const cash = { ...emptyPayment, amountText: '500' };
    expect(withoutPoints(cash)).toBe(cash);
  });
});

test('nothing to pay is paid', () => {
  const free = { ...terms, totalMinor: 0 };
  expect(viewPayment(emptyPayment, free)).toMatchObject({ isPaid: true, completes: true });
  expect(taking(emptyPayment, {}, free)).toEqual({ complete: true, draft: emptyPayment });
});

test('exact cash always settles, whatever was taken before and however coins round', () => {
  const anyTerms = fc.record({
    totalMinor: fc.nat(10_000_000),
    cashRounding: fc.option(
      fc.record({
        stepMinor: fc.constantFrom(1, 5, 25, 100),
        tie: fc.constantFrom<'up' | 'down' | 'even'>('up', 'down', 'even'),
      }),
      { nil: null },
    ),
    currency: fc.constant(terms.currency),
    locale: fc.constant(terms.locale),
    points: fc.constant(null),
    credits: fc.constant(terms.credits),
  });
  fc.assert(
    fc.property(
      anyTerms,
      fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 9999 })), { maxLength: 4 }),
      (of, parts) => {
        let draft = emptyPayment;
        for (const [isCash, tenThousandth] of parts) {
          const kind = isCash ? 'cash' : 'card';
          const { leftMinor } = viewPayment({ ...draft, kind }, of);
          const part = Math.floor((leftMinor * tenThousandth) / 10_000);
          if (part === 0) continue;
          const amountText = `${Math.floor(part / 100)}.${String(part % 100).padStart(2, '0')}`;
          const taken = takeEntry({ ...draft, kind, amountText, reference: 'ref' }, of);
          if (taken.ok) draft = taken.value.draft;
        }
        const paid = takeExactCash(draft, of);
        if (!paid.ok) throw new Error(paid.failure.code);
        expect(paid.value.complete).toBe(true);
        expect(settle(of.totalMinor, paid.value.draft.taken, of.cashRounding).ok).toBe(true);
      },
    ),
  );
});

test('points that were taken for more than the cart comes to now are to be given back, whatever is typed', () => {
  const overtaken = {
    ...emptyPayment,
    taken: [{ kind: 'points' as const, amountMinor: 4_000, reference: '' }],
  };
  for (const totalMinor of [0, 950]) {
    const cheaper = { ...terms, totalMinor };
    expect(takeEntry(overtaken, cheaper)).toMatchObject({
      ok: false,
      failure: { code: 'payment-exceeds-total', field: 'amount' },
    });
    expect(takeExactCash(overtaken, cheaper).ok).toBe(false);
  }
});

describe('gift card, store credit and account', () => {
  const credits = { giftCards: true, storeCreditMinor: 20_000, onAccountMinor: 0 };
  const of: PaymentTerms = { ...terms, credits };
  const card = {
    code: 'GC1-7KQ4-M2XW-9TBH-C3PZ',
    card: {
      id: 'k1',
      kind: 'gift-card' as const,
      codeEnd: 'C3PZ',
      customer: null,
      balanceMinor: 15_000,
      limitMinor: null,
      leftMinor: 15_000,
      state: 'usable' as const,
      blockedReason: '',
      expiresOn: null,
      createdAt: '',
    },
  };

  test('nothing typed takes all that is on the card, the rest is paid otherwise, with a tip on top', () => {
    const tipped = { ...emptyPayment, tipMinor: 1_000 };
    const { draft, complete } = taking(tipped, { kind: 'gift-card', card }, of);
    expect(complete).toBe(false);
    expect(draft).toMatchObject({
      taken: [{ kind: 'gift-card', amountMinor: 15_000, code: card.code }],
      kind: 'cash',
      card: null,
    });
    expect(viewPayment(draft, of).leftMinor).toBe(36_122);
    expect(taking(draft, {}, of).complete).toBe(true);
  });

  test('the same card again is the same payment, and never more than is on it', () => {
    const first = taking(emptyPayment, { kind: 'gift-card', card, amountText: '100' }, of).draft;
    const both = taking(first, { kind: 'gift-card', card }, of).draft;
    expect(both.taken).toEqual([{ kind: 'gift-card', amountMinor: 15_000, code: card.code, reference: '' }]);
    const more = takeEntry({ ...both, kind: 'gift-card', card, amountText: '1' }, of);
    expect(more.ok ? null : [more.failure.code, more.failure.field]).toEqual(['credit-short', 'amount']);
  });

  test.each([
    [{ kind: 'gift-card' }, ['credit-unknown', 'reference']],
    [{ kind: 'store-credit', amountText: '200.01' }, ['credit-short', 'amount']],
    [{ kind: 'on-account' }, ['credit-short', 'amount']],
  ] satisfies [Partial<PaymentDraft>, string[]][])('%j is refused', (change, expected) => {
    expect(failing(change, of)).toEqual(expected);
  });

  test('another customer gets the store credit of the first one back', () => {
    const { draft } = taking(emptyPayment, { kind: 'store-credit' }, of);
    expect(withoutCustomers(draft).taken).toEqual([]);
    expect(withoutCustomers({ ...draft, kind: 'on-account' }).kind).toBe('cash');
    expect(withoutCustomers(emptyPayment)).toBe(emptyPayment);
  });
});
