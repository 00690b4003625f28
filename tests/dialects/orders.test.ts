import { beforeEach, describe, expect, test } from 'vitest';
import { openTestEngine, testShop, type TestEngine } from '../fixtures/engine.ts';
import { ask, type DialectRequest } from '../fixtures/dialects.ts';

let till: TestEngine;
let access: string;

async function signIn(credentials: { username: string; password: string }): Promise<string> {
  const { status, body } = await ask(till, 'POST /api/token/', { json: credentials });
  if (status !== 200) throw new Error(`signing in answered ${status}`);
  return (body as { access: string }).access;
}

beforeEach(async () => {
  till = await openTestEngine();
  await till.setUp();
  await till.signInStaff();
  access = await signIn({ username: testShop.owner.username, password: testShop.owner.password });
});

const call = (what: string, more: DialectRequest = {}) => ask(till, what, { token: access, ...more });
const place = async (json: object = { product_name: 'Laptop', quantity: 1, price: '450000.00' }) =>
  (await call('POST /api/orders/', { json })).body as { id: number };
const pay = async (order: number, amount: unknown) =>
  (await call('POST /api/orders/payments/', { json: { order, amount } })).body as { id: number };

test('001: an order, its payment, completed: keys, order of keys, texts of money and time', async () => {
  const placed = await call('POST /api/orders/', {
    raw: '{"product_name": "Laptop", "quantity": 2, "price": 450000.00, "status": "paid"}',
    headers: { 'content-type': 'application/json' },
  });
  expect(placed.status).toBe(201);
  expect(JSON.stringify(placed.body)).toBe(
    '{"id":1,"user":1,"product_name":"Laptop","quantity":2,"price":"450000.00","total_price":"900000.00","status":"pending","created_at":"2026-03-02T01:00:00.000000Z"}',
  );
  const started = await call('POST /api/orders/payments/', {
    json: { order: 1, amount: '900000', status: 'completed' },
  });
  expect(started.status).toBe(201);
  expect(JSON.stringify(started.body)).toBe(
    '{"id":1,"order":1,"amount":"900000.00","status":"pending","created_at":"2026-03-02T01:00:00.000000Z"}',
  );
  const completed = await call('PUT /api/orders/payments/1/', { json: { status: 'completed' } });
  expect(completed).toMatchObject({ status: 200, body: { id: 1, status: 'completed' } });
  expect((await call('GET /api/orders/1/?')).body).toMatchObject({
    status: 'paid',
    total_price: '900000.00',
  });
  expect((await call('GET /api/orders/history/')).body).toMatchObject([{ id: 1, status: 'paid' }]);
  expect((await till.engine.verify()).problems).toEqual([]);
});

