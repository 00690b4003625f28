import { expect, test } from 'vitest';
import { rawQuery } from '../../electron/engine/db/query.ts';
import { findAccountBy } from '../../electron/engine/people/find-account-by.ts';
import { seedDemoAccounts } from '../../electron/engine/people/index.ts';
import { ask, claimsOf } from '../fixtures/dialects.ts';
import { openTestEngine, testShop, type TestEngine } from '../fixtures/engine.ts';

const juan = {
  username: 'juan',
  email: 'juan@example.com',
  password1: 'maligaya 77',
  password2: 'maligaya 77',
  first_name: 'Juan',
  last_name: 'dela Cruz',
  phone_no: '0917 123 4567',
  address: '12 Mabini Street',
};
const registration = 'POST /api/accounts/auth/registration/';
type Registered = { access: string; refresh: string; user: { pk: number } };
type Pair = { refresh: string; access: string };

async function openTill(): Promise<TestEngine> {
  const till = await openTestEngine();
  await till.setUp();
  return till;
}

async function register(till: TestEngine, changes: object = {}): Promise<Registered> {
  const answer = await ask(till, registration, { json: { ...juan, ...changes } });
  expect(answer.status).toBe(201);
  return answer.body as Registered;
}

test('2.2, #12: registration signs a customer in, who can be scanned at the counter', async () => {
  const till = await openTill();
  const { body, status } = await ask(till, registration, { json: juan });
  expect(status).toBe(201);
  expect(Object.keys(body as object)).toEqual(['access', 'refresh', 'user']);
  expect((body as Registered).user).toEqual({
    pk: 2,
    username: 'juan',
    email: 'juan@example.com',
    first_name: 'Juan',
    last_name: 'dela Cruz',
  });
  const { body: found } = await till.call<{ items: Record<string, unknown>[] }>(
    'GET',
    '/customers?search=0917%20123%204567',
  );
  expect(found.items).toMatchObject([
    { code: 'CUST-00001', name: 'Juan dela Cruz', address: '12 Mabini Street' },
  ]);
  const books = await till.engine.verify();
  expect(books.problems).toEqual([]);
});

const usernameText =
  'Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.';
const similar = { non_field_errors: ['The password is too similar to the username.'] };

test.each<[string, object, object]>([
  [
    'empty',
    { username: undefined, password1: undefined, password2: undefined, email: undefined },
    {
      username: ['This field is required.'],
      password1: ['This field is required.'],
      password2: ['This field is required.'],
    },
  ],
  [
    'a taken name in other capitals',
    { username: 'OLIVIA' },
    { username: ['A user with that username already exists.'] },
  ],
  ['other passwords', { password2: 'else' }, { non_field_errors: ["The two password fields didn't match."] }],
  [
    'a short, common, numeric password',
    { password1: '123456', password2: '123456' },
    {
      password1: [
        'This password is too short. It must contain at least 8 characters.',
        'This password is too common.',
        'This password is entirely numeric.',
      ],
    },
  ],
  ['a common password', { password1: 'password' }, { password1: ['This password is too common.'] }],
  ['a numeric password', { password1: '8675309867' }, { password1: ['This password is entirely numeric.'] }],
  [
    'a password like the name',
    { username: 'maligaya', password1: 'maligaya', password2: 'maligaya' },
    similar,
  ],
  ['a bad name', { username: 'ju an' }, { username: [usernameText] }],
  ['a bad e-mail', { email: 'juan' }, { email: ['Enter a valid email address.'] }],
  ['a blank e-mail', { email: '' }, { email: ['This field may not be blank.'] }],
  ['a NUL', { username: 'a\0' }, { username: [usernameText, 'Null characters are not allowed.'] }],
  [
    'a lone surrogate',
    { first_name: '\ud800' },
    { first_name: ['Surrogate characters are not allowed: U+D800.'] },
  ],
  ['a number for a text', { username: true }, { username: ['Not a valid string.'] }],
])('2.3: registration with %s', async (_, changes, errors) => {
  const till = await openTill();
  expect(await ask(till, registration, { json: { ...juan, ...changes } })).toMatchObject({
    status: 400,
    body: errors,
  });
  const { body } = await till.call<{ total: number }>('GET', '/customers');
  expect(body.total).toBe(0);
});

test('2.3: an e-mail may be used twice, but signs in only the first and finds only the first', async () => {
  const till = await openTill();
  await register(till);
  await register(till, { username: 'pedro', first_name: 'Pedro' });
  const { body } = await till.call<{ items: { name: string }[] }>(
    'GET',
    '/customers?search=juan@example.com',
  );
  expect(body.items.map(({ name }) => name)).toContain('Juan dela Cruz');
  expect(body.items[0]?.name).toBe('Juan dela Cruz');
});

