import { account } from './people.ts';
import { facts, type Group, type Preparation } from './row.ts';

const post = 'POST /api/orders/';
const bread = { product_name: 'Pandesal', quantity: 2, price: '50.00' };
const json = (changes: object) => JSON.stringify({ ...bread, ...changes });
const order = (name: string, quantity: number, price: string, total: string, status = 'pending') =>
  `{"id":«count»,"user":«ana.id»,"product_name":"${name}","quantity":${quantity},"price":"${price}","total_price":"${total}","status":"${status}","created_at":"«utc»"}`;
const made = order('Pandesal', 2, '50.00', '100.00');
const placed: Preparation = { ask: post, as: 'ana', body: json({}), keep: { order: 'id' } };
const noOrder = '{"detail":"No Order matches the given query."}';
const notAllowed = (method: string) => `{"detail":"Method \\"${method}\\" not allowed."}`;

export const orders: Group = {
  name: '001 orders',
  people: [account('ana'), account('ben'), account('gil')],
  rows: [
    ...facts(
      { at: '§7 #10', ask: post, as: 'ana', status: 201 },
      {
        'an order, keys in order': { body: json({}), text: made },
        'quantity 0': {
          body: json({ quantity: 0 }),
          status: 400,
          text: '{"quantity":["Ensure this value is greater than or equal to 1."]}',
        },
        'price 0': {
          body: json({ price: '0.00' }),
          status: 400,
          text: '{"price":["Ensure this value is greater than or equal to 0.01."]}',
        },
        'a negative price': {
          body: json({ price: '-1.00' }),
          status: 400,
          text: '{"price":["Ensure this value is greater than or equal to 0.01."]}',
        },
        'a price of 0.01': { body: json({ price: '0.01' }), text: order('Pandesal', 2, '0.01', '0.02') },
        'it starts pending whatever the client sends': { body: json({ status: 'paid' }), text: made },
        'it is the caller’s whatever the client sends': { body: json({ user: 1, id: 1 }), text: made },
        'total_price is quantity times price whatever the client sends': {
          body: json({ quantity: 3, price: '33.33', total_price: '1.00' }),
          text: order('Pandesal', 3, '33.33', '99.99'),
        },
      },
    ),
    ...facts(
      { at: '§2.1', ask: post, as: 'ana', status: 201 },
      {
        '450000.00 as a number comes back as "450000.00"': {
          body: '{"product_name":"Pandesal","quantity":1,"price":450000.00}',
          text: order('Pandesal', 1, '450000.00', '450000.00'),
        },
        '12.5 comes back as "12.50"': {
          body: '{"product_name":"Pandesal","quantity":1,"price":12.5}',
          text: order('Pandesal', 1, '12.50', '12.50'),
        },
        'a whole price comes back with two decimals': {
          body: '{"product_name":"Pandesal","quantity":1,"price":7}',
          text: order('Pandesal', 1, '7.00', '7.00'),
        },
        'a form': { body: { form: { product_name: 'Pandesal', quantity: '2', price: '50.00' } }, text: made },
        'multipart parts': {
          body: { multipart: { product_name: 'Pandesal', quantity: '2', price: '50.00' } },
          text: made,
        },
        'an order by nobody': {
          as: 'nobody',
          body: json({}),
          status: 401,
          text: '{"detail":"Authentication credentials were not provided."}',
          sent: { 'www-authenticate': 'Bearer realm="api"' },
        },
        'GET is not allowed: a create-only view': {
          ask: 'GET /api/orders/',
          status: 405,
          text: notAllowed('GET'),
          sent: { allow: 'POST, OPTIONS' },
        },
        'PUT is not allowed': { ask: 'PUT /api/orders/', body: '{}', status: 405, text: notAllowed('PUT') },
      },
    ),
    ...facts(
      { at: '§2.5', ask: post, as: 'ana', status: 400 },
      {
        'order {}': {
          body: '{}',
          text: '{"product_name":["This field is required."],"quantity":["This field is required."],"price":["This field is required."]}',
        },
        'quantity -1': {
          body: json({ quantity: -1 }),
          text: '{"quantity":["Ensure this value is greater than or equal to 1."]}',
        },
        'quantity 1.5': {
          body: json({ quantity: 1.5 }),
          text: '{"quantity":["A valid integer is required."]}',
        },
        'quantity "abc"': {
          body: json({ quantity: 'abc' }),
          text: '{"quantity":["A valid integer is required."]}',
        },
        'quantity "3"': {
          body: json({ quantity: '3' }),
          status: 201,
          text: order('Pandesal', 3, '50.00', '150.00'),
        },
        'price "abc"': { body: json({ price: 'abc' }), text: '{"price":["A valid number is required."]}' },
        'price with 3 decimals': {
          body: json({ price: '1.234' }),
          text: '{"price":["Ensure that there are no more than 2 decimal places."]}',
        },
        'price with 9 integer digits': {
          body: json({ price: '123456789' }),
          text: '{"price":["Ensure that there are no more than 8 digits before the decimal point."]}',
        },
        'price with 8 integer digits': {
          body: json({ quantity: 1, price: '12345678.00' }),
          status: 201,
          text: order('Pandesal', 1, '12345678.00', '12345678.00'),
        },
        'blank name': {
          body: json({ product_name: '' }),
          text: '{"product_name":["This field may not be blank."]}',
        },
        'a name of spaces': {
          body: json({ product_name: '   ' }),
          text: '{"product_name":["This field may not be blank."]}',
        },
      },
    ),
    ...facts(
      { at: '§6.4', ask: post, as: 'ana', status: 400 },
      {
        'every failing field at once': {
          body: json({ product_name: '', quantity: 'abc', price: 'abc' }),
          text: '{"product_name":["This field may not be blank."],"quantity":["A valid integer is required."],"price":["A valid number is required."]}',
        },
        'null for each field': {
          body: json({ product_name: null, quantity: null, price: null }),
          text: '{"product_name":["This field may not be null."],"quantity":["This field may not be null."],"price":["This field may not be null."]}',
        },
        'a boolean is no text': {
          body: json({ product_name: true }),
          text: '{"product_name":["Not a valid string."]}',
        },
        'a number is taken as its text': {
          body: json({ product_name: 5 }),
          status: 201,
          text: order('5', 2, '50.00', '100.00'),
        },
        'text is trimmed': { body: json({ product_name: ' Pandesal  ' }), status: 201, text: made },
        'an array for a number': {
          body: json({ quantity: [2] }),
          text: '{"quantity":["A valid integer is required."]}',
        },
        'over 1,000 characters for an integer': {
          body: json({ quantity: '1'.repeat(1001) }),
          text: '{"quantity":["String value too large."]}',
        },
        'over 1,000 characters for a decimal': {
          body: json({ price: '1'.repeat(1001) }),
          text: '{"price":["String value too large."]}',
        },
        'price "NaN"': { body: json({ price: 'NaN' }), text: '{"price":["A valid number is required."]}' },
        'price "Infinity"': {
          body: json({ price: 'Infinity' }),
          text: '{"price":["A valid number is required."]}',
        },
        'the last of a repeated key counts': {
          body: '{"product_name":"Ensaymada","product_name":"Pandesal","quantity":2,"price":"50.00"}',
          status: 201,
          text: made,
        },
        'unknown keys are ignored': { body: json({ coupon: 'X' }), status: 201, text: made },
      },
    ),
    ...facts(
      { at: '§2.1', ask: 'GET /api/orders/«order»/', as: 'ana', status: 200, first: [placed] },
      {
        'the caller’s order is read': { text: made.replace('«count»', '«order»') },
        'a bare trailing ? is harmless': {
          ask: 'GET /api/orders/«order»/?',
          text: made.replace('«count»', '«order»'),
        },
        'the order of another user is absent': { as: 'ben', status: 404, text: noOrder },
        'an order of nobody’s': { ask: 'GET /api/orders/999999/', status: 404, text: noOrder },
        'PUT is not allowed': {
          ask: 'PUT /api/orders/«order»/',
          body: '{}',
          status: 405,
          text: notAllowed('PUT'),
        },
        'PATCH is not allowed': {
          ask: 'PATCH /api/orders/«order»/',
          body: '{}',
          status: 405,
          text: notAllowed('PATCH'),
        },
        'DELETE is not allowed': {
          ask: 'DELETE /api/orders/«order»/',
          status: 405,
          text: notAllowed('DELETE'),
        },
        'POST is not allowed': {
          ask: 'POST /api/orders/«order»/',
          body: '{}',
          status: 405,
          text: notAllowed('POST'),
        },
        'nobody reads an order': {
          as: 'nobody',
          status: 401,
          text: '{"detail":"Authentication credentials were not provided."}',
        },
      },
    ),
    ...facts(
      { at: '§2.1', ask: 'GET /api/orders/history/', as: 'gil', status: 200 },
      {
        'the history of somebody who has bought nothing': { text: '[]' },
        'a plain array of the caller’s orders, and of nobody else’s': {
          first: [
            placed,
            { ask: post, as: 'gil', body: json({}) },
            { ask: post, as: 'gil', body: json({ quantity: 1 }) },
          ],
          also: ({ json: list }) => {
            const quantities = (list as { quantity: number }[]).map(({ quantity }) => quantity).toSorted();
            if (quantities.join() !== '1,2') throw new Error(JSON.stringify(list));
          },
        },
        'every order of the history has the keys of an order': {
          also: ({ text }) => {
            const keys = '"id","user","product_name","quantity","price","total_price","status","created_at"';
            for (const found of text.slice(2, -2).split('},{')) {
              if ((found.match(/"\w+"(?=:)/g) ?? []).join() !== keys) throw new Error(found);
            }
          },
        },
        'POST is not allowed': {
          ask: 'POST /api/orders/history/',
          body: '{}',
          status: 405,
          text: notAllowed('POST'),
        },
        'nobody has a history': {
          as: 'nobody',
          status: 401,
          text: '{"detail":"Authentication credentials were not provided."}',
        },
      },
    ),
    ...facts(
      { at: '§2.5', ask: 'GET /api/orders/abc/', as: 'ana', status: 404 },
      {
        '/orders/abc/ is no route; the till says so in JSON (§7 #26)': { text: '{"detail":"«text»"}' },
        'an order number beyond every integer': {
          ask: 'GET /api/orders/99999999999999999999/',
          text: '{"detail":"«text»"}',
        },
      },
    ),
  ],
};
