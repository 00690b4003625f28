import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Product } from '../../shared/api/catalog.ts';
import { defaultSettings } from '../../shared/api/defaults.ts';
import { pointsEarned } from '../../shared/domain/points.ts';
import { price } from '../../shared/domain/price.ts';
import { pricingRulesOf } from '../../shared/domain/pricing-rules.ts';
import { addProduct } from './cart/add-product.ts';
import { attachCustomer, detachCustomer } from './cart/attach-customer.ts';
import { emptyDraft, lineOf, type CartDraft } from './cart/cart-draft.ts';
import { dropReward } from './cart/drop-reward.ts';
import { clearCart } from './cart/clear-cart.ts';
import { changeThroughout, goOn, startCart, undo, type CartState } from './cart/history.ts';
import { limitReached } from './cart/limit-reached.ts';
import { presentPromotion } from './cart/present-promotion.ts';
import { priceDraft, toCart, type DraftSettings } from './cart/price-draft.ts';
import { refreshProduct } from './cart/refresh-product.ts';
import { removeLine } from './cart/remove-line.ts';
import { moveSelection, selectLine } from './cart/select-line.ts';
import { sellAsNew } from './cart/sell-as-new.ts';
import { setQuantity } from './cart/set-quantity.ts';
import { stepQuantity } from './cart/step-quantity.ts';
import { takeReward } from './cart/take-reward.ts';
import { withdrawPromotion } from './cart/withdraw-promotion.ts';
import { takeNewPrices } from './cart/take-new-prices.ts';
import { cartActions, useCart } from './cart.ts';
import { makeCustomer, makeProduct } from './cart/make-samples.ts';

const settings: DraftSettings = {
  ...defaultSettings,
  tax: {
    ...defaultSettings.tax,
    classes: [
      { id: 'standard', name: 'Standard', rates: [{ name: 'VAT', ratePpm: 120_000, compound: false }] },
      { id: 'none', name: 'No tax', rates: [] },
    ],
  },
};

const bread = makeProduct({ id: 'bread', priceMinor: 5500 });
const rice = makeProduct({ id: 'rice', priceMinor: 5800, unit: 'kg' });
const coffee = makeProduct({ id: 'coffee', priceMinor: 6500, taxClassId: 'none' });

/** Two breads, a coffee, 1.5 kg of rice; rice is selected. */
function filled(): CartDraft {
  let draft = addProduct(emptyDraft, bread, 2000, 'line-1');
  draft = addProduct(draft, coffee, 1000, 'line-2');
  return addProduct(draft, rice, 1500, 'line-3');
}

describe('adding', () => {
  test('the same product makes one line of more, and selects it', () => {
    const draft = addProduct(filled(), bread, 1000, 'line-4');
    expect(draft.lines.map((line) => [line.lineId, line.quantityMilli])).toEqual([
      ['line-1', 3000],
      ['line-2', 1000],
      ['line-3', 1500],
    ]);
    expect(draft.selectedLineId).toBe('line-1');
  });

  test('another price makes another line, so the line that was told before keeps its own', () => {
    const draft = addProduct(filled(), { ...bread, priceMinor: 6000 }, 1000, 'line-4');
    expect(draft.lines.map((line) => line.unitPriceMinor)).toEqual([5500, 6500, 5800, 6000]);
    expect(draft.selectedLineId).toBe('line-4');
  });
});

describe('quantities', () => {
  test('a step is a piece, or 100 g of weighed goods', () => {
    const draft = stepQuantity(stepQuantity(filled(), 'line-1', 1), 'line-3', -1);
    expect(draft.lines.map((line) => line.quantityMilli)).toEqual([3000, 1000, 1400]);
  });

  test('a step down from the last one removes the line, as setting nothing does', () => {
    expect(stepQuantity(filled(), 'line-2', -1).lines.map((line) => line.lineId)).toEqual([
      'line-1',
      'line-3',
    ]);
    expect(setQuantity(filled(), 'line-1', 0).lines).toHaveLength(2);
    expect(stepQuantity(addProduct(emptyDraft, rice, 50, 'x'), 'x', -1).lines).toEqual([]);
  });
});