describe('001: what is wrong with an order', () => {
  const required = ['This field is required.'];
  test.each<[object, object]>([
    [{}, { product_name: required, quantity: required, price: required }],
    [
      { product_name: ' ', quantity: 0, price: 0 },
      {
        product_name: ['This field may not be blank.'],
        quantity: ['Ensure this value is greater than or equal to 1.'],
        price: ['Ensure this value is greater than or equal to 0.01.'],
      },
    ],
    [
      { product_name: null, quantity: null, price: null },
      {
        product_name: ['This field may not be null.'],
        quantity: ['This field may not be null.'],
        price: ['This field may not be null.'],
      },
    ],
    [
      { product_name: true, quantity: 'abc', price: 'abc' },
      {
        product_name: ['Not a valid string.'],
        quantity: ['A valid integer is required.'],
        price: ['A valid number is required.'],
      },
    ],
    [
      { product_name: 'a\0b', quantity: 1.5, price: '1.234' },
      {
        product_name: ['Null characters are not allowed.'],
        quantity: ['A valid integer is required.'],
        price: ['Ensure that there are no more than 2 decimal places.'],
      },
    ],
    [
      { product_name: 'x', quantity: -1, price: '123456789' },
      {
        quantity: ['Ensure this value is greater than or equal to 1.'],
        price: ['Ensure that there are no more than 8 digits before the decimal point.'],
      },
    ],
    [
      { product_name: 'x', quantity: 1, price: '12345678901' },
      { price: ['Ensure that there are no more than 10 digits in total.'] },
    ],
    [
      { product_name: 'x', quantity: 1, price: -5 },
      { price: ['Ensure this value is greater than or equal to 0.01.'] },
    ],
    [
      { product_name: 'x', quantity: 2_000_000_000, price: '99999999.99' },
      { quantity: ['Ensure this value is less than or equal to 100.'] },
    ],
    [
      { product_name: 'x', quantity: 'NaN', price: 'NaN' },
      { quantity: ['A valid integer is required.'], price: ['A valid number is required.'] },
    ],
    [
      { product_name: [], quantity: {}, price: [] },
      {
        product_name: ['Not a valid string.'],
        quantity: ['A valid integer is required.'],
        price: ['A valid number is required.'],
      },
    ],
  ])('%j', async (json, body) => {
    expect(await call('POST /api/orders/', { json })).toMatchObject({ status: 400, body });
    expect((await call('GET /api/orders/history/')).body).toEqual([]);
  });

  test('numbers as texts and texts as numbers are taken', async () => {
    const answered = await call('POST /api/orders/', {
      json: { product_name: 5, quantity: '3', price: ' 0.10 ' },
    });
    expect(answered).toMatchObject({
      status: 201,
      body: { product_name: '5', quantity: 3, price: '0.10', total_price: '0.30' },
    });
    const form = await call('POST /api/orders/', {
      form: { product_name: 'Rice', quantity: '2', price: '10' },
    });
    expect(form).toMatchObject({ status: 201, body: { quantity: 2, price: '10.00' } });
  });
});

test('001: whoever has no token gets 401 before a word of the body is read', async () => {
  const anonymous = await ask(till, 'POST /api/orders/', { json: {} });
  expect(anonymous).toMatchObject({
    status: 401,
    body: { detail: 'Authentication credentials were not provided.' },
  });
  for (const path of ['GET /api/orders/1/', 'GET /api/orders/history/', 'PUT /api/orders/payments/1/']) {
    expect((await ask(till, path)).status).toBe(401);
  }
});

test('001: other methods are 405 with Allow, and what is no id is no route', async () => {
  const wrong = async (what: string, allow: string) => {
    const { status, body, headers } = await call(what);
    const [method] = what.split(' ');
    expect([status, body, headers.get('allow')]).toEqual([
      405,
      { detail: `Method "${method}" not allowed.` },
      allow,
    ]);
  };
  await wrong('GET /api/orders/', 'POST, OPTIONS');
  await wrong('DELETE /api/orders/1/', 'GET, HEAD, OPTIONS');
  await wrong('POST /api/orders/history/', 'GET, HEAD, OPTIONS');
  await wrong('GET /api/orders/payments/', 'POST, OPTIONS');
  await wrong('GET /api/orders/payments/1/', 'PUT, PATCH, OPTIONS');
  for (const path of ['/api/orders/abc/', '/api/orders/-1/', '/api/orders/payments/abc/']) {
    const answered = await call(`GET ${path}`);
    expect([path, answered.status, typeof answered.body]).toEqual([path, 404, 'object']);
  }
});

test('001: orders and payments of others, and of nobody, are 404', async () => {
  const { id } = await place();
  const payment = await pay(id, 5);
  const other = await signIn({ username: 'carlo', password: 'battery staple 9' });
  const noOrder = { status: 404, body: { detail: 'No Order matches the given query.' } };
  const noPayment = { status: 404, body: { detail: 'No Payment matches the given query.' } };
  const asOther = (what: string, json?: object) => ask(till, what, { token: other, ...(json && { json }) });
  expect(await asOther(`GET /api/orders/${id}/`)).toMatchObject(noOrder);
  expect(await asOther('POST /api/orders/payments/', { order: id, amount: 1 })).toMatchObject(noOrder);
  const completed = { status: 'completed' };
  expect(await asOther(`PUT /api/orders/payments/${payment.id}/`, completed)).toMatchObject(noPayment);
  expect(await asOther(`PATCH /api/orders/payments/${payment.id}/`, { status: 'paid' })).toMatchObject(
    noPayment,
  );
  for (const nobodys of ['999', '9223372036854775807', '99999999999999999999999999']) {
    expect(await call(`GET /api/orders/${nobodys}/`)).toMatchObject(noOrder);
    expect(await call(`PUT /api/orders/payments/${nobodys}/`, { json: completed })).toMatchObject(noPayment);
  }
  expect((await call('GET /api/orders/history/')).body).toMatchObject([{ id, status: 'pending' }]);
});

