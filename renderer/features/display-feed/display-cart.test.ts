import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSettings } from '../../../shared/api/defaults.ts';
import { makePromotion } from '../../../shared/domain/make-offer-samples.ts';
import { addProduct } from '../../state/cart/add-product.ts';
import { emptyDraft, type CartDraft } from '../../state/cart/cart-draft.ts';
import { makeProduct } from '../../state/cart/make-samples.ts';
import { priceDraft } from '../../state/cart/price-draft.ts';
import { displayCart } from './display-cart.ts';

const at = '2026-11-20T08:00:00.000Z';
const giftCards = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ lineId: `g${index}`, amountMinor: 50_000 }));
const anyLine = fc.record({
  priceMinor: fc.integer({ min: 1, max: 99_999 }),
  quantityMilli: fc.integer({ min: 1, max: 20_000 }),
});

test('what the customer reads adds up to the total, whatever is taken off and whichever way the tax goes', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('inclusive' as const, 'exclusive' as const),
      fc.boolean(),
      fc.integer({ min: 0, max: 2 }),
      (lines, mode, hasOffer, cards) => {
        const settings = { ...defaultSettings, tax: { ...defaultSettings.tax, mode } };
        const draft = lines.reduce<CartDraft>(
          (filled, { priceMinor, quantityMilli }, index) =>
            addProduct(filled, makeProduct({ id: `p${index}`, priceMinor }), quantityMilli, `l${index}`),
          { ...emptyDraft, giftCards: giftCards(cards) },
        );
        const promotions = hasOffer ? [makePromotion({ id: 'ten-off' })] : [];
        const priced = priceDraft(draft, settings, { promotions, rewards: [], customer: null }, at);
        const shown = displayCart(draft, priced);
        const linesMinor = shown.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
        expect(linesMinor - shown.discountMinor + shown.taxAddedMinor).toBe(shown.totalMinor);
        expect(shown.totalMinor).toBe(priced.totalMinor);
        expect(shown.discountMinor).toBeGreaterThanOrEqual(0);
        if (mode === 'inclusive') expect(shown.taxAddedMinor).toBe(0);
      },
    ),
  );
});
