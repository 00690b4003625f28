import { expect, test } from 'vitest';
import { ask } from '../fixtures/dialects.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';

/** The document's own example: no first and last name. */
const documented = {
  username: 'user1',
  email: 'user1@example.com',
  password: '1',
  phone_number: '+919876543210',
  address: '1 Main Street',
  postal_code: '400001',
  birthdate: '1990-01-31',
};
const register = (till: TestEngine, changes: object = {}) =>
  ask(till, 'POST /api/users/register/', { json: { ...documented, ...changes } });
const login = (till: TestEngine, json: unknown) => ask(till, 'POST /api/users/login/', { json });

async function openTill(): Promise<TestEngine> {
  const till = await openTestEngine();
  await till.setUp();
  return till;
}

test('4, #6: the document’s own body registers, and signs in by name and by phone', async () => {
  const till = await openTill();
  const registered = await register(till);
  expect([registered.status, registered.body]).toEqual([201, { id: 2, username: 'user1' }]);
  for (const name of ['user1', '+919876543210']) {
    const { status, body } = await login(till, { login: name, password: '1' });
    expect([status, Object.keys(body as object)]).toEqual([200, ['refresh', 'access']]);
  }
  const json = { username: '+919876543210', password: '1' };
  expect((await ask(till, 'POST /api/token/', { json })).status).toBe(401);
  const { body } = await till.call<{ items: object[] }>('GET', '/customers?search=%2B919876543210');
  expect(body.items).toMatchObject([{ name: 'user1', birthday: '1990-01-31' }]);
});

test.each<[string, unknown]>([
  ['wrong password', { login: 'user1', password: '2' }],
  ['the e-mail', { login: 'user1@example.com', password: '1' }],
  ['other capitals', { login: 'User1', password: '1' }],
  ['nothing', {}],
  ['the key username', { username: 'user1', password: '1' }],
  ['a list', []],
  ['numbers', { login: 1, password: 1 }],
  ['a NUL', { login: 'user1\0', password: '1' }],
])('4: a login with %s is refused in the one way', async (_, json) => {
  const till = await openTill();
  await register(till);
  const answer = await login(till, json);
  expect([answer.status, answer.body]).toEqual([401, { error: 'Invalid Credentials' }]);
  expect(answer.headers.get('www-authenticate')).toBeNull();
});

const taken = 'A user with this phone number already exists.';
test.each<[string, object, object]>([
  ['a taken name', { username: 'user1' }, { username: ['A user with that username already exists.'] }],
  ['a taken phone', { phone_number: documented.phone_number }, { phone_number: [taken], error: taken }],
  ['a taken e-mail', { email: documented.email }, { email: ['This field must be unique.'] }],
  ['a wrong phone', { phone_number: '98765' }, { phone_number: ['Enter a valid value.'] }],
  ['a blank phone', { phone_number: '' }, { phone_number: ['This field may not be blank.'] }],
  ['no phone', { phone_number: null }, { phone_number: ['This field may not be null.'] }],
  [
    'a bad e-mail',
    { email: 'x' },
    { email: ['Enter a valid email address.', 'Enter a valid email address.'] },
  ],
  [
    'an impossible day',
    { birthdate: '1990-02-30' },
    { birthdate: ['Date has wrong format. Use one of these formats instead: YYYY-MM-DD.'] },
  ],
  [
    'a long postal code',
    { postal_code: '4000011' },
    { postal_code: ['Ensure this field has no more than 6 characters.'] },
  ],
  [
    'a long name',
    { username: 'x'.repeat(151) },
    { username: ['Ensure this field has no more than 150 characters.'] },
  ],
])('4: registering with %s', async (_, changes, errors) => {
  const till = await openTill();
  await register(till);
  const other = { username: 'user2', email: 'user2@example.com', phone_number: '+919876543211' };
  const answer = await register(till, { ...other, ...changes });
  expect([answer.status, answer.body]).toEqual([400, errors]);
});

test('4: all that is missing is told in the order of the fields', async () => {
  const till = await openTill();
  const { status, body } = await ask(till, 'POST /api/users/register/', { json: {} });
  expect([status, Object.keys(body as object)]).toEqual([
    400,
    ['username', 'email', 'password', 'phone_number', 'address', 'postal_code', 'birthdate'],
  ]);
});

test('4: capitals make another name and another e-mail; null is a birthdate', async () => {
  const till = await openTill();
  await register(till);
  const other = { username: 'User1', email: 'User1@example.com', phone_number: '+919876543211' };
  expect(await register(till, { ...other, birthdate: null })).toMatchObject({ status: 201 });
});

test('two who register one phone at once: one gets it', async () => {
  const till = await openTill();
  const both = await Promise.all([
    register(till),
    register(till, { username: 'user2', email: 'user2@example.com' }),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 400]);
});

test('#23: too many wrong logins are told to wait, in both keys', async () => {
  const till = await openTill();
  await register(till);
  const guess = () => login(till, { login: 'user1', password: 'x' });
  for (let failure = 1; failure <= 5; failure += 1) expect((await guess()).status).toBe(401);
  const { status, body, headers } = await guess();
  const text = `Request was throttled. Expected available in ${headers.get('retry-after')} seconds.`;
  expect([status, body]).toEqual([429, { detail: text, error: text }]);
  // Asking by phone is asking for the same account.
  expect((await login(till, { login: documented.phone_number, password: '1' })).status).toBe(429);
});

test('#23: a shop may register behind one address, and who goes on waits', async () => {
  const till = await openTill();
  till.clock.set(Date.parse('2026-03-02T02:00:00.000Z'));
  const one = (n: number) =>
    register(till, {
      username: `u${n}`,
      email: `u${n}@example.com`,
      phone_number: `+91${9_000_000_000 + n}`,
    });
  const many = await Promise.all(Array.from({ length: 120 }, (__, n) => one(n)));
  expect(new Set(many.map(({ status }) => status))).toEqual(new Set([201]));
  const late = await one(200);
  expect(late.status).toBe(429);
  till.clock.advance(Number(late.headers.get('retry-after')) * 1000);
  expect((await one(200)).status).toBe(201);
}, 30_000);
