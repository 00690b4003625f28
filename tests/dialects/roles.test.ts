import { expect, test } from 'vitest';
import { ask, claimsOf } from '../fixtures/dialects.ts';
import { openTestEngine, testShop, type TestEngine } from '../fixtures/engine.ts';

type Pair = { refresh: string; access: string };
const refused = { status: 403, body: { detail: 'You do not have permission to perform this action.' } };
const person = (username: string, role?: string) => ({
  username,
  email: `${username}@example.com`,
  password: 'admin123',
  ...(role === undefined ? {} : { role }),
});

function register(till: TestEngine, json: object, more: object = {}) {
  return ask(till, 'POST /auth/register/', { json, ...more });
}

async function signIn(till: TestEngine, username: string, password = 'admin123'): Promise<Pair> {
  const { status, body } = await ask(till, 'POST /auth/token/', { json: { username, password } });
  expect(status).toBe(200);
  return body as Pair;
}

test('3, #14: registering a customer', async () => {
  const till = await openTestEngine();
  await till.setUp();
  const { status, body } = await register(till, { ...person('maria'), unknown: 1 });
  expect([status, body]).toEqual([
    201,
    { id: 2, username: 'maria', email: 'maria@example.com', role: 'customer' },
  ]);
  expect((await till.call<{ total: number }>('GET', '/customers')).body.total).toBe(1);
  const required = ['This field is required.'];
  expect(await register(till, {})).toMatchObject({
    status: 400,
    body: { username: required, email: required, password: required },
  });
  expect(await register(till, person('maria'))).toMatchObject({
    status: 400,
    body: { username: ['A user with that username already exists.'] },
  });
  expect(await register(till, person('Maria'))).toMatchObject({ status: 201 });
  expect(await register(till, { ...person('x', 'root'), email: 'x' })).toMatchObject({
    status: 400,
    body: { email: ['Enter a valid email address.'], role: ['"root" is not a valid choice.'] },
  });
  // Both spellings are persons of their own.
  expect(claimsOf((await signIn(till, 'maria')).access)).toMatchObject({ user_id: 2 });
  expect(claimsOf((await signIn(till, 'Maria')).access)).toMatchObject({ user_id: 3 });
});

test('#15: only a fresh till takes an admin from anybody', async () => {
  const till = await openTestEngine();
  const foreign = { headers: { origin: 'https://evil.example' } };
  expect(await register(till, person('mallory', 'admin'), foreign)).toMatchObject(refused);
  expect(await register(till, person('clerk', 'staff'))).toMatchObject(refused);
  const both = await Promise.all([
    register(till, person('first', 'admin')),
    register(till, person('second', 'admin')),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 403]);
  expect(await register(till, person('third', 'admin'))).toMatchObject(refused);
  expect(till.engine.setUpNeeded()).toBe(false);
});

test('#15: afterwards an admin makes staff and admins', async () => {
  const till = await openTestEngine();
  await till.setUp();
  const { access } = await signIn(till, testShop.owner.username, testShop.owner.password);
  expect(await register(till, person('clerk', 'staff'), { token: access })).toMatchObject({ status: 201 });
  const clerk = await signIn(till, 'clerk');
  expect(await register(till, person('other', 'staff'), { token: clerk.access })).toMatchObject(refused);
  expect(await register(till, person('other'), { token: 'stale' })).toMatchObject({ status: 401 });
  const { body } = await till.call<{ items: { summary: string; by: string | null }[] }>('GET', '/journal');
  expect(JSON.stringify(body)).not.toContain('clerk@example.com');
});

test('#17: with open access, callers on this computer register any role; pages of foreign origins do not', async () => {
  const till = await openTestEngine();
  await till.setUp();
  await till.call('PATCH', '/settings', { body: { api: { openAccess: true } } });
  const network = { name: 'network' as const, remoteAddress: '192.168.1.9' };
  const from = { headers: { origin: 'https://evil.example' } };
  expect(await register(till, person('far', 'staff'), { door: network })).toMatchObject(refused);
  expect(await register(till, person('page', 'staff'), from)).toMatchObject(refused);
  expect(await register(till, person('near', 'staff'))).toMatchObject({ status: 201 });
});

test('a demonstration has open access until its owner takes it away', async () => {
  const till = await openTestEngine({ demo: true });
  await till.setUp();
  const shown = async () =>
    (await till.call<{ api: { openAccess: boolean } }>('GET', '/settings')).body.api.openAccess;
  expect(await shown()).toBe(true);
  await till.call('PATCH', '/settings', { body: { api: { openAccess: false } } });
  expect(await shown()).toBe(false);
});

test('3: blacklisting a refresh token', async () => {
  const till = await openTestEngine();
  await till.setUp();
  await register(till, person('maria'));
  const { refresh, access } = await signIn(till, 'maria');
  const blacklist = (json: object) => ask(till, 'POST /auth/token/blacklist/', { json });
  const invalid = (detail: string) => ({ status: 401, body: { detail, code: 'token_not_valid' } });
  expect(await blacklist({})).toMatchObject({
    status: 400,
    body: { refresh: ['This field is required.'] },
  });
  expect(await blacklist({ refresh: access })).toMatchObject(invalid('Token has wrong type'));
  expect(await blacklist({ refresh: 5 })).toMatchObject(invalid('Token is invalid or expired'));
  const both = await Promise.all([blacklist({ refresh }), blacklist({ refresh })]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  expect(await blacklist({ refresh })).toMatchObject(invalid('Token is blacklisted'));
  expect(await ask(till, 'POST /auth/token/refresh/', { json: { refresh } })).toMatchObject(
    invalid('Token is blacklisted'),
  );
  expect(await ask(till, 'GET /auth/token/blacklist/')).toMatchObject({ status: 405 });
});

test('3: view-accounts is for admin and staff', async () => {
  const till = await openTestEngine();
  await till.setUp();
  await register(till, person('maria'));
  const view = (token?: string) =>
    ask(till, 'GET /auth/view-accounts/', token === undefined ? {} : { token });
  expect(await view()).toMatchObject({
    status: 401,
    body: { detail: 'Authentication credentials were not provided.' },
  });
  expect(await view((await signIn(till, 'maria')).access)).toMatchObject(refused);
  const owner = await signIn(till, testShop.owner.username, testShop.owner.password);
  expect(await view(owner.access)).toMatchObject({
    status: 200,
    body: [
      { id: 1, username: 'olivia', email: '', role: 'admin' },
      { id: 2, username: 'maria', email: 'maria@example.com', role: 'customer' },
    ],
  });
  const post = await ask(till, 'POST /auth/view-accounts/', { token: owner.access });
  expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
});

test('6.1: wrong credentials get the one key of SimpleJWT here', async () => {
  const till = await openTestEngine();
  await till.setUp();
  const json = { username: 'nobody', password: 'x' };
  expect((await ask(till, 'POST /auth/token/', { json })).body).toEqual({
    detail: 'No active account found with the given credentials',
  });
});