test('2.6, #28: the aliases of 000 do the same with one password', async () => {
  const till = await openTill();
  const one = { username: 'maria', password: 'maligaya 77', email: 'maria@example.com' };
  const { body, status } = await ask(till, 'POST /api/register/', { form: one });
  expect(status).toBe(201);
  const { access, refresh } = body as Registered;
  expect(await ask(till, 'GET /api/profile/', { token: access })).toMatchObject({
    status: 200,
    body: { user: 2, email: 'maria@example.com', profile_img: null },
  });
  expect(await ask(till, 'POST /api/logout/', { json: { refresh } })).toMatchObject({ status: 200 });
  expect(await ask(till, 'POST /api/register/', { json: { username: 'x' } })).toMatchObject({
    status: 400,
    body: { password: ['This field is required.'] },
  });
  expect(await ask(till, 'POST /api/register/', { json: { ...juan, username: 'two' } })).toMatchObject({
    status: 201,
  });
});

test('2.4, #13: logging out', async () => {
  const till = await openTill();
  const { refresh, access } = await register(till);
  const logout = 'POST /api/accounts/auth/logout/';
  const out = { detail: 'Successfully logged out.' };
  expect(await ask(till, logout)).toMatchObject({ status: 200, body: out });
  expect(await ask(till, logout, { json: {} })).toMatchObject({ status: 200, body: out });
  expect(await ask(till, logout, { json: { refresh } })).toMatchObject({ status: 200, body: out });
  expect(await ask(till, logout, { json: { refresh } })).toMatchObject({
    status: 401,
    body: { detail: 'Token is blacklisted' },
  });
  expect(await ask(till, logout, { json: { refresh: 'x' } })).toMatchObject({
    status: 401,
    body: { detail: 'Token is invalid or expired' },
  });
  expect(await ask(till, logout, { json: {}, token: 'x' })).toMatchObject({ status: 401 });
  expect(await ask(till, 'GET /api/accounts/auth/logout/')).toMatchObject({ status: 405 });
  expect(await ask(till, 'POST /api/token/refresh/', { json: { refresh } })).toMatchObject({
    status: 401,
    body: { detail: 'Token is blacklisted', code: 'token_not_valid' },
  });
  // The access token of before stays good until it expires.
  expect(await ask(till, 'GET /api/accounts/profile/', { token: access })).toMatchObject({ status: 200 });
});

test('2.1: the profile is the customer that the counter knows', async () => {
  const till = await openTill();
  const { access: token, user } = await register(till);
  const profile = 'GET /api/accounts/profile/';
  const first = await ask(till, profile, { token });
  expect(Object.keys(first.body as object)).toEqual([
    'user',
    'first_name',
    'last_name',
    'email',
    'phone_no',
    'address',
    'profile_img',
  ]);
  const changed = {
    user: user.pk,
    first_name: 'Juana',
    last_name: 'Reyes',
    email: 'juana@example.com',
    phone_no: '0918 000 0000',
    address: '1 Rizal Avenue',
    profile_img: null,
  };
  expect(await ask(till, 'PUT /api/accounts/profile/', { token, json: changed })).toMatchObject({
    status: 200,
    body: changed,
  });
  expect(
    await ask(till, 'PATCH /api/accounts/profile', { token, json: { address: '2 Luna' } }),
  ).toMatchObject({
    status: 200,
    body: { ...changed, address: '2 Luna' },
  });
  expect((await ask(till, profile, { token })).body).toEqual({ ...changed, address: '2 Luna' });
  const { body } = await till.call<{ items: object[] }>('GET', '/customers?search=09180000000');
  expect(body.items).toMatchObject([{ name: 'Juana Reyes', email: 'juana@example.com', address: '2 Luna' }]);
});

test('2.1: what a profile refuses', async () => {
  const till = await openTill();
  const { access: token } = await register(till);
  const put = (json: object) => ask(till, 'PUT /api/accounts/profile/', { token, json });
  const required = ['This field is required.'];
  expect(await put({})).toMatchObject({
    status: 400,
    body: {
      user: required,
      first_name: required,
      last_name: required,
      email: required,
      phone_no: required,
      address: required,
    },
  });
  const patch = (json: object) => ask(till, 'PATCH /api/accounts/profile/', { token, json });
  expect(await patch({ user: 999 })).toMatchObject({
    status: 400,
    body: { user: ['Invalid pk "999" - object does not exist.'] },
  });
  expect(await patch({ user: 1 })).toMatchObject({ status: 400 });
  expect(await patch({ user: 'me' })).toMatchObject({
    body: { user: ['Incorrect type. Expected pk value, received str.'] },
  });
  expect(await patch({ profile_img: 'http://x/y.png' })).toMatchObject({
    body: { profile_img: ['The submitted data was not a file. Check the encoding type on the form.'] },
  });
});

test('an account of the till gets a customer with the first change of its profile', async () => {
  const till = await openTill();
  const { username, password } = testShop.owner;
  const { body } = await ask(till, 'POST /api/token/', { json: { username, password } });
  const { access: token } = body as Pair;
  expect(await ask(till, 'GET /api/accounts/profile/', { token })).toMatchObject({
    status: 200,
    body: { user: 1, first_name: '', email: '' },
  });
  expect(
    await ask(till, 'PATCH /api/accounts/profile/', { token, json: { email: 'o@example.com' } }),
  ).toMatchObject({ status: 200, body: { email: 'o@example.com' } });
  expect((await till.call<{ items: object[] }>('GET', '/customers')).body.items).toMatchObject([
    { name: 'Olivia Owner', email: 'o@example.com' },
  ]);
  expect((await till.engine.verify()).problems).toEqual([]);
});

