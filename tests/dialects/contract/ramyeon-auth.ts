import { claimsOf, sign } from './jwt.ts';
import { account, customer, ramyeonCustomer } from './people.ts';
import { but, facts, type Group, type Preparation, type Row } from './row.ts';

const login = 'POST /api/auth/customer/login/';
const me = 'GET /api/auth/customer/me/';
const change = 'POST /api/auth/customer/password/change/';
const password = ramyeonCustomer.password;
const cora =
  '{"_id":"«cora.code»","username":"cora","full_name":"Cora Reyes","email":"cora@ramyeon.example","phone":"","delivery_address":{},"loyalty_points":0,"last_purchase":null,"isDeleted":false,"date_created":"«naive»","last_updated":"«naive»","status":"active"}';
const loggedIn = `{"token":"«jwt»","customer":${cora},"message":"Login successful"}`;
const missing = '{"error":"Authentication token is missing"}';
const invalid = '{"error":"Invalid or expired token"}';
const noRealm = { 'www-authenticate': null };
const credentials = (email: unknown, secret: unknown = password) =>
  JSON.stringify({ email, password: secret });
const registered: Preparation = {
  ask: 'POST /api/auth/customer/register/',
  body: but(ramyeonCustomer, {}),
  keep: { made: 'token' },
};
/** A second later: two tokens of one second would be the same, since they bear no number. */
const secondLogin: Preparation = {
  wait: 1,
  ask: login,
  body: credentials('«new»@ramyeon.example'),
  keep: { other: 'token' },
};
const disabled: readonly Preparation[] = [
  registered,
  { ask: 'GET /api/v1/accounts?search=«new»', as: 'owner', keep: { 'made.uuid': 'items.0.id' } },
  { ask: 'PATCH /api/v1/accounts/«made.uuid»', as: 'owner', body: '{"status":"disabled"}' },
];
const changed: Preparation = {
  ask: change,
  as: 'made',
  body: but({}, { old_password: password, new_password: '1' }),
};

function protectedRows(ask: string, body?: string): readonly Row[] {
  const rows = facts(
    { at: '§1.2', ask, status: 401, text: missing, sent: noRealm },
    {
      'no header': {},
      'lower-case bearer': { headers: { authorization: 'bearer «cora»' } },
      'another scheme': { headers: { authorization: 'Token «cora»' } },
      'Bearer alone': { headers: { authorization: 'Bearer' } },
      'two spaces before the token': { headers: { authorization: 'Bearer  «cora»' } },
      'token only in the query string': { ask: `${ask}?token=«cora»` },
      garbage: { as: 'nobody', headers: { authorization: 'Bearer garbage' }, text: invalid },
      'signed with another key': {
        before: (world) =>
          void world.words.set('forged', sign(claimsOf(world.words.get('cora') ?? ''), 'another key')),
        as: 'forged',
        text: invalid,
      },
      'alg none': {
        before: (world) =>
          void world.words.set(
            'forged',
            sign(claimsOf(world.words.get('cora') ?? ''), '', { alg: 'none', typ: 'JWT' }).replace(
              /[^.]*$/,
              '',
            ),
          ),
        as: 'forged',
        text: invalid,
      },
      'an account’s token (§7 #2)': { as: 'ana', text: invalid },
      'an account’s refresh token (§7 #2)': { as: 'ana.refresh', text: invalid },
    },
  );
  return body === undefined ? rows : rows.map((row) => ({ ...row, body }));
}

