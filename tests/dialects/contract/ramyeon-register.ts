import { expectClaims } from './jwt.ts';
import { account, customer, ramyeonCustomer } from './people.ts';
import { but, facts, type Group } from './row.ts';

const ask = 'POST /api/auth/customer/register/';
const customerOf = (changes: Record<string, string> = {}) => {
  const fields: Record<string, string> = {
    _id: '"CUST-«five»"',
    username: '"«new»"',
    full_name: '"Cora Reyes"',
    email: '"«new»@ramyeon.example"',
    phone: '""',
    delivery_address: '{}',
    loyalty_points: '0',
    last_purchase: 'null',
    isDeleted: 'false',
    date_created: '"«naive»"',
    last_updated: '"«naive»"',
    status: '"active"',
    ...changes,
  };
  return `{${Object.entries(fields)
    .map(([key, value]) => `"${key}":${value}`)
    .join()}}`;
};
const made = (changes?: Record<string, string>) =>
  `{"token":"«jwt»","customer":${customerOf(changes)},"message":"Registration successful"}`;
const error = (text: string) => `{"error":"${text}"}`;

export const ramyeonRegister: Group = {
  name: '002 registration',
  people: [...customer('cora'), account('ana')],
  rows: [
    ...facts(
      { at: '§1.4', ask, status: 201, text: made() },
      {
        'a customer is registered, keys in order': { body: but(ramyeonCustomer, {}) },
        'a form': { body: { form: ramyeonCustomer } },
        'multipart parts': { body: { multipart: ramyeonCustomer } },
        'phone and delivery_address are kept': {
          body: but(ramyeonCustomer, {
            phone: '09171234567',
            delivery_address: { city: 'Manila', lines: ['a', 1] },
          }),
          text: made({ phone: '"09171234567"', delivery_address: '{"city":"Manila","lines":["a",1]}' }),
        },
        'any e-mail text is accepted': {
          body: but(ramyeonCustomer, { email: 'no e-mail of «new»' }),
          text: made({ email: '"no e-mail of «new»"' }),
        },
        'the password "1" is accepted': { body: but(ramyeonCustomer, { password: '1' }) },
        'the e-mail is trimmed and lower-cased': {
          body: but(ramyeonCustomer, { email: '  «new»@RAMYEON.example ' }),
        },
        'the username is trimmed': { body: but(ramyeonCustomer, { username: ' «new» ' }) },
        'an Authorization header is ignored, even garbage': {
          headers: { authorization: 'Bearer garbage' },
          body: but(ramyeonCustomer, {}),
        },
        'unknown keys are ignored': { body: but(ramyeonCustomer, { loyalty_points: 900, status: 'gold' }) },
      },
    ),
    ...facts(
      { at: '§7 #18', ask, status: 400 },
      {
        'no e-mail': { body: but(ramyeonCustomer, { email: undefined }), text: error('Email is required') },
        'an empty e-mail': { body: but(ramyeonCustomer, { email: '' }), text: error('Email is required') },
        'no password': {
          body: but(ramyeonCustomer, { password: undefined }),
          text: error('Password is required'),
        },
        'an empty password': {
          body: but(ramyeonCustomer, { password: '' }),
          text: error('Password is required'),
        },
        'no username': {
          body: but(ramyeonCustomer, { username: undefined }),
          text: error('Username is required'),
        },
        'an empty username': {
          body: but(ramyeonCustomer, { username: '' }),
          text: error('Username is required'),
        },
        'no full name': {
          body: but(ramyeonCustomer, { full_name: undefined }),
          text: error('Full Name is required'),
        },
        'an empty full name': {
          body: but(ramyeonCustomer, { full_name: '' }),
          text: error('Full Name is required'),
        },
        'an empty object: the first failure only': { body: '{}', text: error('Email is required') },
        'an empty body': { text: error('Email is required') },
        'password before username before full name': {
          body: but({}, { email: '«new»@ramyeon.example' }),
          text: error('Password is required'),
        },
        'username before full name': {
          body: but({}, { email: '«new»@ramyeon.example', password: 'x' }),
          text: error('Username is required'),
        },
        'an e-mail that exists': {
          body: but(ramyeonCustomer, { email: 'cora@ramyeon.example' }),
          text: error('Email already exists'),
        },
        'an e-mail that exists, in other case and with spaces': {
          body: but(ramyeonCustomer, { email: ' CORA@ramyeon.example ' }),
          text: error('Email already exists'),
        },
        'a username that exists': {
          body: but(ramyeonCustomer, { username: 'cora' }),
          text: error('Username already exists'),
        },
        'a username that exists, with spaces': {
          body: but(ramyeonCustomer, { username: ' cora ' }),
          text: error('Username already exists'),
        },
        'e-mail before username': {
          body: but(ramyeonCustomer, { email: 'cora@ramyeon.example', username: 'cora' }),
          text: error('Email already exists'),
        },
        'a username of 001 exists here too (§7 #1)': {
          body: but(ramyeonCustomer, { username: 'ana' }),
          text: error('Username already exists'),
        },
        'broken JSON': { body: '{', text: '{"«text»":"«text»"}' },
        'an e-mail that is no text': {
          body: but(ramyeonCustomer, { email: { a: 1 } }),
          text: '{"error":"«text»"}',
        },
      },
    ),
    ...facts(
      { at: '§1.4', ask, status: 201 },
      {
        'the username is case-sensitive': {
          body: but(ramyeonCustomer, { username: 'Cora' }),
          text: made({ username: '"Cora"' }),
        },
      },
    ),
    ...facts(
      { at: '§1.3', ask, status: 201 },
      {
        '_id is the highest that exists plus one': {
          first: [
            {
              ask,
              body: but(ramyeonCustomer, { username: '«new»a', email: '«new»a@x' }),
              keep: { before: 'customer._id' },
            },
          ],
          body: but(ramyeonCustomer, {}),
          also: ({ json }, world) => {
            const before = Number(world.words.get('before')?.slice(5));
            const after = (json as { customer: { _id: string } }).customer._id;
            if (after !== `CUST-${String(before + 1).padStart(5, '0')}`) throw new Error(after);
          },
        },
        'times are UTC without a zone': {
          body: but(ramyeonCustomer, {}),
          text: made({
            date_created: '"2026-03-02T01:00:00.000000"',
            last_updated: '"2026-03-02T01:00:00.000000"',
          }),
        },
        'neither password nor card code is told': {
          body: but(ramyeonCustomer, {}),
          also: ({ text }) => {
            if (/password|qr_code/.test(text)) throw new Error(text);
          },
        },
      },
    ),
    ...facts(
      { at: '§1.2', ask, status: 201, body: but(ramyeonCustomer, {}) },
      {
        'claims of the token, and token_type (§7 #2)': {
          also: ({ json }, world) =>
            expectClaims(json, 'token', {
              header: '{"alg":"HS256","typ":"JWT"}',
              keys: ['customer_id', 'username', 'email', 'exp', 'iat', 'token_type'],
              type: 'customer',
              seconds: 3600,
              now: world.till.clock.now(),
            }),
        },
      },
    ),
    ...facts(
      { at: '§1.1', ask: ask.replace('POST', 'GET'), status: 405 },
      {
        'GET is not allowed': {
          text: '{"detail":"Method \\"GET\\" not allowed."}',
          sent: { allow: 'POST, OPTIONS' },
        },
      },
    ),
    ...facts(
      { at: '§7 #1', ask: 'POST /api/pos/scan-user/', status: 200 },
      {
        'a customer of 002 can be scanned at the counter': {
          first: [
            {
              ask: 'POST /auth/token/',
              body: '{"username":"olivia","password":"correct horse 7"}',
              keep: { admin: 'access' },
            },
          ],
          as: 'admin',
          body: '{"qr_code":"«cora.card»"}',
          text: '{"success":true,"user":{«all»"username":"cora",«all»}«all»}',
        },
        'loyalty_points are the points of the counter': {
          first: [
            {
              ask: 'POST /api/pos/award-points/',
              as: 'admin',
              body: '{"user_qr_code":"«cora.card»","points":25}',
            },
          ],
          ask: 'GET /api/auth/customer/me/',
          as: 'cora',
          text: '{"customer":{«all»"loyalty_points":25,«all»}}',
        },
      },
    ),
  ],
};
