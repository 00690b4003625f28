import { expect } from 'vitest';
import { claimsOf, sign, signedByTill } from './jwt.ts';
import { account, admin, customer, password, registration, role, shopper, staff } from './people.ts';
import { but, facts, type Group, type Preparation, type Row } from './row.ts';

const anonymous = '{"detail":"Authentication credentials were not provided."}';
const notValid = (message: string) =>
  `{"detail":"Given token not valid for any token type","code":"token_not_valid","messages":[{"token_class":"AccessToken","token_type":"access","message":"${message}"}]}`;
const stale = notValid('Token is invalid or expired');
const badHeader =
  '{"detail":"Authorization header must contain two space-delimited values","code":"bad_authorization_header"}';
const realm = { 'www-authenticate': 'Bearer realm="api"' };

const fresh = (name: string, secret = password): Preparation => ({
  ask: 'POST /api/token/',
  body: JSON.stringify({ username: name, password: secret }),
  keep: { fresh: 'access', 'fresh.refresh': 'refresh' },
});

function forged(change: Parameters<typeof signedByTill>[2]): Pick<Row, 'first' | 'before' | 'as'> {
  return {
    first: [fresh('ana')],
    before: (world) => void world.words.set('forged', signedByTill(world, 'fresh', change)),
    as: 'forged',
  };
}

function foreign(make: (claims: Record<string, unknown>) => string): Pick<Row, 'first' | 'before' | 'as'> {
  return {
    first: [fresh('ana')],
    before: (world) => void world.words.set('forged', make(claimsOf(world.words.get('fresh') ?? ''))),
    as: 'forged',
  };
}

const protectedViews = ['GET /api/accounts/profile/', 'GET /api/orders/history/', 'GET /auth/view-accounts/'];

function headerRows(ask: string): readonly Row[] {
  return facts(
    { at: '§6.2', ask, status: 401, sent: realm },
    {
      'no header': { text: anonymous },
      'another scheme': { headers: { authorization: 'Token «ana»' }, text: anonymous },
      'lower-case bearer': { headers: { authorization: 'bearer «ana»' }, text: anonymous },
      'token in the query string': { ask: `${ask}?token=«ana»&access_token=«ana»`, text: anonymous },
      'Bearer alone': { headers: { authorization: 'Bearer' }, text: badHeader },
      'three words': { headers: { authorization: 'Bearer «ana» more' }, text: badHeader },
      garbage: { headers: { authorization: 'Bearer garbage' }, text: stale },
      'a refresh token': { as: 'ana.refresh', text: notValid('Token has wrong type') },
      'a bad signature': { headers: { authorization: 'Bearer «ana»x' }, text: stale },
    },
  );
}

const publicViews: Record<string, string> = {
  'POST /api/accounts/auth/registration/': but(registration, {}),
  'POST /api/register/': but(registration, {}),
  'POST /api/accounts/auth/logout/': '{}',
  'POST /api/logout/': '{}',
  'POST /auth/register/': but(role, {}),
  'POST /api/users/register/': but(shopper, {}),
  'POST /api/users/login/': '{"login":"ana","password":"x"}',
};

const dina: readonly Preparation[] = [
  {
    ask: 'POST /api/v1/accounts',
    as: 'owner',
    body: '{"username":"«new»","displayName":"Dina","role":"staff","password":"battery staple 9"}',
    keep: { 'dina.uuid': 'id' },
  },
  fresh('«new»', 'battery staple 9'),
];

