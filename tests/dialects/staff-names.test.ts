import { expect, test } from 'vitest';
import { ask } from '../fixtures/dialects.ts';
import { openTestEngine, testShop, type TestEngine } from '../fixtures/engine.ts';

const { username, password } = testShop.owner;

async function openTill(): Promise<TestEngine> {
  const till = await openTestEngine();
  await till.setUp();
  return till;
}

async function atTheTill(till: TestEngine, json: object): Promise<number> {
  return (await ask(till, 'POST /api/v1/sessions', { json })).status;
}

async function atAClient(till: TestEngine, json: object): Promise<number> {
  return (await ask(till, 'POST /api/token/', { json })).status;
}

const person = { email: 'x@example.com', password: 'maligaya 77' };
const registrations: [string, object, object][] = [
  [
    '/api/accounts/auth/registration/',
    { password1: person.password, password2: person.password },
    { username: ['A user with that username already exists.'] },
  ],
  ['/api/register/', {}, { username: ['A user with that username already exists.'] }],
  ['/api/auth/customer/register/', { full_name: 'Olivia Two' }, { error: 'Username already exists' }],
  ['/auth/register/', {}, { username: ['A user with that username already exists.'] }],
  [
    '/api/users/register/',
    { phone_number: '+919876543210', address: '1 Main Street', postal_code: '400001', birthdate: null },
    { username: ['A user with that username already exists.'] },
  ],
];

test.each(registrations)(
  'nobody registers another spelling of a staff name at %s',
  async (path, more, body) => {
    const till = await openTill();
    for (const spelling of ['Olivia', 'OLIVIA', 'ｏｌｉｖｉａ']) {
      const json = { ...person, ...more, username: spelling };
      const answer = await ask(till, `POST ${path}`, { json });
      expect([spelling, answer.status, answer.body]).toEqual([spelling, 400, body]);
    }
    const json = { ...person, ...more, username: 'olivia2' };
    expect((await ask(till, `POST ${path}`, { json })).status).toBe(201);
  },
);

test('nor does an admin give a member of the staff another spelling of a customer’s name', async () => {
  const till = await openTill();
  const { body } = await ask(till, 'POST /auth/token/', { json: { username, password } });
  const { access: token } = body as { access: string };
  const register = async (name: string, role: string) =>
    (await ask(till, 'POST /auth/register/', { json: { ...person, username: name, role }, token })).status;
  expect(await register('Maria', 'customer')).toBe(201);
  expect(await register('maria', 'staff')).toBe(400);
  expect(await register('maria', 'customer')).toBe(201);
});

test('at the till a spelling is the first owner’s, unless its own owner works here', async () => {
  const till = await openTill();
  const register = (name: string, secret: string) =>
    ask(till, 'POST /auth/register/', { json: { username: name, email: person.email, password: secret } });
  await register('Maria', 'the first one 1');
  await register('maria', 'the second one 2');
  const first = { username: 'maria', password: 'the first one 1' };
  const second = { username: 'maria', password: 'the second one 2' };
  expect([await atTheTill(till, first), await atTheTill(till, second)]).toEqual([201, 401]);
  expect([await atAClient(till, first), await atAClient(till, second)]).toEqual([401, 200]);
  const { body } = await till.call<{ items: { id: string; username: string }[] }>('GET', '/accounts');
  const found = body.items.find((account) => account.username === 'maria');
  const promoted = await till.call('PATCH', `/accounts/${found?.id}`, { body: { role: 'staff' } });
  expect(promoted.status).toBe(200);
  expect([await atTheTill(till, first), await atTheTill(till, second)]).toEqual([401, 201]);
  expect(await atTheTill(till, { ...first, username: 'Maria' })).toBe(201);
});
