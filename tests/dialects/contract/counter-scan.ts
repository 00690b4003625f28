import { customer, guest, product, promotion, staff } from './people.ts';
import { facts, type Group, type Row } from './row.ts';
import { userOf, promotionOf, transactionOf } from './counter-objects.ts';

const scanUser = 'POST /api/pos/scan-user/';
const scanPromotion = 'POST /api/pos/scan-promotion/';
const error = (text: string) => `{"error":"${text}"}`;
const running = {
  validFrom: '2026-03-01T00:00:00.000Z',
  validUntil: '2026-04-01T00:00:00.000Z',
  limitPerCustomer: 1,
};

export const counterPeople = [
  ...staff,
  ...customer('cora'),
  product('ramyeon'),
  {
    ask: 'POST /api/v1/categories',
    as: 'owner',
    body: '{"name":"Noodles"}',
    keep: { noodles: 'id' },
  },
  promotion('welcome', { ...running, bonusPoints: 50 }),
  promotion('twenty', { ...running, effect: { kind: 'percent', percentPpm: 200_000 }, limitPerCustomer: 3 }),
  promotion('bowl', { ...running, scope: { kind: 'products', productIds: ['«ramyeon»'] } }),
  promotion('noodle', { ...running, scope: { kind: 'categories', categoryIds: ['«noodles»'] } }),
  promotion('ended', { ...running, validUntil: '2026-03-01T12:00:00.000Z' }),
  promotion('planned', { ...running, validFrom: '2026-03-20T00:00:00.000Z' }),
  promotion('off', { ...running, isActive: false }),
];

const notFound: Record<string, Partial<Row>> = {
  'an unknown code': { body: `{"qr_code":"${'0'.repeat(32)}"}` },
  'a code that is a number': { body: '{"qr_code":12345}' },
  'a code that is an array': { body: '{"qr_code":["x"]}' },
  'a code that is an object': { body: '{"qr_code":{"a":1}}' },
};
const required: Record<string, Partial<Row>> = {
  'no code': { body: '{}' },
  'an empty body': {},
  'an empty code': { body: '{"qr_code":""}' },
  'a null code': { body: '{"qr_code":null}' },
};

