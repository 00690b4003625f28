import { account, registration } from './people.ts';
import { but, facts, type Group } from './row.ts';

const ask = 'POST /api/accounts/auth/registration/';
const made =
  '{"access":"«jwt»","refresh":"«jwt»","user":{"pk":«count»,"username":"«new»","email":"«new»@example.com","first_name":"Ram","last_name":"Thapa"}}';
const badUsername =
  '{"username":["Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters."]}';

const weak = (text: string, password: string) => ({
  body: but(registration, { password1: password, password2: password }),
  text: `{"password1":[${text}]}`,
});
const short = '"This password is too short. It must contain at least 8 characters."';
const common = '"This password is too common."';
const numeric = '"This password is entirely numeric."';

export const accountsRegistration: Group = {
  name: '001 registration',
  people: [account('ana'), account('Berta')],
  rows: [
    ...facts(
      { at: '§7 #12', ask, status: 201 },
      {
        'the document’s sample is registered, with tokens': { body: but(registration, {}), text: made },
        'the access token works at once': {
          first: [{ ask, body: but(registration, {}), keep: { made: 'access', 'made.id': 'user.pk' } }],
          ask: 'GET /api/accounts/profile/',
          as: 'made',
          status: 200,
          text: '{"user":«made.id»,"first_name":"Ram","last_name":"Thapa","email":"«new»@example.com","phone_no":"9812345678","address":"Godawari","profile_img":null}',
        },
        'the refresh token works at once': {
          first: [{ ask, body: but(registration, {}), keep: { made: 'refresh' } }],
          ask: 'POST /api/token/refresh/',
          body: '{"refresh":"«made»"}',
          status: 200,
          text: '{"access":"«jwt»"}',
        },
        'the person can sign in afterwards': {
          first: [{ ask, body: but(registration, {}) }],
          ask: 'POST /api/token/',
          body: but({}, { username: '«new»', password: registration.password1 }),
          status: 200,
          text: '{"refresh":"«jwt»","access":"«jwt»"}',
        },
        'a form is accepted': { body: { form: registration }, text: made },
        'multipart parts are accepted': { body: { multipart: registration }, text: made },
        'the four extra fields may be left out': {
          body: but(registration, {
            first_name: undefined,
            last_name: undefined,
            phone_no: undefined,
            address: undefined,
          }),
          text: made.replace('Ram', '').replace('Thapa', ''),
        },
      },
    ),
    ...facts(
      { at: '§2.1', ask, status: 201 },
      {
        'e-mail is optional': {
          body: but(registration, { email: undefined }),
          text: made.replace('«new»@example.com', ''),
        },
        'a username may hold letters, digits and @ . + - _': {
          body: but(registration, { username: '«new»@.+-_9' }),
          text: made.replace('"username":"«new»"', '"username":"«new»@.+-_9"'),
        },
        'a username of 150 characters': {
          body: but(registration, { username: 'u'.repeat(150) }),
          text: made.replace('"username":"«new»"', `"username":"${'u'.repeat(150)}"`),
        },
        'a username of 151 characters': {
          body: but(registration, { username: 'v'.repeat(151) }),
          status: 400,
          text: '{"username":["Ensure this field has no more than 150 characters."]}',
        },
      },
    ),
    ...facts(
      { at: '§2.3', ask, status: 400 },
      {
        'an empty object': {
          body: '{}',
          text: '{"username":["This field is required."],"password1":["This field is required."],"password2":["This field is required."]}',
        },
        'an empty body': {
          text: '{"username":["This field is required."],"password1":["This field is required."],"password2":["This field is required."]}',
        },
        'duplicate username': {
          body: but(registration, { username: 'ana' }),
          text: '{"username":["A user with that username already exists."]}',
        },
        'duplicate username in other case': {
          body: but(registration, { username: 'bERTA' }),
          text: '{"username":["A user with that username already exists."]}',
        },
        'duplicate e-mail is accepted': {
          body: but(registration, { email: 'ana@example.com' }),
          status: 201,
          text: made.replace('«new»@example.com', 'ana@example.com'),
        },
        'passwords differ': {
          body: but(registration, { password2: 'another password 8' }),
          text: '{"non_field_errors":["The two password fields didn\'t match."]}',
        },
        'weak password: too short': weak(short, 'mX4-q'),
        'weak password: too common': weak(common, 'password'),
        'weak password: entirely numeric': weak(numeric, '8602917354402'),
        'weak password: common and numeric': weak(`${common},${numeric}`, '12345678'),
        'weak password: all three, in that order': weak(`${short},${common},${numeric}`, '12345'),
        'password like username': {
          body: but(registration, { password1: '«new»x', password2: '«new»x' }),
          text: '{"non_field_errors":["The password is too similar to the username."]}',
        },
        'bad username: a space inside': { body: but(registration, { username: 'an na' }), text: badUsername },
        'bad username: a slash': { body: but(registration, { username: 'an/na' }), text: badUsername },
        'bad e-mail': {
          body: but(registration, { email: 'nobody' }),
          text: '{"email":["Enter a valid email address."]}',
        },
        'blank e-mail': {
          body: but(registration, { email: '' }),
          text: '{"email":["This field may not be blank."]}',
        },
        'blank username': {
          body: but(registration, { username: '' }),
          text: '{"username":["This field may not be blank."]}',
        },
        'null username': {
          body: but(registration, { username: null }),
          text: '{"username":["This field may not be null."]}',
        },
      },
    ),
    ...facts(
      { at: '§6.4', ask, status: 400 },
      {
        'every failing field at once, in the order of the serializer': {
          body: but(registration, { username: 'an na', email: 'nobody', password1: '' }),
          text: '{"username":["Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters."],"email":["Enter a valid email address."],"password1":["This field may not be blank."]}',
        },
        'cross-field checks wait for the fields': {
          body: but(registration, { email: 'nobody', password2: 'another password 8' }),
          text: '{"email":["Enter a valid email address."]}',
        },
        'a boolean is no text': {
          body: but(registration, { username: true }),
          text: '{"username":["Not a valid string."]}',
        },
        'an array is no text': {
          body: but(registration, { username: ['ana'] }),
          text: '{"username":["Not a valid string."]}',
        },
        'a number is taken as its text': {
          body: but(registration, { username: 20_260_302 }),
          status: 201,
          text: made.replace('"username":"«new»"', '"username":"20260302"'),
        },
        'text is trimmed': {
          body: but(registration, { username: '  «new» ', first_name: ' Ram ' }),
          status: 201,
          text: made,
        },
        'unknown keys are ignored': {
          body: but(registration, { role: 'admin', is_staff: true }),
          status: 201,
          text: made,
        },
      },
    ),
    ...facts(
      { at: '§6.2', ask, status: 401 },
      {
        'a client that keeps a stale token cannot register': {
          headers: { authorization: 'Bearer stale' },
          body: but(registration, {}),
          text: '{"detail":"Given token not valid for any token type","code":"token_not_valid","messages":[{"token_class":"AccessToken","token_type":"access","message":"Token is invalid or expired"}]}',
          sent: { 'www-authenticate': 'Bearer realm="api"' },
        },
        'a good token does no harm': { as: 'ana', body: but(registration, {}), status: 201, text: made },
      },
    ),
    ...facts(
      { at: '§7 #28', ask: 'POST /api/register/', status: 201 },
      {
        'one password': {
          body: but({}, { username: '«new»', password: registration.password1, email: '«new»@example.com' }),
          text: made.replace('Ram', '').replace('Thapa', ''),
        },
        'two passwords, as 001': { body: but(registration, {}), text: made },
        'a form with one password': {
          body: { form: { username: '«new»', password: registration.password1, email: '«new»@example.com' } },
          text: made.replace('Ram', '').replace('Thapa', ''),
        },
        'the username of somebody else': {
          body: but({}, { username: 'ana', password: registration.password1, email: '«new»@example.com' }),
          status: 400,
          text: '{"username":["A user with that username already exists."]}',
        },
        'a short password': {
          body: but({}, { username: '«new»', password: 'mX4-q', email: '«new»@example.com' }),
          status: 400,
          text: `{"password":[${short}]}`,
        },
        'two passwords that differ': {
          body: but(registration, { password2: 'another password 8' }),
          status: 400,
          text: '{"non_field_errors":["The two password fields didn\'t match."]}',
        },
        'the profile is that of 001': {
          first: [
            {
              ask: 'POST /api/register/',
              body: but(
                {},
                { username: '«new»', password: registration.password1, email: '«new»@example.com' },
              ),
              keep: { made: 'access', 'made.id': 'user.pk' },
            },
          ],
          ask: 'GET /api/profile/',
          as: 'made',
          status: 200,
          text: '{"user":«made.id»,"first_name":"","last_name":"","email":"«new»@example.com","phone_no":"","address":"","profile_img":null}',
        },
      },
    ),
  ],
};
