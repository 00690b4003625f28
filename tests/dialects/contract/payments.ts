import { account } from './people.ts';
import { facts, type Group, type Preparation } from './row.ts';

const post = 'POST /api/orders/payments/';
const placed: Preparation = {
  ask: 'POST /api/orders/',
  as: 'ana',
  body: '{"product_name":"Pandesal","quantity":2,"price":"50.00"}',
  keep: { order: 'id' },
};
const pay = (amount: string): Preparation => ({
  ask: post,
  as: 'ana',
  body: `{"order":«order»,"amount":"${amount}"}`,
  keep: { payment: 'id' },
});
const finish = (status: string): Preparation => ({
  ask: 'PUT /api/orders/payments/«payment»/',
  as: 'ana',
  body: `{"status":"${status}"}`,
});
const payment = (amount: string, status: string, id = '«count»') =>
  `{"id":${id},"order":«order»,"amount":"${amount}","status":"${status}","created_at":"«utc»"}`;
const started = [placed, pay('100.00')];
const own = (status: string) => payment('100.00', status, '«payment»');
const orderIs = (status: string) =>
  `{"id":«order»,"user":«ana.id»,"product_name":"Pandesal","quantity":2,"price":"50.00","total_price":"100.00","status":"${status}","created_at":"«utc»"}`;
const noOrder = '{"detail":"No Order matches the given query."}';
const noPayment = '{"detail":"No Payment matches the given query."}';
const notAllowed = (method: string) => `{"detail":"Method \\"${method}\\" not allowed."}`;