export const counterScan: Group = {
  name: '002 counter: scanning',
  people: counterPeople,
  rows: [
    ...facts(
      { at: '§1.5', ask: scanUser, as: 'staff', status: 200 },
      {
        'a customer is identified, keys in order': {
          body: '{"qr_code":"«cora.card»"}',
          text: `{"success":true,"user":${userOf('cora', 0)},"message":"Customer Cora Reyes identified successfully"}`,
        },
        'a form': {
          body: { form: { qr_code: '«cora.card»' } },
          text: `{"success":true,"user":${userOf('cora', 0)},"message":"Customer Cora Reyes identified successfully"}`,
        },
        'multipart parts': {
          body: { multipart: { qr_code: '«cora.card»' } },
          text: `{"success":true,"user":${userOf('cora', 0)},"message":"Customer Cora Reyes identified successfully"}`,
        },
      },
    ),
    ...facts(
      {
        at: '§1.5',
        ask: scanUser,
        as: 'staff',
        status: 404,
        text: error('Invalid QR code. User not found.'),
      },
      {
        ...notFound,
        'a code with spaces: it is not trimmed': { body: '{"qr_code":" «cora.card» "}' },
        'a code in lower case': {
          body: '{"qr_code":"«lower»"}',
          before: (world) =>
            void world.words.set('lower', (world.words.get('cora.card') ?? '').toLowerCase()),
        },
        'the code of a promotion': { body: '{"qr_code":"«welcome»"}' },
      },
    ),
    ...facts(
      { at: '§1.5', ask: scanUser, as: 'staff', status: 400, text: error('QR code is required') },
      required,
    ),
    ...facts(
      { at: '§1.5', ask: scanPromotion, as: 'staff', status: 200 },
      {
        'a promotion is scanned, keys in order; no product_name and no category_name': {
          body: '{"qr_code":"«welcome»"}',
          text: `{"success":true,"promotion":${promotionOf('welcome', { points: 50, percent: '0.00' })},"message":"Promotion \\"welcome\\" scanned successfully"}`,
        },
        'discount_percentage is a text with two decimals': {
          body: '{"qr_code":"«twenty»"}',
          text: `{"success":true,"promotion":${promotionOf('twenty', { percent: '20.00', limit: 3 })},"message":"Promotion \\"twenty\\" scanned successfully"}`,
        },
        'a promotion of a product has product_name': {
          body: '{"qr_code":"«bowl»"}',
          text: `{"success":true,"promotion":${promotionOf('bowl', { product: '«count»,"product_name":"ramyeon"' })},"message":"Promotion \\"bowl\\" scanned successfully"}`,
        },
        'a promotion of a category has category_name': {
          body: '{"qr_code":"«noodle»"}',
          text: `{"success":true,"promotion":${promotionOf('noodle', { category: '«count»,"category_name":"Noodles"' })},"message":"Promotion \\"noodle\\" scanned successfully"}`,
        },
      },
    ),
    ...facts(
      { at: '§1.5', ask: scanPromotion, as: 'staff', status: 404, text: error('Invalid promotion QR code') },
      {
        ...notFound,
        'a promotion that is off': { body: '{"qr_code":"«off»"}' },
        'a code with spaces: it is not trimmed': { body: '{"qr_code":" «welcome»"}' },
        'the card of a customer': { body: '{"qr_code":"«cora.card»"}' },
      },
    ),
    ...facts(
      { at: '§1.5', ask: scanPromotion, as: 'staff', status: 400, text: error('QR code is required') },
      required,
    ),
    ...facts(
      {
        at: '§1.5',
        ask: scanPromotion,
        as: 'staff',
        status: 400,
        text: error('This promotion has expired or is not yet active'),
      },
      {
        'a promotion that has ended': { body: '{"qr_code":"«ended»"}' },
        'a promotion that has not begun': { body: '{"qr_code":"«planned»"}' },
      },
    ),
    ...facts(
      { at: '§1.5', ask: 'GET /api/pos/user/«cora.card»/', as: 'staff', status: 200 },
      {
        'a customer with no points yet': { text: `{"user":${userOf('cora', 0)},"recent_transactions":[]}` },
        'at most five transactions, newest first': {
          first: [
            ...guest,
            ...[1, 2, 3, 4, 5, 6].map((points) => ({
              ask: 'POST /api/pos/award-points/',
              as: 'staff',
              body: `{"user_qr_code":"«guest.card»","points":${points},"description":"no ${points}"}`,
            })),
          ],
          ask: 'GET /api/pos/user/«guest.card»/',
          text: `{"user":${userOf('guest', 21).replace('"username":"guest"', '"username":"«new»"').replace('guest@', '«new»@')},"recent_transactions":[${[6, 5, 4, 3, 2].map((points) => transactionOf('«new»', 'bonus', points, (points * (points + 1)) / 2, `no ${points} (by Unknown Cashier)`)).join()}]}`,
        },
        'an unknown customer': {
          ask: 'GET /api/pos/user/nobody/',
          status: 404,
          text: error('User not found'),
        },
        'POST is not allowed': {
          ask: 'POST /api/pos/user/«cora.card»/',
          body: '{}',
          status: 405,
          text: '{"detail":"Method \\"POST\\" not allowed."}',
          sent: { allow: 'GET, OPTIONS' },
        },
      },
    ),
    ...facts(
      { at: '§1.5', ask: 'GET /api/pos/promotion/«welcome»/', as: 'staff', status: 200 },
      {
        'a promotion that is valid': {
          text: `{"promotion":${promotionOf('welcome', { points: 50, percent: '0.00' })},"is_valid":true,"status_message":"Valid"}`,
        },
        'a promotion that is off is still 200': {
          ask: 'GET /api/pos/promotion/«off»/',
          text: `{"promotion":${promotionOf('off', { active: false })},"is_valid":false,"status_message":"Expired or Inactive"}`,
        },
        'a promotion that has ended is still 200': {
          ask: 'GET /api/pos/promotion/«ended»/',
          text: '{"promotion":{«all»},"is_valid":false,"status_message":"Expired or Inactive"}',
        },
        'a promotion that has not begun is still 200': {
          ask: 'GET /api/pos/promotion/«planned»/',
          text: '{"promotion":{«all»},"is_valid":false,"status_message":"Expired or Inactive"}',
        },
        'an unknown promotion': {
          ask: 'GET /api/pos/promotion/nothing/',
          status: 404,
          text: error('Promotion not found'),
        },
        'POST is not allowed': {
          ask: 'POST /api/pos/promotion/«welcome»/',
          body: '{}',
          status: 405,
          text: '{"detail":"Method \\"POST\\" not allowed."}',
          sent: { allow: 'GET, OPTIONS' },
        },
      },
    ),
  ],
};
