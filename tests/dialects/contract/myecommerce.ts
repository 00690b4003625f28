import { account, customer, shopper } from './people.ts';
import { but, facts, type Group, type Preparation } from './row.ts';

const ask = 'POST /api/users/register/';
const login = 'POST /api/users/login/';
const made = '{"id":«count»,"username":"«new»"}';
const pair = '{"refresh":"«jwt»","access":"«jwt»"}';
const username =
  'Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.';
const date = 'Date has wrong format. Use one of these formats instead: YYYY-MM-DD.';
const required = 'This field is required.';
const fieldError = (field: string, text: string) => `{"${field}":["${text}"]}`;
const registered: Preparation = { ask, body: but(shopper, {}) };
const uma: Preparation = {
  ask,
  body: but(shopper, { username: 'User1', phone_number: '+919876543210', email: 'user1@example.com' }),
};
const credentials = (name: unknown, password: unknown = shopper.password) =>
  JSON.stringify({ login: name, password });
const duplicatePhone =
  '{"phone_number":["A user with this phone number already exists."],"error":"A user with this phone number already exists."}';

export const myecommerce: Group = {
  name: '004 MyEcommerce users',
  people: [uma, account('ana'), ...customer('cora')],
  rows: [
    ...facts(
      { at: '§7 #6', ask, status: 201, text: made },
      {
        'the document’s own body, without first and last name': { body: but(shopper, {}) },
        'with first and last name': { body: but(shopper, { first_name: 'Uma', last_name: 'Rao' }) },
      },
    ),
    ...facts(
      { at: '§4', ask, status: 201, text: made },
      {
        'a form': { body: { form: shopper } },
        'multipart parts': { body: { multipart: shopper } },
        'birthdate may be null': { body: but(shopper, { birthdate: null }) },
        'password "1" is accepted': { body: but(shopper, { password: '1' }) },
        'a postal code of six characters, any text': { body: but(shopper, { postal_code: 'AB 12é' }) },
        'an address of 255 characters': { body: but(shopper, { address: 'a'.repeat(255) }) },
        'the username is case-sensitive': {
          body: but(shopper, { username: 'user1' }),
          text: '{"id":«count»,"username":"user1"}',
        },
        'the e-mail is case-sensitive': { body: but(shopper, { email: 'USER1@example.com' }) },
        'a Content-Security-Policy is sent': {
          body: but(shopper, {}),
          also: ({ headers }) => {
            if (headers.get('content-security-policy') === null)
              throw new Error('no Content-Security-Policy');
          },
        },
      },
    ),
    ...facts(
      { at: '§4', ask, status: 400 },
      {
        'an empty object names what is required, in order': {
          body: '{}',
          text: `{${['username', 'email', 'password', 'phone_number', 'address', 'postal_code', 'birthdate'].map((field) => `"${field}":["${required}"]`).join()}}`,
        },
        'duplicate username': {
          body: but(shopper, { username: 'User1' }),
          text: fieldError('username', 'A user with that username already exists.'),
        },
        'duplicate e-mail': {
          body: but(shopper, { email: 'user1@example.com' }),
          text: fieldError('email', 'This field must be unique.'),
        },
        'phone: wrong format': {
          body: but(shopper, { phone_number: '9876543210' }),
          text: fieldError('phone_number', 'Enter a valid value.'),
        },
        'phone: eleven digits': {
          body: but(shopper, { phone_number: '+9198765432101' }),
          text: fieldError('phone_number', 'Enter a valid value.'),
        },
        'phone: blank': {
          body: but(shopper, { phone_number: '' }),
          text: fieldError('phone_number', 'This field may not be blank.'),
        },
        'phone: null': {
          body: but(shopper, { phone_number: null }),
          text: fieldError('phone_number', 'This field may not be null.'),
        },
        'bad e-mail: the text twice': {
          body: but(shopper, { email: 'nobody' }),
          text: '{"email":["Enter a valid email address.","Enter a valid email address."]}',
        },
        'a bad date': {
          body: but(shopper, { birthdate: '15-05-1995' }),
          text: fieldError('birthdate', date),
        },
        'an impossible date': {
          body: but(shopper, { birthdate: '1995-02-30' }),
          text: fieldError('birthdate', date),
        },
        'postal code too long': {
          body: but(shopper, { postal_code: '5600011' }),
          text: fieldError('postal_code', 'Ensure this field has no more than 6 characters.'),
        },
        'address too long': {
          body: but(shopper, { address: 'a'.repeat(256) }),
          text: fieldError('address', 'Ensure this field has no more than 255 characters.'),
        },
        'username bad': { body: but(shopper, { username: 'us er' }), text: fieldError('username', username) },
        'username of 151 characters': {
          body: but(shopper, { username: 'u'.repeat(151) }),
          text: fieldError('username', 'Ensure this field has no more than 150 characters.'),
        },
        'every failing field at once, in order': {
          body: but(shopper, { username: 'us er', phone_number: 'x', birthdate: 'x' }),
          text: `{"username":["${username}"],"phone_number":["Enter a valid value."],"birthdate":["${date}"]}`,
        },
        'GET is not allowed': {
          ask: 'GET /api/users/register/',
          status: 405,
          text: '{"detail":"Method \\"GET\\" not allowed."}',
          sent: { allow: 'POST, OPTIONS' },
        },
      },
    ),
    ...facts(
      { at: '§7 #5', ask, status: 400 },
      {
        'duplicate phone, for readers of either text': {
          body: but(shopper, { phone_number: '+919876543210' }),
          text: duplicatePhone,
        },
      },
    ),
    ...facts(
      { at: '§4', ask: login, status: 200, text: pair },
      {
        'login by username': { body: credentials('User1') },
        'login by phone (§7 #7)': { body: credentials('+919876543210') },
        'login as a form': { body: { form: { login: 'User1', password: shopper.password } } },
        'login as multipart parts': { body: { multipart: { login: 'User1', password: shopper.password } } },
        'an account of 001 logs in by its username (§7 #1)': {
          body: credentials('ana', 'mangga sa bakuran 7'),
        },
        'a login sets last_login': {
          body: credentials('User1'),
          also: async (_, world) => {
            const { json } = await world.send({ ask: 'GET /api/v1/accounts?search=User1', as: 'owner' });
            if (!JSON.stringify(json).includes('"lastSignInAt":"2026-03-02T01:00:00.000Z"'))
              throw new Error(JSON.stringify(json));
          },
        },
      },
    ),
    ...facts(
      {
        at: '§4',
        ask: login,
        status: 401,
        text: '{"error":"Invalid Credentials"}',
        sent: { 'www-authenticate': null },
      },
      {
        'wrong password': { body: credentials('User1', 'wrong') },
        'unknown login': { body: credentials('nobody') },
        'an e-mail address is no login': { body: credentials('user1@example.com') },
        'the username is case-sensitive': { body: credentials('USER1') },
        'the phone number in another spelling': { body: credentials('9876543210') },
        'an empty object': { body: '{}' },
        'an empty body': {},
        'key username in place of login': {
          body: but({}, { username: 'User1', password: shopper.password }),
        },
        'no password': { body: '{"login":"User1"}' },
        'null for both': { body: credentials(null, null) },
        'numbers for both': { body: credentials(5, 6) },
        'arrays for both': { body: credentials(['User1'], [1]) },
      },
    ),
    ...facts(
      { at: '§4', ask: 'POST /api/token/', status: 200, first: [registered] },
      {
        'the account signs in at /api/token/ by its username': {
          body: but({}, { username: '«new»', password: shopper.password }),
          text: pair,
        },
        'a phone does not work there': {
          body: but({}, { username: '«phone»', password: shopper.password }),
          status: 401,
          text: '{"detail":"No active account found with the given credentials","error":"Invalid credentials"}',
        },
        'the refresh token is reusable': {
          first: [
            registered,
            { ask: login, body: credentials('«new»'), keep: { pair: 'refresh' } },
            { ask: 'POST /api/token/refresh/', body: '{"refresh":"«pair»"}' },
          ],
          ask: 'POST /api/token/refresh/',
          body: '{"refresh":"«pair»"}',
          text: '{"access":"«jwt»"}',
        },
        'the profile is that of 001 (§7 #1)': {
          first: [registered, { ask: login, body: credentials('«new»'), keep: { made: 'access' } }],
          ask: 'GET /api/accounts/profile/',
          as: 'made',
          text: '{"user":«count»,"first_name":"","last_name":"","email":"«new»@example.com","phone_no":"«phone»","address":"123 Main St","profile_img":null}',
        },
      },
    ),
    ...facts(
      { at: '§4', ask: 'GET /api/users/login/', status: 405 },
      {
        'GET of login is not allowed': {
          text: '{"detail":"Method \\"GET\\" not allowed."}',
          sent: { allow: 'POST, OPTIONS' },
        },
      },
    ),
  ],
};