export const payments: Group = {
  name: '001 payments',
  people: [account('ana'), account('ben')],
  rows: [
    ...facts(
      { at: '§7 #11', ask: post, as: 'ana', status: 201, first: [placed] },
      {
        'a payment, keys in order': {
          body: '{"order":«order»,"amount":"100.00"}',
          text: payment('100.00', 'pending'),
        },
        'it starts pending whatever the client sends': {
          body: '{"order":«order»,"amount":100,"status":"completed"}',
          text: payment('100.00', 'pending'),
        },
        'a pending payment does not pay the order': {
          first: started,
          ask: 'GET /api/orders/«order»/',
          status: 200,
          text: orderIs('pending'),
        },
      },
    ),
    ...facts(
      { at: '§2.1', ask: post, as: 'ana', status: 201, first: [placed] },
      {
        'a form': {
          body: { form: { order: '«order»', amount: '100.00' } },
          text: payment('100.00', 'pending'),
        },
        'multipart parts': {
          body: { multipart: { order: '«order»', amount: '100.00' } },
          text: payment('100.00', 'pending'),
        },
        'a payment by nobody': {
          as: 'nobody',
          body: '{}',
          status: 401,
          text: '{"detail":"Authentication credentials were not provided."}',
        },
        'GET is not allowed': {
          ask: 'GET /api/orders/payments/',
          status: 405,
          text: notAllowed('GET'),
          sent: { allow: 'POST, OPTIONS' },
        },
      },
    ),
    ...facts(
      { at: '§2.5', ask: post, as: 'ana', status: 400, first: [placed] },
      {
        'payment {}': {
          body: '{}',
          text: '{"order":["This field is required."],"amount":["This field is required."]}',
        },
        'payment for unknown order': {
          body: '{"order":999,"amount":"1.00"}',
          text: '{"order":["Invalid pk \\"999\\" - object does not exist."]}',
        },
        'payment, order:"x"': {
          body: '{"order":"x","amount":"1.00"}',
          text: '{"order":["Incorrect type. Expected pk value, received str."]}',
        },
        'payment for another user’s order': {
          as: 'ben',
          body: '{"order":«order»,"amount":"1.00"}',
          status: 404,
          text: noOrder,
        },
      },
    ),
    ...facts(
      { at: '§7 #10', ask: post, as: 'ana', status: 400, first: [placed] },
      {
        'an amount of 0': {
          body: '{"order":«order»,"amount":"0.00"}',
          text: '{"amount":["Ensure this value is greater than or equal to 0.01."]}',
        },
        'a negative amount': {
          body: '{"order":«order»,"amount":-5}',
          text: '{"amount":["Ensure this value is greater than or equal to 0.01."]}',
        },
        'more than what is due': {
          body: '{"order":«order»,"amount":"100.01"}',
          text: '{"amount":["«text»"]}',
        },
        'more than what is still due': {
          first: [placed, pay('60.00'), finish('completed')],
          body: '{"order":«order»,"amount":"40.01"}',
          text: '{"amount":["«text»"]}',
        },
        'exactly what is still due': {
          first: [placed, pay('60.00'), finish('completed')],
          body: '{"order":«order»,"amount":"40.00"}',
          status: 201,
          text: payment('40.00', 'pending'),
        },
        'anything for an order that is paid': {
          first: [...started, finish('completed')],
          body: '{"order":«order»,"amount":"0.01"}',
          text: '{"amount":["«text»"]}',
        },
        'an amount with 3 decimals': {
          body: '{"order":«order»,"amount":"1.234"}',
          text: '{"amount":["Ensure that there are no more than 2 decimal places."]}',
        },
        'an amount that is no number': {
          body: '{"order":«order»,"amount":"abc"}',
          text: '{"amount":["A valid number is required."]}',
        },
      },
    ),
    ...['PUT', 'PATCH'].flatMap((method) =>
      facts(
        {
          at: '§7 #9',
          ask: `${method} /api/orders/payments/«payment»/`,
          as: 'ana',
          status: 200,
          first: started,
        },
        {
          [`${method} completed`]: { body: '{"status":"completed"}', text: own('completed') },
          [`${method} failed`]: { body: '{"status":"failed"}', text: own('failed') },
          [`${method} pending`]: { body: '{"status":"pending"}', text: own('pending') },
          [`${method} is partial: an empty object changes nothing`]: { body: '{}', text: own('pending') },
          [`${method} of a form`]: { body: { form: { status: 'completed' } }, text: own('completed') },
          [`${method} of a bad status`]: {
            body: '{"status":"paid"}',
            status: 400,
            text: '{"status":["\\"paid\\" is not a valid choice."]}',
          },
          [`${method} of an unknown payment`]: {
            ask: `${method} /api/orders/payments/999999/`,
            body: '{"status":"completed"}',
            status: 404,
            text: noPayment,
          },
          [`${method} of a foreign payment`]: {
            as: 'ben',
            body: '{"status":"completed"}',
            status: 404,
            text: noPayment,
          },
          [`${method} by nobody`]: {
            as: 'nobody',
            body: '{"status":"completed"}',
            status: 401,
            text: '{"detail":"Authentication credentials were not provided."}',
          },
        },
      ),
    ),
    ...facts(
      { at: '§2.1', ask: 'GET /api/orders/payments/«payment»/', as: 'ana', status: 405, first: started },
      {
        'GET of a payment is not allowed': {
          text: notAllowed('GET'),
          sent: { allow: 'PUT, PATCH, OPTIONS' },
        },
        'POST to a payment is not allowed': {
          ask: 'POST /api/orders/payments/«payment»/',
          body: '{}',
          text: notAllowed('POST'),
          sent: { allow: 'PUT, PATCH, OPTIONS' },
        },
        'DELETE of a payment is not allowed': {
          ask: 'DELETE /api/orders/payments/«payment»/',
          text: notAllowed('DELETE'),
          sent: { allow: 'PUT, PATCH, OPTIONS' },
        },
      },
    ),
    ...facts(
      { at: '§7 #11', ask: 'PUT /api/orders/payments/«payment»/', as: 'ana', status: 400 },
      {
        'completed never becomes pending': {
          first: [...started, finish('completed')],
          body: '{"status":"pending"}',
          text: '{"status":["A completed payment cannot change."]}',
        },
        'completed never becomes failed': {
          first: [...started, finish('completed')],
          body: '{"status":"failed"}',
          text: '{"status":["A completed payment cannot change."]}',
        },
        'failed never becomes completed': {
          first: [...started, finish('failed')],
          body: '{"status":"completed"}',
          text: '{"status":["A failed payment cannot change."]}',
        },
        'failed never becomes pending': {
          first: [...started, finish('failed')],
          body: '{"status":"pending"}',
          text: '{"status":["A failed payment cannot change."]}',
        },
        'order and amount cannot be changed': {
          first: started,
          body: '{"order":1,"amount":"1.00"}',
          status: 200,
          text: own('pending'),
        },
      },
    ),
    ...facts(
      { at: '§7 #10', ask: 'GET /api/orders/«order»/', as: 'ana', status: 200 },
      {
        'an order is paid once completed payments cover it': {
          first: [...started, finish('completed')],
          text: orderIs('paid'),
        },
        'an order that is paid in part is pending': {
          first: [placed, pay('60.00'), finish('completed')],
          text: orderIs('pending'),
        },
        'an order that is paid in two parts is paid': {
          first: [placed, pay('60.00'), finish('completed'), pay('40.00'), finish('completed')],
          text: orderIs('paid'),
        },
        'a failed payment does not count': {
          first: [...started, finish('failed')],
          text: orderIs('pending'),
        },
        'the history says paid too': {
          first: [...started, finish('completed')],
          ask: 'GET /api/orders/history/',
          text: `«all»${orderIs('paid')}«all»`,
        },
      },
    ),
  ],
};
