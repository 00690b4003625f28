import type { Failure, Result } from '../../../../shared/domain/result.ts';
import type { EngineContext } from '../../context.ts';
import {
  findOrder,
  findPayment,
  finishPayment,
  listOrdersOf,
  orderExists,
  placeOrder,
  startPayment,
  type AccountOrder,
  type PlacedPayment,
} from '../../placed-orders/index.ts';
import { bearer, type AccountCaller } from './bearer.ts';
import { dialectRoute } from './dialect-route.ts';
import { answer, familyFailure, fieldErrors, noModel, texts, type FieldErrors } from './drf-errors.ts';
import { choiceField, optional, readFields, textField } from './drf-fields.ts';
import { integerField, pkField } from './drf-numbers.ts';
import { moneyField, moneyText, readMoney, type MoneyValue } from './money-field.ts';
import { utcTime } from './times.ts';

const family = 'accounts';
const orderExample = {
  id: 12,
  user: 7,
  product_name: 'Laptop',
  quantity: 1,
  price: '450000.00',
  total_price: '450000.00',
  status: 'pending',
  created_at: '2026-11-20T19:06:30.828000Z',
};
const paymentExample = {
  id: 3,
  order: 12,
  amount: '450000.00',
  status: 'pending',
  created_at: '2026-11-20T19:07:02.114000Z',
};

const paymentStates = ['pending', 'completed', 'failed'] as const;
const statusFields = { status: optional(choiceField(paymentStates)) };

/** Orders and payments of 001. */
export const ordersRoutes = [
  dialectRoute({
    method: 'POST',
    path: '/api/orders/',
    family,
    name: 'Order Create',
    summary: 'Places an order of the one who calls, to be paid.',
    auth: bearer,
    fields: {
      product_name: textField({ maximum: 255 }),
      quantity: integerField({ least: 1, most: 2_147_483_647 }),
      price: moneyField(),
    },
    alsoCheck: (context, { price }) => moneyErrors(context, 'price', price),
    success: { status: 201, example: orderExample },
    handle: async (context, { caller, values }) => {
      const price = readMoney(context, values.price);
      if (!price.ok) return fieldErrors({ price: price.failure });
      const priceMinor = price.value;
      const { product_name: productName, quantity } = values;
      const placed = await placeOrder(context, { productName, quantity, priceMinor }, caller);
      if (placed.ok) return answer(orderBody(context, placed.value), 201);
      const most = placed.failure.details?.['mostTotalMinor'];
      if (typeof most !== 'number') return familyFailure(family, placed.failure);
      return fieldErrors({ quantity: [texts.most(String(Math.floor(most / priceMinor)))] });
    },
  }),
  dialectRoute({
    method: 'GET',
    path: '/api/orders/history/',
    family,
    name: 'Order History',
    summary: 'Everything that the caller ordered, and bought at the counter; newest first.',
    auth: bearer,
    success: { status: 200, example: [orderExample] },
    handle: (context, { caller }) =>
      answer(listOrdersOf(context.read, caller).map((order) => orderBody(context, order))),
  }),
  dialectRoute({
    method: 'GET',
    path: '/api/orders/{id}/',
    family,
    name: 'Order Detail',
    summary: 'One order of the caller.',
    auth: bearer,
    success: { status: 200, example: orderExample },
    handle: (context, { caller, params }) => {
      const publicId = integerOf(params['id']);
      const order = publicId === null ? null : findOrder(context.read, publicId, caller);
      return order === null ? noModel('Order') : answer(orderBody(context, order));
    },
  }),
  dialectRoute({
    method: 'POST',
    path: '/api/orders/payments/',
    family,
    name: 'Payment Create',
    summary: 'Starts a payment of an order; it is pending whatever the client sends.',
    auth: bearer,
    fields: { order: pkField(), amount: moneyField() },
    alsoCheck: (context, { order, amount }) => ({
      ...(order === undefined || orderExists(context.read, order)
        ? {}
        : { order: [texts.pkUnknown(String(order))] }),
      ...moneyErrors(context, 'amount', amount),
    }),
    success: { status: 201, example: paymentExample },
    handle: async (context, { caller, values }) => {
      const amount = readMoney(context, values.amount);
      if (!amount.ok) return fieldErrors({ amount: amount.failure });
      const started = await startPayment(
        context,
        { publicId: values.order, amountMinor: amount.value },
        caller,
      );
      if (started.ok) return answer(paymentBody(context, started.value), 201);
      if (started.failure.code === 'placed-order-foreign') return noModel('Order');
      return paymentRefusal(context, started.failure);
    },
  }),
  ...(['PUT', 'PATCH'] as const).map((method) =>
    dialectRoute({
      method,
      path: '/api/orders/payments/{id}/',
      family,
      name: 'Payment Update',
      summary: 'Completes a pending payment, or lets it fail; a finished one never changes again.',
      auth: bearer,
      rawBody: { description: 'The new state.', example: { status: 'completed' } },
      success: { status: 200, example: { ...paymentExample, status: 'completed' } },
      handle: async (context, { caller, params, body }) => {
        const payment = paymentOf(context, params['id'], caller);
        if (payment === null) return noModel('Payment');
        const { values, errors } = readFields(statusFields, body, { partial: true });
        if (Object.keys(errors).length > 0) return fieldErrors(errors);
        const { status } = values;
        if (status === undefined) return answer(paymentBody(context, payment));
        if (payment.state !== 'pending') return finishedRefusal(payment.state);
        if (status === 'pending') return answer(paymentBody(context, payment));
        return answerFinished(context, await finishPayment(context, payment.rowId, status, caller));
      },
    }),
  ),
];

