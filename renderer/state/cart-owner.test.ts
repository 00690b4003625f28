import { expect, test } from 'vitest';
import type { Me } from '../../shared/api/people.ts';
import { cartActions } from './cart.ts';
import { giveCartTo, useCartOwner } from './cart-owner.ts';
import { makeProduct } from './cart/make-samples.ts';
import { useSession } from './session.ts';

const ana: Me = { id: 'a', username: 'ana', displayName: 'Ana', role: 'staff', permissions: [] };
const ben: Me = { ...ana, id: 'b', username: 'ben', displayName: 'Ben' };
const ownerNow = () => useCartOwner.getState().owner?.displayName ?? null;
const signIn = (account: Me | null) => useSession.setState({ account });

test('a cart belongs to who began it, until it is given to somebody or is empty', () => {
  signIn(ana);
  expect(ownerNow()).toBe(null);
  cartActions.add(makeProduct({ id: 'pandesal' }), 1000);
  expect(ownerNow()).toBe('Ana');
  signIn(ben);
  cartActions.add(makeProduct({ id: 'pandesal' }), 1000);
  expect(ownerNow()).toBe('Ana');
  giveCartTo(ben);
  expect(ownerNow()).toBe('Ben');
  cartActions.startNext();
  expect(ownerNow()).toBe(null);
  signIn(ana);
  cartActions.add(makeProduct({ id: 'pandesal' }), 1000);
  expect(ownerNow()).toBe('Ana');
});