test('6.1, #4: obtaining a pair', async () => {
  const till = await openTill();
  await register(till);
  const obtain = (json: unknown) => ask(till, 'POST /api/token/', { json });
  const right = await obtain({ username: ' juan ', password: ' maligaya 77 ' });
  expect(right.status).toBe(200);
  expect(Object.keys(right.body as object)).toEqual(['refresh', 'access']);
  const { refresh, access } = right.body as Pair;
  expect(Object.keys(claimsOf(refresh))).toEqual(['token_type', 'exp', 'iat', 'jti', 'user_id']);
  expect(claimsOf(access)).toMatchObject({ token_type: 'access', user_id: 2 });
  expect(claimsOf(access)['jti']).toMatch(/^[0-9a-f]{32}$/);
  expect(Buffer.from(access.split('.')[0] ?? '', 'base64url').toString()).toBe('{"alg":"HS256","typ":"JWT"}');
  const wrong = await obtain({ username: 'juan', password: 'wrong' });
  expect(wrong).toMatchObject({
    status: 401,
    body: {
      detail: 'No active account found with the given credentials',
      error: 'Invalid credentials',
    },
  });
  expect(wrong.headers.get('www-authenticate')).toBe('Bearer realm="api"');
  expect(await obtain({ username: 'Juan', password: 'maligaya 77' })).toMatchObject({ status: 401 });
  expect(await obtain({ username: '', password: null })).toMatchObject({
    status: 400,
    body: { username: ['This field may not be blank.'], password: ['This field may not be null.'] },
  });
  expect(await obtain({ username: [], password: 'a\0' })).toMatchObject({
    status: 400,
    body: { username: ['Not a valid string.'], password: ['Null characters are not allowed.'] },
  });
  expect(await obtain([])).toMatchObject({
    status: 400,
    body: { non_field_errors: ['Invalid data. Expected a dictionary, but got list.'] },
  });
  expect(await obtain(null)).toMatchObject({ body: { non_field_errors: ['No data provided'] } });
});

test('#23: logins and registrations are slowed down', async () => {
  const till = await openTill();
  await register(till);
  const guess = () => ask(till, 'POST /api/token/', { json: { username: 'juan', password: 'wrong' } });
  for (let failure = 1; failure <= 5; failure += 1) expect((await guess()).status).toBe(401);
  const throttled = await guess();
  expect(throttled.status).toBe(429);
  const seconds = throttled.headers.get('retry-after');
  expect(throttled.body).toEqual({
    detail: `Request was throttled. Expected available in ${seconds} seconds.`,
  });
});

test('the owner of the demonstration signs in at both token paths', async () => {
  const till = await openTestEngine({ demo: true });
  const seeded = await seedDemoAccounts(till.engine.context);
  expect(seeded.ok).toBe(true);
  for (const path of ['/api/token/', '/auth/token/']) {
    const json = { username: 'owner', password: 'sukli-demo' };
    expect((await ask(till, `POST ${path}`, { json })).status).toBe(200);
  }
});

test('HEAD asks for a profile without its body', async () => {
  const till = await openTill();
  const { access: token } = await register(till);
  const { status, body } = await ask(till, 'HEAD /api/accounts/profile/', { token });
  expect([status, body]).toEqual([200, '']);
  const wrong = await ask(till, 'DELETE /api/accounts/profile/', { token });
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, PUT, PATCH, HEAD, OPTIONS']);
});

test('what a person types as e-mail and phone never signs in or finds anybody else', async () => {
  const till = await openTill();
  await register(till);
  const { access: token } = await register(till, {
    username: 'mallory',
    first_name: 'Mallory',
    email: 'mallory@example.com',
    phone_no: '',
  });
  const stolen = { email: 'JUAN@example.com', phone_no: '0917 123 4567' };
  expect(await ask(till, 'PATCH /api/accounts/profile/', { token, json: stolen })).toMatchObject({
    status: 200,
    body: stolen,
  });
  const { context } = till.engine;
  expect(findAccountBy(context.read, 'email', 'juan@example.com')?.username).toBe('juan');
  expect(findAccountBy(context.read, 'username-or-phone', '0917 123 4567')?.username).toBe('juan');
  const { body } = await till.call<{ items: { name: string }[] }>('GET', '/customers?search=09171234567');
  expect(body.items[0]?.name).toBe('Juan dela Cruz');
  expect((await till.engine.verify()).problems).toEqual([]);
});

test('nothing of what a person types is in the body of an entry', async () => {
  const till = await openTill();
  const { access: token } = await register(till);
  await ask(till, 'PATCH /api/accounts/profile/', { token, json: { address: 'Secret Street 1' } });
  const bodies = till.engine.context.read
    .all(rawQuery<Record<never, never>, { body: string }>('SELECT body FROM journal'))
    .map(({ body }) => body)
    .join();
  for (const text of ['juan', 'Juan', 'Cruz', '0917', 'Secret']) expect(bodies).not.toContain(text);
});