describe('the selection', () => {
  test('moves with the arrows and stops at the ends', () => {
    const first = moveSelection(moveSelection(moveSelection(filled(), -1), -1), -1);
    expect(first.selectedLineId).toBe('line-1');
    expect(moveSelection(first, 1).selectedLineId).toBe('line-2');
    expect(moveSelection(filled(), 1).selectedLineId).toBe('line-3');
    expect(moveSelection(emptyDraft, 1)).toBe(emptyDraft);
  });

  test('goes to the next line when the selected one is removed', () => {
    expect(removeLine(selectLine(filled(), 'line-1'), 'line-1').selectedLineId).toBe('line-2');
    expect(removeLine(filled(), 'line-3').selectedLineId).toBe('line-2');
    expect(removeLine(filled(), 'line-1').selectedLineId).toBe('line-3');
    expect(removeLine(addProduct(emptyDraft, bread, 1000, 'x'), 'x').selectedLineId).toBeNull();
  });
});

describe('the books change meanwhile', () => {
  test('new prices are charged on the lines that are named, and undo does not bring the old ones back', () => {
    let state = startCart('order');
    state = goOn(state, filled());
    state = goOn(state, stepQuantity(state.draft, 'line-1', 1));
    const change = [{ lineId: 'line-1', wasMinor: 5500, nowMinor: 6000 }];
    state = changeThroughout(state, (draft) => takeNewPrices(draft, change));
    expect(lineOf(state.draft, 'line-1')?.unitPriceMinor).toBe(6000);
    expect(lineOf(state.draft, 'line-2')?.unitPriceMinor).toBe(6500);
    state = undo(state);
    expect(lineOf(state.draft, 'line-1')).toMatchObject({ unitPriceMinor: 6000, quantityMilli: 2000 });
  });

  test('news of a product change its name and stock, not the price that was told', () => {
    const news: Product = {
      ...bread,
      name: 'Bread, new',
      onHandMilli: 1,
      priceMinor: 9900,
      updatedAt: '2026-11-20T09:00:00.000Z',
    };
    const draft = refreshProduct(filled(), news);
    expect(lineOf(draft, 'line-1')).toMatchObject({ unitPriceMinor: 5500, product: { name: 'Bread, new' } });
    expect(refreshProduct(draft, news)).toBe(draft);
  });
});

test('sold as a new sale, a cart has new ids throughout and is otherwise the same', () => {
  let state = goOn(startCart('order'), filled());
  state = goOn(state, removeLine(state.draft, 'line-2'));
  let count = 0;
  const renewed = sellAsNew(state, () => `new-${(count += 1)}`);
  expect(renewed.orderId).not.toBe('order');
  const ids = renewed.draft.lines.map((line) => line.lineId);
  expect(ids.every((id) => id.startsWith('new-'))).toBe(true);
  expect(renewed.draft.selectedLineId).toBe(ids[1]);
  expect(undo(renewed).draft.lines.map((line) => line.product.id)).toEqual(['bread', 'coffee', 'rice']);
  expect(undo(renewed).draft.lines[0]?.lineId).toBe(ids[0]);
});

test('limits of the books are found before they are gone beyond', () => {
  expect(limitReached(filled())).toBeNull();
  expect(limitReached(setQuantity(filled(), 'line-1', 1_000_000_001))).toBe('quantity');
  const dear = makeProduct({ id: 'dear', priceMinor: 1_000_000_000_000 });
  expect(limitReached(addProduct(emptyDraft, dear, 1000, 'x'))).toBeNull();
  expect(limitReached(addProduct(filled(), dear, 1000, 'x'))).toBe('total');
  const lines = Array.from({ length: 1001 }, (_, index) => ({
    lineId: `line-${index}`,
    product: bread,
    quantityMilli: 1000,
    unitPriceMinor: 1,
  }));
  expect(limitReached({ ...emptyDraft, lines })).toBe('lines');
});

const products = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) =>
  makeProduct({
    id,
    priceMinor: 37 * index ** 5 + 99,
    unit: index % 2 === 0 ? 'each' : 'kg',
    taxClassId: index % 3 === 0 ? 'none' : 'standard',
  }),
);

/** Any action of a cashier, on whatever line there is. */
type Act = (draft: CartDraft, step: number) => CartDraft;
const lineIdAt = (draft: CartDraft, index: number) =>
  draft.lines[index % Math.max(draft.lines.length, 1)]?.lineId ?? 'none';
