import { claimsOf, signedByTill } from './jwt.ts';
import { account, admin, customer, password, staff } from './people.ts';
import { facts, type Group, type Preparation, type Row } from './row.ts';

const invalid = '{"detail":"Token is invalid or expired","code":"token_not_valid"}';
const wrongType = '{"detail":"Token has wrong type","code":"token_not_valid"}';
const blacklisted = '{"detail":"Token is blacklisted","code":"token_not_valid"}';
const realm = { 'www-authenticate': 'Bearer realm="api"' };
const fresh: Preparation = {
  ask: 'POST /api/token/',
  body: JSON.stringify({ username: 'ana', password }),
  keep: { pair: 'refresh', 'pair.access': 'access' },
};
const dina: readonly Preparation[] = [
  {
    ask: 'POST /api/v1/accounts',
    as: 'owner',
    body: '{"username":"«new»","displayName":"Dina","role":"staff","password":"battery staple 9"}',
    keep: { 'dina.uuid': 'id' },
  },
  {
    ask: 'POST /api/token/',
    body: '{"username":"«new»","password":"battery staple 9"}',
    keep: { pair: 'refresh' },
  },
  { ask: 'PATCH /api/v1/accounts/«dina.uuid»', as: 'owner', body: '{"status":"disabled"}' },
];

const views = ['POST /api/token/refresh/', 'POST /auth/token/refresh/'] as const;

function refreshRows(ask: string): readonly Row[] {
  return [
    ...facts(
      { at: '§6.1', ask, status: 200, text: '{"access":"«jwt»"}' },
      {
        ok: { body: '{"refresh":"«ana.refresh»"}' },
        'a form': { body: { form: { refresh: '«ana.refresh»' } } },
        'a stale Authorization header is ignored': {
          headers: { authorization: 'Bearer stale' },
          body: '{"refresh":"«ana.refresh»"}',
        },
      },
    ),
    ...facts(
      { at: '§6.1', ask, status: 400 },
      {
        missing: { body: '{}', text: '{"refresh":["This field is required."]}' },
        blank: { body: '{"refresh":""}', text: '{"refresh":["This field may not be blank."]}' },
        null: { body: '{"refresh":null}', text: '{"refresh":["This field may not be null."]}' },
      },
    ),
    ...facts(
      { at: '§6.1', ask, status: 401, sent: realm },
      {
        garbage: { body: '{"refresh":"garbage"}', text: invalid },
        'a number': { body: '{"refresh":12345}', text: invalid },
        'a bad signature': { body: '{"refresh":"«ana.refresh»x"}', text: invalid },
        'an access token': { body: '{"refresh":"«ana»"}', text: wrongType },
        blacklisted: {
          first: [fresh, { ask: 'POST /auth/token/blacklist/', body: '{"refresh":"«pair»"}' }],
          body: '{"refresh":"«pair»"}',
          text: blacklisted,
        },
        'user inactive': {
          first: dina,
          body: '{"refresh":"«pair»"}',
          text: '{"detail":"No active account found for the given token."}',
        },
      },
    ),
    ...facts(
      { at: '§6.4', ask: ask.replace('POST', 'GET'), status: 405 },
      {
        'GET is not allowed': {
          text: '{"detail":"Method \\"GET\\" not allowed."}',
          sent: { allow: 'POST, OPTIONS' },
        },
      },
    ),
  ];
}

