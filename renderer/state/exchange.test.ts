import { beforeEach, expect, test } from 'vitest';
import { cartActions } from './cart.ts';
import { emptyDraft } from './cart/cart-draft.ts';
import { makeProduct } from './cart/make-samples.ts';
import { exchangeActions, useExchange, type Exchange } from './exchange.ts';
import { useSession } from './session.ts';

const notAskedFor = () => {
  throw new Error('not asked for here');
};
const exchange: Exchange = {
  receiptNumber: 'S01-T1-A-000001',
  mostMinor: 5_500,
  ways: ['as-paid', 'cash'],
  chosen: { way: 'as-paid', references: {} },
  choose: notAskedFor,
  paidOut: notAskedFor,
  isReferenceMissing: notAskedFor,
  bodyFor: notAskedFor,
};
const waits = () => useExchange.getState().exchange !== null;

beforeEach(() => {
  cartActions.startNext();
  exchangeActions.begin(exchange);
});

test('what came back pays for the cart in hand, also one that is recalled for it', () => {
  cartActions.goOnWith('recalled', emptyDraft);
  expect(waits()).toBe(true);
});

test('it never pays for the cart of the next customer', () => {
  cartActions.add(makeProduct({ id: 'bread' }), 1_000);
  expect(waits()).toBe(true);
  cartActions.startNext();
  expect(waits()).toBe(false);
});

test('it is not left to whoever signs in next', () => {
  const lastAccount = { id: 'ana', displayName: 'Ana' };
  useSession.setState({ status: 'locked', account: null, lastAccount });
  expect(waits()).toBe(true);
  const account = { ...lastAccount, id: 'ben' } as never;
  useSession.setState({ status: 'signed-in', account, lastAccount: { id: 'ben', displayName: 'Ben' } });
  expect(waits()).toBe(false);
});
