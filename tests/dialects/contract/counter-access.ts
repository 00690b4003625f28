import { account, admin, customer, device, promotion, staff } from './people.ts';
import { facts, type Group, type Row } from './row.ts';

/** Each counter route with a request that is right. */
const routes: Record<string, string | undefined> = {
  'POST /api/pos/scan-user/': '{"qr_code":"«cora.card»"}',
  'POST /api/pos/scan-promotion/': '{"qr_code":"«welcome»"}',
  'POST /api/pos/redeem-promotion/': '{"user_qr_code":"«cora.card»","promotion_qr_code":"«welcome»"}',
  'POST /api/pos/award-points/': '{"user_qr_code":"«cora.card»","points":1}',
  'POST /api/pos/process-order-points/': '{"user_qr_code":"«cora.card»","order_total":10}',
  'GET /api/pos/user/«cora.card»/': undefined,
  'GET /api/pos/promotion/«welcome»/': undefined,
  'GET /api/pos/dashboard/': undefined,
};
const people = [
  ...customer('cora'),
  account('ana'),
  admin,
  ...staff,
  device,
  promotion('welcome', { bonusPoints: 1, limitPerCustomer: 1000 }),
];
const missing = '{"error":"Authentication token is missing"}';
const invalid = '{"error":"Invalid or expired token"}';
const refused = '{"error":"Staff access is required"}';
const fine = [200, 201];
const noRealm = { 'www-authenticate': null };

const everywhere = (rows: Record<string, Partial<Row>>): readonly Row[] =>
  Object.entries(routes).flatMap(([ask, body]) =>
    facts({ at: '§7 #16', ask, ...(body === undefined ? {} : { body }), status: fine }, rows),
  );

export const counterAccess: Group = {
  name: '002 counter: who may',
  people,
  rows: [
    ...everywhere({
      nobody: { status: 401, text: missing, sent: noRealm },
      garbage: { headers: { authorization: 'Bearer garbage' }, status: 401, text: invalid, sent: noRealm },
      'the token of a customer of 002': { as: 'cora', status: 403, text: refused },
      'the token of a customer of 001': { as: 'ana', status: 403, text: refused },
      'a refresh token of staff': { as: 'staff.refresh', status: 401, text: invalid },
      'the token of staff': { as: 'staff' },
      'the token of an admin': { as: 'admin' },
      'the key of a device': { as: 'device' },
    }),
    ...facts(
      { at: '§7 #16', ask: 'POST /api/pos/scan-user/', body: '{"qr_code":"«cora.card»"}', status: 401 },
      {
        'the key of a device that is none': {
          headers: { authorization: `Bearer SKD1.${'A'.repeat(43)}` },
          text: invalid,
        },
        'the key of a device that was revoked': {
          first: [
            {
              ask: 'POST /api/v1/devices',
              as: 'owner',
              body: '{"name":"Lost tablet"}',
              keep: { lost: 'key', 'lost.uuid': 'device.id' },
            },
            { ask: 'POST /api/v1/devices/«lost.uuid»/revoke', as: 'owner' },
          ],
          as: 'lost',
          text: invalid,
        },
        'staff who were disabled': {
          first: [
            {
              ask: 'POST /api/v1/accounts',
              as: 'owner',
              body: '{"username":"«new»","displayName":"Dina","role":"staff","password":"battery staple 9"}',
              keep: { 'dina.uuid': 'id' },
            },
            {
              ask: 'POST /api/token/',
              body: '{"username":"«new»","password":"battery staple 9"}',
              keep: { dina: 'access' },
            },
            { ask: 'PATCH /api/v1/accounts/«dina.uuid»', as: 'owner', body: '{"status":"disabled"}' },
          ],
          as: 'dina',
          text: invalid,
        },
      },
    ),
  ],
};

const network = { name: 'network' as const, remoteAddress: '192.168.1.20', ownHosts: ['127.0.0.1:8000'] };
const here = { remoteAddress: '127.0.0.1' };
const roleRequest = (role: string) =>
  `{"username":"«new»","email":"«new»@example.com","password":"admin123","role":"${role}"}`;

export const openAccess: Group = {
  name: 'open access',
  people: [...people, { ask: 'PATCH /api/v1/settings', as: 'owner', body: '{"api":{"openAccess":true}}' }],
  rows: [
    ...everywhere({
      'open access: nobody, on this computer': { door: here },
      'open access: nobody, on this computer by IPv6': { door: { remoteAddress: '::1' } },
      'open access: the token of a customer, on this computer': { as: 'cora', door: here },
      'open access: nobody, from the shop’s network': { door: network, status: 401, text: missing },
      'open access: a customer, from the shop’s network': {
        as: 'cora',
        door: network,
        status: 403,
        text: refused,
      },
      'open access: staff, from the shop’s network': { as: 'staff', door: network },
    }).map((row) => ({ ...row, at: '§7 #17' })),
    ...['customer', 'staff', 'admin'].flatMap((name) =>
      facts(
        { at: '§7 #17', ask: 'POST /auth/register/', body: roleRequest(name), status: 201 },
        {
          [`open access: nobody registers as ${name}, on this computer`]: {
            door: here,
            text: `{"id":«count»,"username":"«new»","email":"«new»@example.com","role":"${name}"}`,
          },
        },
      ),
    ),
    ...facts(
      { at: '§7 #17', ask: 'POST /auth/register/', body: roleRequest('admin'), status: 403 },
      {
        'open access: nobody registers as admin from the shop’s network': {
          door: network,
          text: '{"detail":"You do not have permission to perform this action."}',
        },
      },
    ),
    ...facts(
      { at: '§7 #17', ask: 'GET /api/pos/dashboard/', status: 401, text: missing },
      {
        'open access ends with the setting': {
          first: [{ ask: 'PATCH /api/v1/settings', as: 'owner', body: '{"api":{"openAccess":false}}' }],
          door: here,
        },
      },
    ),
  ],
};