function paymentOf(
  context: EngineContext,
  id: string | undefined,
  caller: AccountCaller,
): PlacedPayment | null {
  const rowId = integerOf(id);
  return rowId === null ? null : findPayment(context.read, rowId, caller);
}

function answerFinished(context: EngineContext, finished: Result<PlacedPayment, Failure>): Response {
  if (finished.ok) return answer(paymentBody(context, finished.value));
  const { code, details } = finished.failure;
  if (code === 'placed-payment-unknown') return noModel('Payment');
  if (code === 'payment-finished') return finishedRefusal(String(details?.['state']));
  return paymentRefusal(context, finished.failure);
}

function finishedRefusal(state: string): Response {
  return fieldErrors({ status: [`A ${state} payment cannot change.`] });
}

function paymentRefusal(context: EngineContext, failed: Failure): Response {
  const due = failed.details?.['dueMinor'];
  if (failed.code === 'amount-over-due' && typeof due === 'number') {
    return fieldErrors({ amount: [texts.most(moneyText(context, due))] });
  }
  return familyFailure(family, failed);
}

function moneyErrors(context: EngineContext, field: string, value: MoneyValue | undefined): FieldErrors {
  if (value === undefined) return {};
  const money = readMoney(context, value);
  return money.ok ? {} : { [field]: money.failure };
}

/** Digits as an integer that a number holds; no other id is one of the till's. */
function integerOf(digits: string | undefined): number | null {
  const id = Number(digits);
  return Number.isSafeInteger(id) ? id : null;
}

function orderBody(context: EngineContext, order: AccountOrder) {
  return {
    id: order.publicId,
    user: order.accountRowId,
    product_name: order.productName,
    quantity: order.quantity,
    price: moneyText(context, order.priceMinor),
    total_price: moneyText(context, order.totalMinor),
    status: order.status,
    created_at: utcTime(order.createdAt),
  };
}

function paymentBody(context: EngineContext, payment: PlacedPayment) {
  return {
    id: payment.rowId,
    order: payment.orderPublicId,
    amount: moneyText(context, payment.amountMinor),
    status: payment.state,
    created_at: utcTime(payment.startedAt),
  };
}
