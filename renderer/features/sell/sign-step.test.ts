import { expect, test } from 'vitest';
import { cartActions, useCart } from '../../state/cart.ts';
import { makeProduct } from '../../state/cart/make-samples.ts';
import { signStep } from './sign-step.ts';

const press = (key: string, ctrlKey = false) =>
  signStep({ key, repeat: false, ctrlKey, altKey: false, metaKey: false });
const quantities = () => useCart.getState().draft.lines.map(({ quantityMilli }) => quantityMilli);

test('plus and minus change the selected line, and are text without one', () => {
  expect(press('+')).toBeNull();
  cartActions.add(makeProduct({ id: 'Rice' }), 1000);
  press('+')?.();
  press('+')?.();
  expect(quantities()).toEqual([3000]);
  press('-')?.();
  expect(quantities()).toEqual([2000]);
  signStep({ key: '+', repeat: true, ctrlKey: false, altKey: false, metaKey: false })?.();
  expect(quantities()).toEqual([2000]);
  expect(press('1')).toBeNull();
  expect(press('+', true)).toBeNull();
});
