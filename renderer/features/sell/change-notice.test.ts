import { expect, test } from 'vitest';
import { addProduct } from '../../state/cart/add-product.ts';
import { attachCustomer, detachCustomer } from '../../state/cart/attach-customer.ts';
import { emptyDraft } from '../../state/cart/cart-draft.ts';
import { clearCart } from '../../state/cart/clear-cart.ts';
import { goOn, startCart, undo, type CartState } from '../../state/cart/history.ts';
import { makeCustomer, makeProduct } from '../../state/cart/make-samples.ts';
import { presentPromotion } from '../../state/cart/present-promotion.ts';
import { removeLine } from '../../state/cart/remove-line.ts';
import { selectLine } from '../../state/cart/select-line.ts';
import { stepQuantity } from '../../state/cart/step-quantity.ts';
import { withdrawPromotion } from '../../state/cart/withdraw-promotion.ts';
import { noticeOfChange } from './change-notice.ts';

const bread = makeProduct({ id: 'bread' });
const milk = makeProduct({ id: 'milk' });
const coupon = { promotionId: 'week', title: 'Bakery week', code: 'BREAD10' };

const filled = presentPromotion(
  attachCustomer(
    addProduct(addProduct(emptyDraft, bread, 2000, 'one'), milk, 1000, 'two'),
    makeCustomer({ id: 'Liza' }),
  ),
  coupon,
);
const state: CartState = goOn(startCart('order'), filled);
const told = (draft: typeof filled) => noticeOfChange(state, goOn(state, draft));

test('a line that is taken out, or has less, is told', () => {
  expect(told(removeLine(filled, 'one'))).toEqual({ kind: 'removed', name: 'bread' });
  expect(told(stepQuantity(filled, 'one', -1))).toMatchObject({ kind: 'quantity', quantityMilli: 1000 });
  expect(told(clearCart(filled))).toEqual({ kind: 'cleared' });
});

test('a customer or a coupon that is taken off is told', () => {
  expect(told(detachCustomer(filled))).toEqual({ kind: 'customer-off', name: 'Liza' });
  expect(told(withdrawPromotion(filled, 'week'))).toEqual({ kind: 'taken-off', title: 'Bakery week' });
});

test('undo is told; another cart has nothing to do with what was', () => {
  expect(noticeOfChange(state, undo(state))).toEqual({ kind: 'undone' });
  expect(noticeOfChange(state, startCart('next'))).toBe('hush');
});

test('looking at another line says nothing', () => {
  expect(told(selectLine(filled, 'one'))).toBeNull();
});
