import { expect, test } from 'vitest';
import { addProduct } from '../../state/cart/add-product.ts';
import { emptyDraft, type CartDraft } from '../../state/cart/cart-draft.ts';
import { startCart } from '../../state/cart/history.ts';
import { makeCustomer, makeProduct } from '../../state/cart/make-samples.ts';
import { orderBody } from './order-body.ts';

const draft: CartDraft = {
  ...addProduct(emptyDraft, makeProduct({ id: 'bread', priceMinor: 5500 }), 1000, 'line-1'),
  customer: makeCustomer({ id: 'liza' }),
  presented: [
    { promotionId: 'week', title: 'Bakery week', code: 'BREAD10' },
    { promotionId: 'old', title: 'Last year', code: 'OLD' },
  ],
  rewardIds: ['coffee', 'cake'],
};

test('only codes and rewards that count are sent, with the instant for which they were priced', () => {
  const body = orderBody(
    { ...startCart('order'), draft },
    {
      priced: {
        totalMinor: 4000,
        promotions: [
          { promotionId: 'week', title: 'Bakery week', discountMinor: 1000, bonusPoints: 0, parts: [] },
          { promotionId: 'own', title: 'By itself', discountMinor: 500, bonusPoints: 0, parts: [] },
        ],
        rewards: [{ rewardId: 'cake', title: 'Cake', points: 100, discountMinor: 0, parts: [] }],
      },
      pricedAt: '2026-11-26T07:00:00.000Z',
      taken: [
        { kind: 'points', amountMinor: 2000, reference: '' },
        { kind: 'cash', amountMinor: 2000, reference: '' },
      ],
      tipMinor: 0,
      print: undefined,
    },
  );
  expect(body).toEqual({
    id: 'order',
    customerId: 'liza',
    lines: [{ lineId: 'line-1', productId: 'bread', quantityMilli: 1000, unitPriceMinor: 5500 }],
    tenders: [
      { kind: 'points', amountMinor: 2000 },
      { kind: 'cash', amountMinor: 2000 },
    ],
    promotionCodes: ['BREAD10'],
    rewardIds: ['cake'],
    pricedAt: '2026-11-26T07:00:00.000Z',
    totalMinor: 4000,
  });
});
