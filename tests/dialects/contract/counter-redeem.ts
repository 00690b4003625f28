import { redemptionOf, transactionOf } from './counter-objects.ts';
import { counterPeople } from './counter-scan.ts';
import { guest, promotion, webOrder } from './people.ts';
import { facts, type Group, type Preparation } from './row.ts';

const ask = 'POST /api/pos/redeem-promotion/';
const error = (text: string) => `{"error":"${text}"}`;
const of = (promotionName: string, more: object = {}) =>
  JSON.stringify({ user_qr_code: '«guest.card»', promotion_qr_code: `«${promotionName}»`, ...more });
const redeemed = (points: number, balance: number, what: string) =>
  `{"success":true,"redemption":${what},"points_awarded":${points},"new_balance":${balance},"message":"Promotion redeemed successfully! ${points} points awarded."}`;
const again: Preparation = { ask, as: 'staff', body: of('welcome') };
const plain = redeemed(50, 50, redemptionOf('«new»', 'welcome', 50));
const both = error('Both user QR code and promotion QR code are required');

export const counterRedeem: Group = {
  name: '002 counter: promotions',
  people: [
    ...counterPeople,
    promotion('twice', {
      validFrom: '2026-03-01T00:00:00.000Z',
      validUntil: '2026-04-01T00:00:00.000Z',
      limitPerCustomer: 2,
      bonusPoints: 5,
    }),
  ],
  rows: [
    ...facts(
      { at: '§1.5', ask, as: 'staff', status: 201, first: guest },
      {
        'a promotion is redeemed, keys in order': { body: of('welcome'), text: plain },
        'a form': {
          body: { form: { user_qr_code: '«guest.card»', promotion_qr_code: '«welcome»' } },
          text: plain,
        },
        'multipart parts': {
          body: { multipart: { user_qr_code: '«guest.card»', promotion_qr_code: '«welcome»' } },
          text: plain,
        },
        'the cashier is named': {
          body: of('welcome', { cashier_name: 'Maria' }),
          text: redeemed(50, 50, redemptionOf('«new»', 'welcome', 50, 'Maria')),
        },
        'an order of the customer is linked, with order_number': {
          first: [...guest, ...webOrder('«new»')],
          body: of('welcome', { order_id: 0 }).replace('"order_id":0', '"order_id":«order»'),
          text: redeemed(
            50,
            50,
            redemptionOf('«new»', 'welcome', 50, 'Unknown Cashier', '«order»,"order_number":"«text»"'),
          ),
        },
        'an unknown order is ignored': { body: of('welcome', { order_id: 999_999 }), text: plain },
        'an order of another customer is ignored': {
          first: [...webOrder('cora'), ...guest],
          body: of('welcome', { order_id: 0 }).replace('"order_id":0', '"order_id":«order»'),
          text: plain,
        },
        'an order_id that is no number is ignored, not 500': {
          body: of('welcome', { order_id: 'abc' }),
          text: plain,
        },
        'a promotion without points is redeemed too': {
          body: of('twenty'),
          text: redeemed(0, 0, redemptionOf('«new»', 'twenty', 0)),
        },
        'a promotion without points writes no transaction': {
          first: [...guest, { ask, as: 'staff', body: of('twenty') }],
          ask: 'GET /api/pos/user/«guest.card»/',
          status: 200,
          text: '{"user":{«all»},"recent_transactions":[]}',
        },
        'the points row is a bonus with the promotion’s name and link': {
          first: [...guest, again],
          ask: 'GET /api/pos/user/«guest.card»/',
          status: 200,
          text: `{"user":{«all»"points":50,«all»},"recent_transactions":[${transactionOf('«new»', 'bonus', 50, 50, 'Promotion bonus: welcome', { promotion: '«welcome.id»,"promotion_title":"welcome"' })}]}`,
        },
        'the points row names the order too': {
          first: [
            ...guest,
            ...webOrder('«new»'),
            {
              ask,
              as: 'staff',
              body: '{"user_qr_code":"«guest.card»","promotion_qr_code":"«welcome»","order_id":«order»}',
            },
          ],
          ask: 'GET /api/pos/user/«guest.card»/',
          status: 200,
          text: `{"user":{«all»},"recent_transactions":[${transactionOf('«new»', 'bonus', 50, 50, 'Promotion bonus: welcome', { order: '«order»,"order_number":"«text»"', promotion: '«welcome.id»,"promotion_title":"welcome"' })}]}`,
        },
        'a limit of two allows the second time': {
          first: [...guest, { ask, as: 'staff', body: of('twice') }],
          body: of('twice'),
          text: redeemed(5, 10, redemptionOf('«new»', 'twice', 5)),
        },
      },
    ),
    ...facts(
      { at: '§1.5', ask, as: 'staff', status: 400, first: guest },
      {
        'neither code': { body: '{}', text: both },
        'an empty body': { text: both },
        'no promotion code': { body: '{"user_qr_code":"«guest.card»"}', text: both },
        'no user code': { body: '{"promotion_qr_code":"«welcome»"}', text: both },
        'empty codes': { body: '{"user_qr_code":"","promotion_qr_code":""}', text: both },
        'an unknown user': {
          body: of('welcome', { user_qr_code: 'X' }),
          status: 404,
          text: error('Invalid user QR code'),
        },
        'an unknown user before an unknown promotion': {
          body: '{"user_qr_code":"X","promotion_qr_code":"Y"}',
          status: 404,
          text: error('Invalid user QR code'),
        },
        'an unknown promotion': {
          body: of('welcome', { promotion_qr_code: 'Y' }),
          status: 404,
          text: error('Invalid promotion QR code'),
        },
        'a promotion that is off': { body: of('off'), status: 404, text: error('Invalid promotion QR code') },
        'codes that are numbers': {
          body: '{"user_qr_code":5,"promotion_qr_code":6}',
          status: 404,
          text: error('Invalid user QR code'),
        },
        'a promotion that has ended': {
          body: of('ended'),
          text: error('This promotion has expired or is not yet active'),
        },
        'a promotion that has not begun': {
          body: of('planned'),
          text: error('This promotion has expired or is not yet active'),
        },
        'once more than the limit of one': {
          first: [...guest, again],
          body: of('welcome'),
          text: error('User has already redeemed this promotion the maximum number of times (1)'),
        },
        'once more than the limit of two': {
          first: [...guest, { ask, as: 'staff', body: of('twice') }, { ask, as: 'staff', body: of('twice') }],
          body: of('twice'),
          text: error('User has already redeemed this promotion the maximum number of times (2)'),
        },
      },
    ),
    ...facts(
      { at: '§1.5', ask: 'GET /api/pos/user/«guest.card»/', as: 'staff', status: 200 },
      {
        'a refused redemption changes nothing': {
          first: [...guest, again, { ...again, status: 400 }],
          text: '{"user":{«all»"points":50,«all»},"recent_transactions":[{«all»"balance_after":50,«all»}]}',
        },
      },
    ),
  ],
};
