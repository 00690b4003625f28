import { expect } from 'vitest';
import { customer, guest, product, promotion, sale, shift, staff } from './people.ts';
import { facts, type Group } from './row.ts';

const posts = ['scan-user', 'scan-promotion', 'redeem-promotion', 'award-points', 'process-order-points'].map(
  (name) => `POST /api/pos/${name}/`,
);
const running = {
  validFrom: '2026-03-01T00:00:00.000Z',
  validUntil: '2026-04-01T00:00:00.000Z',
  limitPerCustomer: 1,
};

const signInAgain = {
  ask: 'POST /auth/token/',
  body: '{"username":"carlo","password":"battery staple 9"}',
  keep: { staff: 'access' },
};

/** What the framework answers on the counter routes of 002. */
export const counterFramework: Group = {
  name: '002 counter: framework answers',
  people: [...staff, ...customer('cora')],
  rows: [
    ...posts.flatMap((ask) =>
      facts(
        { at: '§1.1', ask, as: 'staff', status: 400 },
        {
          [`malformed JSON`]: {
            body: '{"qr_code":',
            text: '{"detail":"JSON parse error - Expecting value: line 1 column 12 (char 11)"}',
          },
          [`an unsupported media type`]: {
            body: { type: 'text/plain', text: '{}' },
            status: 415,
            text: '{"detail":"Unsupported media type \\"text/plain\\" in request."}',
          },
          [`a JSON array for the body`]: { body: '[]', text: '{"«text»":«all»}' },
          [`GET is not allowed`]: {
            ask: ask.replace('POST', 'GET'),
            status: 405,
            text: '{"detail":"Method \\"GET\\" not allowed."}',
            sent: { allow: 'POST, OPTIONS' },
          },
        },
      ),
    ),
    ...facts(
      { at: '§1.1', as: 'staff', status: 405, ask: 'POST /api/pos/dashboard/' },
      {
        'POST of the dashboard is not allowed': {
          body: '{}',
          text: '{"detail":"Method \\"POST\\" not allowed."}',
          sent: { allow: 'GET, OPTIONS' },
        },
      },
    ),
    ...facts(
      { at: '§1.1', ask: 'OPTIONS /api/pos/scan-user/', as: 'staff', status: 200 },
      {
        'OPTIONS without CORS headers is metadata': {
          text: '{"name":"«text»","description":"«maybe»","renders":[«all»],"parses":[«all»]}',
        },
        'metadata names the three kinds of body': {
          also: ({ json }) => {
            const { parses } = json as { parses: string[] };
            const expected = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'];
            if (parses.toSorted().join() !== expected.join()) throw new Error(parses.join());
          },
        },
      },
    ),
    ...facts(
      { at: '§7 #26', as: 'staff', status: 404, ask: 'GET /api/pos/nothing/' },
      {
        'an unknown path of the counter is JSON': { text: '{"«text»":"«text»"}' },
        'an unknown path of the login is JSON': {
          ask: 'POST /api/auth/customer/logout/',
          body: '{}',
          text: '{"«text»":"«text»"}',
        },
      },
    ),
  ],
};

export const dashboard: Group = {
  name: '002 dashboard',
  people: [
    ...staff,
    ...customer('cora'),
    shift,
    product('ramyeon'),
    promotion('welcome', { ...running, bonusPoints: 50, needsCode: true }),
    promotion('ended', { ...running, validUntil: '2026-03-01T12:00:00.000Z' }),
    promotion('off', { ...running, isActive: false }),
  ],
  rows: [
    ...facts(
      { at: '§1.5', ask: 'GET /api/pos/dashboard/', as: 'staff', status: 200 },
      {
        'an empty dashboard, keys in order; only the promotion that runs counts': {
          text: '{"today":{"orders_count":0,"total_sales":0«maybe»,"promotions_redeemed":0},"this_week":{"orders_count":0,"total_sales":0«maybe»,"points_awarded":0},"active_promotions":1}',
        },
        'a sale and a redemption, with money as a number': {
          first: [
            sale('ramyeon', 'cora'),
            {
              ask: 'POST /api/pos/redeem-promotion/',
              as: 'staff',
              body: '{"user_qr_code":"«cora.card»","promotion_qr_code":"«welcome»"}',
            },
          ],
          text: '{"today":{"orders_count":1,"total_sales":«number»,"promotions_redeemed":1},"this_week":{"orders_count":1,"total_sales":«number»,"points_awarded":62},"active_promotions":1}',
          also: ({ json }) =>
            expect(json).toMatchObject({ today: { total_sales: 125.5 }, this_week: { total_sales: 125.5 } }),
        },
        'today is the store’s day: at 23:59 in Manila it is still there': {
          // It was nine in the morning.
          first: [{ ...signInAgain, wait: 14 * 3600 + 59 * 60 }],
          text: '{"today":{"orders_count":1,«all»',
        },
        'today is the store’s day: two minutes later it is over': {
          first: [{ ...signInAgain, wait: 2 * 60 }],
          text: '{"today":{"orders_count":0,"total_sales":0«maybe»,"promotions_redeemed":0},"this_week":{"orders_count":1,«all»',
        },
      },
    ),
    ...facts(
      { at: '§1.5', ask: 'GET /api/pos/dashboard/', as: 'staff', status: 200, first: guest.slice(0, 1) },
      {
        'a registration alone changes no figure': { text: '{"today":{"orders_count":0,«all»' },
      },
    ),
  ],
};
