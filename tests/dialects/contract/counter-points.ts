import { transactionOf } from './counter-objects.ts';
import { admin, customer, guest, product, sale, shift, staff, webOrder } from './people.ts';
import { facts, type Group, type Preparation, type Row } from './row.ts';

const award = 'POST /api/pos/award-points/';
const purchase = 'POST /api/pos/process-order-points/';
const error = (text: string) => `{"error":"${text}"}`;
const json = (fields: object) => JSON.stringify({ user_qr_code: '«guest.card»', ...fields });
const awarded = (points: number, balance: number, description: string) =>
  `{"success":true,"transaction":${transactionOf('«new»', 'bonus', points, balance, description)},"new_balance":${balance},"message":"${points} points awarded successfully"}`;
const bought = (points: number, balance: number, total: string, order = 'null') =>
  `{"success":true,"transaction":${transactionOf('«new»', 'earned', points, balance, `Purchase points: ₱${total}`, { order })},"points_earned":${points},"new_balance":${balance},"message":"${points} points earned from purchase!"}`;
const linked = '«order»,"order_number":"«text»"';
const withOrder = (total: string) =>
  `{"user_qr_code":"«guest.card»","order_total":${total},"order_id":«order»}`;
const buy = (body: string): Preparation => ({ ask: purchase, as: 'staff', body });

const badPoints: Record<string, Partial<Row>> = Object.fromEntries(
  [
    ['missing', undefined],
    ['null', null],
    ['0', 0],
    ['negative', -5],
    ['1.5', 1.5],
    ['"100"', '100'],
    ['true: a defect of the reference', true],
    ['an array', [5]],
    ['"abc"', 'abc'],
  ].map(([name, points]) => [`points ${String(name)}`, { body: json({ points }) }]),
);
const badTotals: Record<string, Partial<Row>> = Object.fromEntries(
  [
    ['missing', undefined],
    ['null', null],
    ['0', 0],
    ['negative', -5],
    ['"abc"', 'abc'],
    ['"Infinity": a defect of the reference', 'Infinity'],
    ['"-Infinity"', '-Infinity'],
    ['"NaN": a defect of the reference', 'NaN'],
    ['an array', [5]],
    ['an empty text', ''],
  ].map(([name, total]) => [`order_total ${String(name)}`, { body: json({ order_total: total }) }]),
);