/** SimpleJWT's refresh and blacklist views. */
export const tokensRefresh: Group = {
  name: 'refreshing tokens',
  people: [account('ana'), admin, ...staff, ...customer('cora')],
  rows: [
    ...views.flatMap((ask) => refreshRows(ask)),
    ...facts(
      { at: '§7 #20', ask: views[0], status: 200, text: '{"access":"«jwt»"}' },
      {
        'no rotation: the refresh token stays usable': {
          first: [fresh, { ask: views[0], body: '{"refresh":"«pair»"}' }],
          body: '{"refresh":"«pair»"}',
        },
      },
    ),
    ...facts(
      { at: '§6.3', ask: views[0], status: 200, body: '{"refresh":"«ana.refresh»"}' },
      {
        'a refreshed access token has its own jti, and counts from its issue': {
          first: [fresh],
          wait: 60,
          also: ({ json }, world) => {
            const before = claimsOf(world.words.get('pair.access') ?? '');
            const after = claimsOf((json as { access: string }).access);
            const now = Math.floor(world.till.clock.now() / 1000);
            if (before['jti'] === after['jti']) throw new Error('the same jti twice');
            if (after['iat'] !== now || after['exp'] !== now + 300) throw new Error(JSON.stringify(after));
          },
        },
      },
    ),
    ...facts(
      { at: '§7 #22', ask: views[0], status: 200 },
      {
        'user_id may be a text': {
          first: [fresh],
          before: forge('pair', (claims) => ({ ...claims, user_id: String(claims['user_id']) })),
          body: '{"refresh":"«forged»"}',
          text: '{"access":"«jwt»"}',
        },
      },
    ),
    ...facts(
      { at: '§7 #2', ask: views[0], status: 401, sent: realm },
      {
        'the token of a customer of 002 is refused in SimpleJWT’s words': {
          body: '{"refresh":"«cora»"}',
          text: '{"detail":"«text»","code":"token_not_valid"}',
        },
      },
    ),
    ...facts(
      { at: '§3', ask: 'POST /auth/token/blacklist/', status: 401, sent: realm },
      {
        'blacklisting answers 200 {}': {
          first: [fresh],
          body: '{"refresh":"«pair»"}',
          status: 200,
          text: '{}',
          sent: {},
        },
        'blacklisting needs no login, and ignores a stale one': {
          first: [fresh],
          headers: { authorization: 'Bearer stale' },
          body: '{"refresh":"«pair»"}',
          status: 200,
          text: '{}',
          sent: {},
        },
        'blacklisting a form': {
          first: [fresh],
          body: { form: { refresh: '«pair»' } },
          status: 200,
          text: '{}',
          sent: {},
        },
        'without refresh': {
          body: '{}',
          status: 400,
          text: '{"refresh":["This field is required."]}',
          sent: {},
        },
        'the same again': {
          first: [fresh, { ask: 'POST /auth/token/blacklist/', body: '{"refresh":"«pair»"}' }],
          body: '{"refresh":"«pair»"}',
          text: blacklisted,
        },
        'an access token': { body: '{"refresh":"«ana»"}', text: wrongType },
        garbage: { body: '{"refresh":"garbage"}', text: invalid },
        'GET is not allowed': {
          ask: 'GET /auth/token/blacklist/',
          status: 405,
          text: '{"detail":"Method \\"GET\\" not allowed."}',
          sent: { allow: 'POST, OPTIONS' },
        },
        'the access token stays valid until it expires': {
          first: [
            {
              ask: 'POST /auth/token/',
              body: '{"username":"carlo","password":"battery staple 9"}',
              keep: { pair: 'refresh', 'pair.access': 'access' },
            },
            { ask: 'POST /auth/token/blacklist/', body: '{"refresh":"«pair»"}' },
          ],
          ask: 'GET /auth/view-accounts/',
          as: 'pair.access',
          status: 200,
          sent: {},
        },
      },
    ),
    ...facts(
      { at: '§6.1', ask: views[0], status: 401, sent: realm },
      {
        'a refresh token is good for a day less a second': {
          first: [fresh],
          wait: 86_399,
          body: '{"refresh":"«pair»"}',
          status: 200,
          text: '{"access":"«jwt»"}',
          sent: {},
        },
        'a refresh token of a day ago': {
          first: [fresh],
          wait: 86_400,
          body: '{"refresh":"«pair»"}',
          text: invalid,
        },
      },
    ),
  ],
};

function forge(name: string, change: Parameters<typeof signedByTill>[2]): NonNullable<Row['before']> {
  return (world) => void world.words.set('forged', signedByTill(world, name, change));
}