/** SimpleJWT's bearer authentication, on the ordinary views of 001 and 003. */
export const bearer: Group = {
  name: 'bearer authentication',
  people: [account('ana'), admin, ...staff, ...customer('cora')],
  rows: [
    ...protectedViews.flatMap(headerRows),
    ...facts(
      { at: '§6.2', ask: 'GET /api/accounts/profile/', status: 401, text: stale, sent: realm },
      {
        'signed with another key': foreign((claims) => sign(claims, 'another key')),
        'alg none': foreign((claims) => sign(claims, '', { alg: 'none', typ: 'JWT' }).replace(/[^.]*$/, '')),
        'another algorithm in the header': foreign((claims) =>
          sign(claims, 'x', { alg: 'HS512', typ: 'JWT' }),
        ),
        expired: forged((claims) => ({ ...claims, exp: 1 })),
        'no token_type': {
          ...forged(({ token_type: _, ...claims }) => claims),
          text: notValid('Token has no type'),
        },
        'no user_id': {
          ...forged(({ user_id: _, ...claims }) => claims),
          text: '{"detail":"Token contained no recognizable user identification","code":"token_not_valid"}',
        },
        'a user who is not there': {
          ...forged((claims) => ({ ...claims, user_id: 999_999 })),
          text: '{"detail":"User not found","code":"user_not_found"}',
        },
        'an inactive user': {
          first: [
            ...dina,
            { ask: 'PATCH /api/v1/accounts/«dina.uuid»', as: 'owner', body: '{"status":"disabled"}' },
          ],
          as: 'fresh',
          text: '{"detail":"User is inactive","code":"user_inactive"}',
        },
        'user_id as a text is accepted': {
          ...forged((claims) => ({ ...claims, user_id: String(claims['user_id']) })),
          status: 200,
          text: '{"user":«ana.id»,«all»}',
          sent: {},
        },
      },
    ),
    ...Object.entries(publicViews).flatMap(([ask, body]) =>
      facts(
        { at: '§6.2', ask, body, status: 401, sent: realm },
        {
          [`an invalid bearer on a public view is 401`]: {
            headers: { authorization: 'Bearer garbage' },
            text: stale,
          },
          [`Bearer alone on a public view is 401`]: {
            headers: { authorization: 'Bearer' },
            text: badHeader,
          },
          [`another scheme on a public view is ignored`]: {
            headers: { authorization: 'Token garbage' },
            status: [200, 201, 401],
            sent: {},
            also: ({ text }) => expect(text).not.toContain('token_not_valid'),
          },
        },
      ),
    ),
    ...facts(
      { at: '§6.4', status: 401, text: anonymous, sent: realm },
      {
        'an anonymous bad body is 401, not 400 (orders)': { ask: 'POST /api/orders/', body: '{' },
        'an anonymous bad body is 401, not 400 (payments)': { ask: 'POST /api/orders/payments/', body: '[]' },
        'an anonymous bad body is 401, not 400 (profile)': { ask: 'PUT /api/accounts/profile/', body: '{' },
        'an anonymous media type that nobody reads is 401, not 415': {
          ask: 'POST /api/orders/',
          body: { type: 'text/plain', text: 'x' },
        },
      },
    ),
    ...facts(
      { at: '§7 #8', ask: 'GET /api/accounts/profile/', status: 401, text: anonymous, sent: realm },
      {
        'a bearer in the URL is never accepted: access_token': {
          ask: 'GET /api/accounts/profile/?access_token=«ana»',
        },
        'a bearer in the URL is never accepted: jwt': { ask: 'GET /api/accounts/profile/?jwt=«ana»' },
        'a bearer in the URL is never accepted: Authorization': {
          ask: 'GET /api/accounts/profile/?Authorization=Bearer%20«ana»',
        },
      },
    ),
    ...facts(
      { at: '§7 #2', status: 401, sent: realm, as: 'cora' },
      {
        'a customer’s token of 002 is refused in 001’s words (profile)': {
          ask: 'GET /api/accounts/profile/',
          text: notValid('«text»'),
        },
        'a customer’s token of 002 is refused in 001’s words (orders)': {
          ask: 'GET /api/orders/history/',
          text: notValid('«text»'),
        },
        'a customer’s token of 002 is refused in 003’s words (view-accounts)': {
          ask: 'GET /auth/view-accounts/',
          text: notValid('«text»'),
        },
      },
    ),
    ...facts(
      { at: '§7 #21', ask: 'GET /api/accounts/profile/', status: 401 },
      {
        'a disabled account is refused at once': {
          first: [
            ...dina,
            { ask: 'GET /api/accounts/profile/', as: 'fresh' },
            { ask: 'PATCH /api/v1/accounts/«dina.uuid»', as: 'owner', body: '{"status":"disabled"}' },
          ],
          as: 'fresh',
          text: '{"detail":"User is inactive","code":"user_inactive"}',
        },
        'a disabled account cannot refresh': {
          first: [
            ...dina,
            { ask: 'PATCH /api/v1/accounts/«dina.uuid»', as: 'owner', body: '{"status":"disabled"}' },
          ],
          ask: 'POST /api/token/refresh/',
          body: '{"refresh":"«fresh.refresh»"}',
          text: '{"detail":"No active account found for the given token."}',
        },
      },
    ),
    ...facts(
      { at: '§6.3', ask: 'GET /api/accounts/profile/', status: 200, as: 'fresh' },
      {
        'leeway 0: good a second before its end': { first: [fresh('ana')], wait: 299 },
        'leeway 0: expired at its end': {
          first: [fresh('ana')],
          wait: 300,
          status: 401,
          text: stale,
          sent: realm,
        },
      },
    ),
  ],
};
