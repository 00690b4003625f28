import { z } from 'zod';
import {
  cartDiscard,
  cartList,
  cartSave,
  cartSummary,
  cartTake,
  cartWhole,
  type CartWhole,
} from '../../../shared/api/carts.ts';
import { id } from '../../../shared/api/common.ts';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { defineRoute } from '../route.ts';
import { cartOf } from './cart-of.ts';
import { cartById, everyCart } from './cart-statements.ts';
import { discardCart } from './end-cart.ts';
import { saveCart } from './save-cart.ts';
import { takeCart } from './take-cart.ts';

const tag = 'Carts';
const params = z.object({ id });

export const cartsRoutes = [
  defineRoute({
    method: 'get',
    path: '/carts',
    tag,
    summary: 'Carts that were put aside or are in hand, the newest first',
    access: 'sell',
    answer: cartList,
    handle: ({ read }) => ok({ items: read.all(everyCart).map(cartOf) }),
  }),
  defineRoute({
    method: 'get',
    path: '/carts/{id}',
    tag,
    summary: 'One cart with its draft',
    access: 'sell',
    params,
    answer: cartWhole,
    handle: ({ read }, { params: { id: cartId } }) => {
      const row = read.first(cartById, { id: cartId });
      if (row === undefined) return fail(failure('cart-unknown'));
      return ok({ ...cartOf(row), draft: JSON.parse(row.draft) as CartWhole['draft'] });
    },
  }),
  defineRoute({
    method: 'patch',
    path: '/carts/{id}',
    tag,
    summary: 'Keeps a cart as the screen has it; the cart’s id is that of its sale to be',
    access: 'sell',
    params,
    body: cartSave,
    answer: z.object({ cart: cartSummary.nullable() }),
    handle: async (context, { params: { id: cartId }, body, actor }) => {
      const kept = await saveCart(context, cartId, body, actor);
      return kept.ok ? ok({ cart: kept.value }) : kept;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/carts/{id}/take',
    tag,
    summary: 'Takes a cart in hand, once',
    access: 'sell',
    params,
    body: cartTake,
    answer: cartWhole,
    handle: (context, { params: { id: cartId }, body, actor }) => takeCart(context, cartId, body, actor),
  }),
  defineRoute({
    method: 'post',
    path: '/carts/{id}/discard',
    tag,
    summary: 'Throws a cart away; its lines are journalled as removed',
    access: 'sell',
    params,
    body: cartDiscard,
    answer: null,
    handle: (context, { params: { id: cartId }, body, actor }) =>
      discardCart(context, cartId, actor, body.approvalIds),
  }),
];
