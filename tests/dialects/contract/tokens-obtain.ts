import { claimsOf, expectClaims, signerOf } from './jwt.ts';
import { account, admin, customer, password, staff } from './people.ts';
import { facts, type Group, type Preparation, type Row } from './row.ts';

const pair = '{"refresh":"«jwt»","access":"«jwt»"}';
const noAccount =
  '{"detail":"No active account found with the given credentials","error":"Invalid credentials"}';
const noAccountOf003 = '{"detail":"No active account found with the given credentials"}';
const credentials = (username: unknown, secret: unknown = password) =>
  JSON.stringify({ username, password: secret });
const disabled: readonly Preparation[] = [
  {
    ask: 'POST /api/v1/accounts',
    as: 'owner',
    body: '{"username":"«new»","displayName":"Dina","role":"staff","password":"battery staple 9"}',
    keep: { 'dina.uuid': 'id' },
  },
  { ask: 'PATCH /api/v1/accounts/«dina.uuid»', as: 'owner', body: '{"status":"disabled"}' },
];

const onBoth = (rows: (ask: string, refused: string) => readonly Row[]) => [
  ...rows('POST /api/token/', noAccount),
  ...rows('POST /auth/token/', noAccountOf003),
];

/** SimpleJWT's obtain view, under both of its paths. */
export const tokensObtain: Group = {
  name: 'obtaining tokens',
  people: [account('ana'), admin, ...staff, ...customer('cora')],
  rows: [
    ...onBoth((ask, refused) => [
      ...facts(
        { at: '§6.1', ask, status: 200 },
        {
          'a pair, refresh first': { body: credentials('ana'), text: pair },
          'the username is trimmed': { body: credentials('  ana '), text: pair },
          'the password is trimmed': { body: credentials('ana', ` ${password}  `), text: pair },
          'a form': { body: { form: { username: 'ana', password } }, text: pair },
          'multipart parts': { body: { multipart: { username: 'ana', password } }, text: pair },
          'a stale Authorization header is ignored': {
            headers: { authorization: 'Bearer stale' },
            body: credentials('ana'),
            text: pair,
          },
          'staff get a pair too': { body: credentials('carlo', 'battery staple 9'), text: pair },
        },
      ),
      ...facts(
        { at: '§6.1', ask, status: 401, text: refused, sent: { 'www-authenticate': 'Bearer realm="api"' } },
        {
          'wrong password': { body: credentials('ana', 'not hers') },
          'unknown username': { body: credentials('nobody-at-all') },
          'the username is case-sensitive': { body: credentials('Ana') },
          'inactive user': { first: disabled, body: credentials('«new»', 'battery staple 9') },
        },
      ),
      ...facts(
        { at: '§6.1', ask, status: 400 },
        {
          missing: {
            body: '{}',
            text: '{"username":["This field is required."],"password":["This field is required."]}',
          },
          'an empty body': {
            text: '{"username":["This field is required."],"password":["This field is required."]}',
          },
          'password missing': {
            body: '{"username":"ana"}',
            text: '{"password":["This field is required."]}',
          },
          blank: {
            body: credentials('', ''),
            text: '{"username":["This field may not be blank."],"password":["This field may not be blank."]}',
          },
          'blank after trimming': {
            body: credentials('  '),
            text: '{"username":["This field may not be blank."]}',
          },
          null: {
            body: credentials(null, null),
            text: '{"username":["This field may not be null."],"password":["This field may not be null."]}',
          },
          'no text: booleans': {
            body: credentials(true, false),
            text: '{"username":["Not a valid string."],"password":["Not a valid string."]}',
          },
          'no text: an array and an object': {
            body: credentials(['ana'], { is: password }),
            text: '{"username":["Not a valid string."],"password":["Not a valid string."]}',
          },
          'a NUL character': {
            body: credentials('a\0na', 'p\0w'),
            text: '{"username":["Null characters are not allowed."],"password":["Null characters are not allowed."]}',
          },
          'an array for the body': {
            body: '[]',
            text: '{"non_field_errors":["Invalid data. Expected a dictionary, but got list."]}',
          },
          'null for the body': { body: 'null', text: '{"non_field_errors":["No data provided"]}' },
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
    ]),
    ...facts(
      { at: '§7 #4', ask: 'POST /api/token/', status: 401 },
      {
        'readers of either text are served': { body: credentials('ana', 'not hers'), text: noAccount },
      },
    ),
    ...facts(
      { at: '§7 #7', ask: 'POST /api/token/', status: 401 },
      {
        'a phone number is no username': {
          body: credentials('9812345678'),
          text: noAccount,
        },
        'an e-mail address is no username': { body: credentials('ana@example.com'), text: noAccount },
      },
    ),
    ...facts(
      { at: '§7 #1', ask: 'POST /api/token/', status: 200 },
      {
        'a customer of 002 has an account like any other': {
          body: credentials('cora', 'sabaw at noodles 3'),
          text: pair,
        },
      },
    ),
    ...facts(
      { at: '§6.3', ask: 'POST /api/token/', status: 200, body: credentials('ana') },
      {
        'claims of the access token, in order': {
          also: ({ json }, world) =>
            expectClaims(json, 'access', {
              header: '{"alg":"HS256","typ":"JWT"}',
              keys: ['token_type', 'exp', 'iat', 'jti', 'user_id'],
              type: 'access',
              seconds: 300,
              userId: Number(world.words.get('ana.id')),
              now: world.till.clock.now(),
            }),
        },
        'claims of the refresh token, in order': {
          also: ({ json }, world) =>
            expectClaims(json, 'refresh', {
              header: '{"alg":"HS256","typ":"JWT"}',
              keys: ['token_type', 'exp', 'iat', 'jti', 'user_id'],
              type: 'refresh',
              seconds: 86_400,
              userId: Number(world.words.get('ana.id')),
              now: world.till.clock.now(),
            }),
        },
        'every pair has a jti of its own': {
          first: [{ ask: 'POST /api/token/', body: credentials('ana'), keep: { before: 'access' } }],
          also: ({ json }, world) => {
            const before = claimsOf(world.words.get('before') ?? '')['jti'];
            const { access } = json as { access: string };
            if (claimsOf(access)['jti'] === before) throw new Error('the same jti twice');
          },
        },
        'signed with a secret that is no default': {
          also: ({ json }, world) => {
            const { access } = json as { access: string };
            if (signerOf(access, ['', 'secret', world.words.get('owner') ?? '']) !== null)
              throw new Error('a secret that everybody knows');
          },
        },
      },
    ),
  ],
};