export const counterPoints: Group = {
  name: '002 counter: points',
  people: [...staff, admin, ...customer('cora'), shift, product('ramyeon')],
  rows: [
    ...facts(
      { at: '§1.5', ask: award, as: 'staff', status: 201, first: guest },
      {
        'points are awarded, keys in order': {
          body: json({ points: 25 }),
          text: awarded(25, 25, 'Manual points award (by Unknown Cashier)'),
        },
        'with a description and a cashier': {
          body: json({ points: 7, description: 'Birthday', cashier_name: 'Maria' }),
          text: awarded(7, 7, 'Birthday (by Maria)'),
        },
        'points add up': {
          first: [...guest, { ask: award, as: 'staff', body: json({ points: 25 }) }],
          body: json({ points: 5 }),
          text: awarded(5, 30, 'Manual points award (by Unknown Cashier)'),
        },
        'unknown keys are ignored': {
          body: json({ points: 25, balance: 900 }),
          text: awarded(25, 25, 'Manual points award (by Unknown Cashier)'),
        },
      },
    ),
    ...facts(
      {
        at: '§1.5',
        ask: award,
        as: 'staff',
        status: 400,
        first: guest,
        text: error('Points must be a positive integer'),
      },
      {
        ...badPoints,
        'points are checked before the user is looked up': { body: '{"user_qr_code":"X","points":0}' },
      },
    ),
    ...facts(
      { at: '§1.5', ask: award, as: 'staff', status: 400, text: error('User QR code is required') },
      {
        'no user code': { body: '{"points":5}' },
        'an empty body': {},
        'an empty user code': { body: '{"user_qr_code":"","points":5}' },
        'the user code is checked before the points': { body: '{"points":0}' },
      },
    ),
    ...facts(
      { at: '§1.5', ask: award, as: 'staff', status: 404, text: error('Invalid user QR code') },
      {
        'an unknown user': { body: '{"user_qr_code":"X","points":5}' },
        'a user code that is a number': { body: '{"user_qr_code":5,"points":5}' },
      },
    ),
    ...facts(
      { at: '§1.5', ask: purchase, as: 'staff', status: 201, first: guest },
      {
        'points of a purchase, keys in order': {
          body: json({ order_total: 250 }),
          text: bought(25, 25, '250.00'),
        },
        'one point per ten, rounded down': {
          body: json({ order_total: 259.99 }),
          text: bought(25, 25, '259.99'),
        },
        'a total in text': { body: json({ order_total: '120.50' }), text: bought(12, 12, '120.50') },
        'a total of 9.99 earns 0, and is written': {
          body: json({ order_total: 9.99 }),
          text: bought(0, 0, '9.99'),
        },
        'a total of 10 earns 1': { body: json({ order_total: 10 }), text: bought(1, 1, '10.00') },
        'a form': {
          body: { form: { user_qr_code: '«guest.card»', order_total: '250' } },
          text: bought(25, 25, '250.00'),
        },
        'an order of the customer is linked, with order_number': {
          first: [...guest, ...webOrder('«new»')],
          body: withOrder('250'),
          text: bought(25, 25, '250.00', linked),
        },
        'an order_id in text is a number too': {
          first: [...guest, ...webOrder('«new»')],
          body: withOrder('250').replace('«order»', '"«order»"'),
          text: bought(25, 25, '250.00', linked),
        },
        'an unknown order is ignored': {
          body: json({ order_total: 250, order_id: 999_999 }),
          text: bought(25, 25, '250.00'),
        },
        'an order of another customer is ignored': {
          first: [...webOrder('cora'), ...guest],
          body: withOrder('250'),
          text: bought(25, 25, '250.00'),
        },
        'order_id "abc" is ignored: a defect of the reference': {
          body: json({ order_total: 250, order_id: 'abc' }),
          text: bought(25, 25, '250.00'),
        },
      },
    ),
    ...facts(
      {
        at: '§1.5',
        ask: purchase,
        as: 'staff',
        status: 400,
        first: guest,
        text: error('Order total must be a positive number'),
      },
      {
        ...badTotals,
        'the total is checked before the user is looked up': { body: '{"user_qr_code":"X","order_total":0}' },
      },
    ),
    ...facts(
      { at: '§1.5', ask: purchase, as: 'staff', status: 400, text: error('User QR code is required') },
      {
        'no user code': { body: '{"order_total":5}' },
        'an empty body': {},
        'the user code is checked before the total': { body: '{"order_total":0}' },
      },
    ),
    ...facts(
      { at: '§1.5', ask: purchase, as: 'staff', status: 404, text: error('Invalid user QR code') },
      {
        'an unknown user': { body: '{"user_qr_code":"X","order_total":5}' },
      },
    ),
    ...facts(
      { at: '§7 #19', ask: purchase, as: 'staff', status: 201 },
      {
        'the same order id again: the first body again': {
          first: [
            ...guest,
            ...webOrder('«new»'),
            { ...buy(withOrder('250')), keep: { entry: 'transaction.id' } },
          ],
          body: withOrder('250'),
          text: bought(25, 25, '250.00', linked).replace('"id":«count»', '"id":«entry»'),
        },
        'the same order id again, with another total: the first body again': {
          first: [...guest, ...webOrder('«new»'), buy(withOrder('250'))],
          body: withOrder('990'),
          text: bought(25, 25, '250.00', linked),
        },
        'the same order id again after other points: no second award': {
          first: [
            ...guest,
            ...webOrder('«new»'),
            buy(withOrder('250')),
            { ask: award, as: 'staff', body: json({ points: 5 }) },
            buy(withOrder('250')),
          ],
          ask: 'GET /api/pos/user/«guest.card»/',
          status: 200,
          text: '{"user":{«all»"points":30,«all»},"recent_transactions":[{«all»},{«all»}]}',
        },
        'no order id: every call awards': {
          first: [...guest, buy(json({ order_total: 250 }))],
          body: json({ order_total: 250 }),
          text: bought(25, 50, '250.00'),
        },
        'an order that earned points at checkout: the entry that exists': {
          first: [...guest, sale('ramyeon', 'guest')],
          body: '{"user_qr_code":"«guest.card»","order_total":125.50,"order_id":«sale»}',
          text: `{"success":true,"transaction":${transactionOf('«new»', 'earned', 12, 12, '«text»', { order: '«sale»,"order_number":"«sale.number»"' })},"points_earned":12,"new_balance":12,"message":"12 points earned from purchase!"}`,
        },
        'an order that earned points at checkout: nothing is added': {
          first: [
            ...guest,
            sale('ramyeon', 'guest'),
            buy('{"user_qr_code":"«guest.card»","order_total":900,"order_id":«sale»}'),
          ],
          ask: 'GET /api/pos/user/«guest.card»/',
          status: 200,
          text: '{"user":{«all»"points":12,«all»},"recent_transactions":[{«all»"points":12,«all»}]}',
        },
      },
    ),
  ],
};
