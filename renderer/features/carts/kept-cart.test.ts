import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartSave } from '../../../shared/api/carts.ts';
import {
  emptyDraft,
  type CartDraft,
  type DraftLine,
  type HandDiscount,
} from '../../state/cart/cart-draft.ts';
import { makeCustomer, makeProduct } from '../../state/cart/make-samples.ts';
import { cartSaveOf, readKeptCart, type KeptCart } from './kept-cart.ts';

const screen = '01890000-0000-7000-8000-000000000001';

const anyDiscount: fc.Arbitrary<HandDiscount> = fc.record({
  discount: fc.oneof(
    fc.record({ kind: fc.constant('percent' as const), percentPpm: fc.nat() }),
    fc.record({ kind: fc.constant('amount' as const), amountMinor: fc.nat() }),
  ),
  reason: fc.string(),
});
const anyEdits: fc.Arbitrary<Partial<DraftLine>> = fc.record(
  {
    isAdHoc: fc.constant(true as const),
    priceReason: fc.string(),
    discount: anyDiscount,
    note: fc.string(),
    label: fc.record({ code: fc.string(), printedMinor: fc.option(fc.nat()) }),
  },
  { requiredKeys: [] },
);

const anyLine = fc
  .record({
    lineId: fc.uuid(),
    id: fc.uuid(),
    name: fc
      .string({ maxLength: 40, unit: 'grapheme' })
      .map((text) => text.replaceAll(/\p{Cc}/gu, '').trim()),
    quantityMilli: fc.integer({ min: 1, max: 1_000_000 }),
    unitPriceMinor: fc.integer({ min: 0, max: 100_000 }),
    edits: anyEdits,
  })
  .map(({ id, name, edits, ...line }) => ({ ...line, ...edits, product: makeProduct({ id, name }) }));

const anyDraft: fc.Arbitrary<CartDraft> = fc.record({
  lines: fc.uniqueArray(anyLine, { selector: ({ lineId }) => lineId, maxLength: 20 }),
  selectedLineId: fc.option(fc.uuid()),
  customer: fc.option(fc.uuid().map((id) => makeCustomer({ id }))),
  presented: fc.array(fc.record({ promotionId: fc.uuid(), title: fc.string(), code: fc.string() })),
  rewardIds: fc.array(fc.uuid()),
  giftCards: fc.array(fc.record({ lineId: fc.uuid(), amountMinor: fc.nat() })),
  discount: fc.option(anyDiscount),
  approvalIds: fc.array(fc.uuid()),
});
const anyKept: fc.Arbitrary<KeptCart> = fc.record({
  draft: anyDraft,
  tipMinor: fc.nat(),
  taken: fc.array(
    fc.record({
      kind: fc.constantFrom('cash', 'card', 'points'),
      amountMinor: fc.nat(),
      reference: fc.string(),
    }),
  ),
});

const priced = { lines: [], itemCount: 0, totalMinor: 0 };
const as = { state: 'in-hand', name: '', screen } as const;

describe('a kept cart', () => {
  it('comes back as it was, whatever was in it, through what the engine takes', () => {
    fc.assert(
      fc.property(anyKept, (kept) => {
        const sent = cartSave.parse(JSON.parse(JSON.stringify(cartSaveOf(kept, priced, as))));
        expect(readKeptCart({ draft: sent.draft })).toEqual(kept);
      }),
    );
  });

  it('has room in the draft for everything that a draft holds', () => {
    const saved = cartSaveOf({ draft: emptyDraft, taken: [], tipMinor: 0 }, priced, as);
    expect((saved.draft as { draft: object }).draft).toEqual(emptyDraft);
  });

  it('tells the gift cards that it sells as lines: without them it would count as empty', () => {
    const giftCards = [{ lineId: screen, amountMinor: 50_000 }];
    const { lines } = cartSaveOf({ draft: { ...emptyDraft, giftCards }, taken: [], tipMinor: 0 }, priced, as);
    expect(lines).toMatchObject([{ lineId: screen, productId: null, amountMinor: 50_000 }]);
  });

  it.each([
    ['nothing', {}],
    ['another version', { version: 2, draft: emptyDraft, taken: [] }],
    ['no lines', { version: 1, draft: {} }],
  ])('that holds %s is not read', (_, draft) => {
    expect(readKeptCart({ draft })).toBeNull();
  });

  it('of before a field was thought of has it empty', () => {
    const { rewardIds: _, ...older } = emptyDraft;
    expect(readKeptCart({ draft: { version: 1, draft: older } })?.draft.rewardIds).toEqual([]);
  });
});