test('001: what is wrong with a payment', async () => {
  const { id } = await place({ product_name: 'Rice', quantity: 3, price: '33.35' });
  const required = ['This field is required.'];
  const pk = (type: string) => [`Incorrect type. Expected pk value, received ${type}.`];
  const cases: [object, object][] = [
    [{}, { order: required, amount: required }],
    [
      { order: 999, amount: 0 },
      {
        order: ['Invalid pk "999" - object does not exist.'],
        amount: ['Ensure this value is greater than or equal to 0.01.'],
      },
    ],
    [{ order: 'x', amount: 1 }, { order: pk('str') }],
    [{ order: true, amount: 1 }, { order: pk('bool') }],
    [{ order: [1], amount: 1 }, { order: pk('list') }],
    [{ order: id, amount: -1 }, { amount: ['Ensure this value is greater than or equal to 0.01.'] }],
    [{ order: id, amount: '1.001' }, { amount: ['Ensure that there are no more than 2 decimal places.'] }],
    [{ order: id, amount: '100.06' }, { amount: ['Ensure this value is less than or equal to 100.05.'] }],
  ];
  for (const [json, body] of cases) {
    expect(await call('POST /api/orders/payments/', { json })).toMatchObject({ status: 400, body });
  }
  expect(
    await call('POST /api/orders/payments/', { json: { order: String(id), amount: 100.05 } }),
  ).toMatchObject({
    status: 201,
    body: { order: id, amount: '100.05' },
  });
});

test('001: PUT and PATCH alike, both partial; a finished payment never changes again', async () => {
  const { id } = await place({ product_name: 'Rice', quantity: 1, price: 10 });
  const first = await pay(id, 4);
  const put = (payment: number, json: object, method = 'PUT') =>
    call(`${method} /api/orders/payments/${payment}/`, { json });
  expect(await put(first.id, {})).toMatchObject({ status: 200, body: { status: 'pending' } });
  expect(await put(first.id, { status: 'pending' }, 'PATCH')).toMatchObject({ status: 200 });
  expect(await put(first.id, { status: 'paid' })).toMatchObject({
    status: 400,
    body: { status: ['"paid" is not a valid choice.'] },
  });
  expect(await put(first.id, { status: null })).toMatchObject({
    status: 400,
    body: { status: ['This field may not be null.'] },
  });
  expect(await put(first.id, { status: 'failed' }, 'PATCH')).toMatchObject({ body: { status: 'failed' } });
  for (const status of ['pending', 'completed', 'failed']) {
    expect(await put(first.id, { status })).toMatchObject({
      status: 400,
      body: { status: ['A failed payment cannot change.'] },
    });
  }
  const second = await pay(id, 6);
  const third = await pay(id, 5);
  expect(await put(second.id, { status: 'completed', amount: 1 }, 'PATCH')).toMatchObject({
    status: 200,
    body: { status: 'completed', amount: '6.00' },
  });
  expect(await put(second.id, { status: 'failed' })).toMatchObject({
    status: 400,
    body: { status: ['A completed payment cannot change.'] },
  });
  expect(await put(third.id, { status: 'completed' })).toMatchObject({
    status: 400,
    body: { amount: ['Ensure this value is less than or equal to 4.00.'] },
  });
  expect((await till.engine.verify()).problems).toEqual([]);
});

test('the currency stays while an order waits to be paid: it was placed in it', async () => {
  const change = { body: { shop: { currency: 'JPY' } } };
  await place();
  expect(await till.call('PATCH', '/settings', change)).toMatchObject({
    status: 422,
    body: { error: { code: 'setting-invalid', field: 'shop.currency' } },
  });
});