const offerActs = [
  (draft: CartDraft, id: string) => presentPromotion(draft, { promotionId: id, title: id, code: id }),
  withdrawPromotion,
  takeReward,
  dropReward,
];
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(fc.constantFrom(...products), fc.integer({ min: 1, max: 20_000 })).map(
    ([product, milli]): Act =>
      (draft, step) =>
        addProduct(draft, product, milli, `line-${step}`),
  ),
  fc.tuple(fc.nat(9), fc.integer({ min: 0, max: 99_000 })).map(
    ([at, milli]): Act =>
      (draft) =>
        setQuantity(draft, lineIdAt(draft, at), milli),
  ),
  fc.tuple(fc.nat(9), fc.constantFrom<1 | -1>(1, -1)).map(
    ([at, by]): Act =>
      (draft) =>
        stepQuantity(draft, lineIdAt(draft, at), by),
  ),
  fc.nat(9).map(
    (at): Act =>
      (draft) =>
        removeLine(draft, lineIdAt(draft, at)),
  ),
  fc.nat(9).map(
    (at): Act =>
      (draft) =>
        selectLine(draft, lineIdAt(draft, at)),
  ),
  fc.constantFrom<1 | -1>(1, -1).map(
    (by): Act =>
      (draft) =>
        moveSelection(draft, by),
  ),
  fc.nat(3).map(
    (n): Act =>
      (draft) =>
        attachCustomer(draft, makeCustomer({ id: `customer-${n}` })),
  ),
  fc.constant<Act>(detachCustomer),
  fc.tuple(fc.constantFrom(...offerActs), fc.nat(3)).map(
    ([change, n]): Act =>
      (draft) =>
        change(draft, `offer-${n}`),
  ),
  fc.constant<Act>(clearCart),
);
const anyActs = fc.array(anyAct, { maxLength: 60 });

const carried = ({ selectedLineId: _, ...rest }: CartDraft) => rest;

test('undo goes back through exactly the carts that were', () => {
  fc.assert(
    fc.property(anyActs, (acts) => {
      let state: CartState = startCart('order');
      const seen: CartDraft[] = [];
      for (const [step, change] of acts.entries()) {
        const before = state;
        state = goOn(state, change(state.draft, step));
        if (state.past !== before.past) seen.push(before.draft);
        else expect(carried(state.draft)).toEqual(carried(before.draft));
      }
      for (const draft of seen.toReversed()) {
        state = undo(state);
        expect(state.draft).toBe(draft);
      }
      expect(undo(state)).toBe(state);
      expect(state.orderId).toBe('order');
    }),
  );
});

test('a selected line is always one that is there, and line ids never repeat', () => {
  fc.assert(
    fc.property(anyActs, (acts) => {
      let draft = emptyDraft;
      for (const [step, change] of acts.entries()) {
        draft = change(draft, step);
        const ids = draft.lines.map((line) => line.lineId);
        expect(new Set(ids).size).toBe(ids.length);
        if (draft.lines.length === 0) expect(draft.selectedLineId).toBeNull();
        if (draft.selectedLineId !== null) expect(ids).toContain(draft.selectedLineId);
        expect(draft.lines.every((line) => line.quantityMilli > 0)).toBe(true);
        const codes = draft.presented.map(({ promotionId }) => promotionId);
        expect(new Set(codes).size).toBe(codes.length);
        expect(new Set(draft.rewardIds).size).toBe(draft.rewardIds.length);
        if (draft.customer === null) expect(draft.rewardIds).toEqual([]);
      }
    }),
  );
});

test('the totals on the screen are those of the one price function, and the points follow', () => {
  fc.assert(
    fc.property(anyActs, (acts) => {
      const draft = acts.reduce((before, change, step) => change(before, step), emptyDraft);
      const shown = priceDraft(draft, settings, null, '');
      const cart = toCart(draft.lines, settings);
      const books = price(cart, pricingRulesOf(settings));
      expect(shown).toEqual({ ...books, points: pointsEarned(books, cart.lines, settings.points) });
      expect(shown.lines.map((line) => line.lineId)).toEqual(draft.lines.map((line) => line.lineId));
    }),
  );
});

test('each product is taxed by its own class, an unknown one by the default', () => {
  const odd = makeProduct({ id: 'odd', priceMinor: 11_200, taxClassId: 'gone' });
  const draft = addProduct(addProduct(emptyDraft, coffee, 1000, 'line-1'), odd, 1000, 'line-2');
  expect(priceDraft(draft, settings, null, '').lines.map((line) => line.taxMinor)).toEqual([0, 1200]);
});

test('the store keeps one order id until the sale is done, and refuses what the books cannot hold', () => {
  const { orderId } = useCart.getState();
  expect(cartActions.add(bread, 1000)).toBeNull();
  cartActions.clear();
  cartActions.undo();
  expect(useCart.getState().orderId).toBe(orderId);
  const before = useCart.getState();
  expect(cartActions.add(bread, 1_000_000_001)).toBe('quantity');
  expect(useCart.getState()).toBe(before);
  cartActions.startNext();
  expect(useCart.getState()).toMatchObject({ draft: emptyDraft, past: [] });
  expect(useCart.getState().orderId).not.toBe(orderId);
});