export const ramyeonAuth: Group = {
  name: '002 login',
  people: [...customer('cora'), account('ana')],
  rows: [
    ...facts(
      { at: '§1.4', ask: login, status: 200, text: loggedIn, sent: noRealm },
      {
        'a customer logs in': { body: credentials('cora@ramyeon.example') },
        'the e-mail is compared lower-cased and trimmed': { body: credentials(' CORA@Ramyeon.example ') },
        'a form': { body: { form: { email: 'cora@ramyeon.example', password } } },
        'multipart parts': { body: { multipart: { email: 'cora@ramyeon.example', password } } },
        'an Authorization header is ignored, even garbage': {
          headers: { authorization: 'Bearer garbage' },
          body: credentials('cora@ramyeon.example'),
        },
        'a login updates last_updated': {
          wait: 5,
          body: credentials('cora@ramyeon.example'),
          also: ({ json }, world) => {
            const { last_updated: updated } = (json as { customer: { last_updated: string } }).customer;
            const now = new Date(world.till.clock.now()).toISOString().slice(0, 19);
            if (!updated.startsWith(now)) throw new Error(`${updated} at ${now}`);
          },
        },
      },
    ),
    ...facts(
      { at: '§1.4', ask: login, status: 400, text: '{"error":"Email and password are required"}' },
      {
        'e-mail and password missing': { body: '{}' },
        'an empty body': {},
        'e-mail missing': { body: but({}, { password }) },
        'e-mail empty': { body: credentials('') },
        'password missing': { body: but({}, { email: 'cora@ramyeon.example' }) },
        'password empty': { body: credentials('cora@ramyeon.example', '') },
        'password null': { body: credentials('cora@ramyeon.example', null) },
      },
    ),
    ...facts(
      { at: '§1.4', ask: login, status: 401, text: '{"error":"Invalid email or password"}', sent: noRealm },
      {
        'wrong password': { body: credentials('cora@ramyeon.example', 'wrong') },
        'unknown e-mail': { body: credentials('nobody@ramyeon.example') },
        'an inactive customer': {
          first: disabled,
          body: credentials('«new»@ramyeon.example'),
        },
        'a username is no e-mail': { body: credentials('cora') },
      },
    ),
    ...facts(
      { at: '§7 #18', ask: login, status: [400, 401], text: '{"error":"«text»"}' },
      {
        'an e-mail that is a number': { body: credentials(5) },
        'an e-mail that is an object': { body: credentials({ a: 1 }) },
        'a password that is an array': { body: credentials('cora@ramyeon.example', [1]) },
      },
    ),
    ...facts(
      { at: '§7 #18', ask: login, status: 400, text: '{"«text»":"«text»"}' },
      {
        'broken JSON': { body: '{' },
        'an array for the body': { body: '[]' },
      },
    ),
    ...facts(
      { at: '§1.1', status: 405 },
      {
        'GET of login is not allowed': {
          ask: 'GET /api/auth/customer/login/',
          text: '{"detail":"Method \\"GET\\" not allowed."}',
          sent: { allow: 'POST, OPTIONS' },
        },
        'POST of me is not allowed': {
          ask: 'POST /api/auth/customer/me/',
          as: 'cora',
          text: '{"detail":"Method \\"POST\\" not allowed."}',
          sent: { allow: 'GET, OPTIONS' },
        },
        'GET of password/change is not allowed': {
          ask: 'GET /api/auth/customer/password/change/',
          as: 'cora',
          text: '{"detail":"Method \\"GET\\" not allowed."}',
          sent: { allow: 'POST, OPTIONS' },
        },
      },
    ),
    ...facts(
      { at: '§1.4', ask: me, as: 'cora', status: 200, text: `{"customer":${cora}}` },
      {
        'me, the same twelve keys': {},
        'a valid token followed by a space and more text is accepted (§1.2)': {
          as: 'nobody',
          headers: { authorization: 'Bearer «cora» and more' },
        },
      },
    ),
    ...protectedRows(me),
    ...protectedRows(change, but({}, { old_password: password, new_password: 'x' })),
    ...facts(
      { at: '§1.4', ask: change, as: 'made', status: 200, first: [registered] },
      {
        'the password is changed': {
          body: but({}, { old_password: password, new_password: 'another 8' }),
          text: '{"message":"Password changed successfully"}',
        },
        'there is no strength rule': {
          body: but({}, { old_password: password, new_password: '1' }),
          text: '{"message":"Password changed successfully"}',
        },
        'a form': {
          body: { form: { old_password: password, new_password: 'another 8' } },
          text: '{"message":"Password changed successfully"}',
        },
        'the new password logs in': {
          first: [registered, changed],
          ask: login,
          as: 'nobody',
          body: credentials('«new»@ramyeon.example', '1'),
          text: '{"token":"«jwt»",«all»,"message":"Login successful"}',
        },
        'the old password does not': {
          first: [registered, changed],
          ask: login,
          as: 'nobody',
          body: credentials('«new»@ramyeon.example'),
          status: 401,
          text: '{"error":"Invalid email or password"}',
        },
      },
    ),
    ...facts(
      { at: '§1.4', ask: change, as: 'cora', status: 400 },
      {
        'both missing': { body: '{}', text: '{"error":"Old password and new password are required"}' },
        'old password missing': {
          body: '{"new_password":"x"}',
          text: '{"error":"Old password and new password are required"}',
        },
        'new password empty': {
          body: but({}, { old_password: password, new_password: '' }),
          text: '{"error":"Old password and new password are required"}',
        },
        'wrong old password (§7 #18)': {
          body: '{"old_password":"wrong","new_password":"x"}',
          text: '{"error":"Current password is incorrect"}',
        },
      },
    ),
    ...facts(
      { at: '§7 #30', ask: me, status: 200, first: [registered, secondLogin, changed] },
      {
        'the token that changed the password stays valid': { as: 'made', text: '{"customer":«all»}' },
        'every other login of that person ends': { as: 'other', status: 401, text: invalid },
        'logins of that person through 001 end too': {
          first: [
            registered,
            {
              ask: 'POST /api/token/',
              body: but({}, { username: '«new»', password }),
              keep: { pair: 'refresh' },
            },
            changed,
          ],
          ask: 'POST /api/token/refresh/',
          body: '{"refresh":"«pair»"}',
          status: 401,
          text: '{"detail":"«text»"«all»}',
        },
      },
    ),
    ...facts(
      { at: '§1.2', ask: me, as: 'fresh', status: 200 },
      {
        'a token lives sixty minutes less a second': {
          first: [{ ask: login, body: credentials('cora@ramyeon.example'), keep: { fresh: 'token' } }],
          wait: 3599,
          text: '{"customer":«all»}',
        },
        'a token ends after sixty minutes, without leeway': {
          first: [{ ask: login, body: credentials('cora@ramyeon.example'), keep: { fresh: 'token' } }],
          wait: 3600,
          status: 401,
          text: invalid,
        },
      },
    ),
  ],
};
