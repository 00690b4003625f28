import { beforeEach, describe, expect, test } from 'vitest';
import type { Promotion } from '../../shared/api/offers.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { ask, claimsOf, type DialectRequest } from '../fixtures/dialects.ts';

let till: TestEngine;

beforeEach(async () => {
  till = await openTestEngine();
  await till.setUp();
});

const maria = {
  email: ' Maria@Example.com ',
  password: '1',
  username: 'maria',
  full_name: 'Maria Santos',
  phone: '09171234567',
  delivery_address: { street: '12 Mabini Street', floor: 2 },
};
const post = (path: string, json: unknown, more: DialectRequest = {}) =>
  ask(till, `POST /api/auth/customer/${path}/`, { json, ...more });
const me = (authorization: string) => ask(till, 'GET /api/auth/customer/me/', { headers: { authorization } });
const refused = (status: number, error: string) => ({ status, body: { error } });

type SignedIn = { token: string; customer: Record<string, unknown>; message: string };
async function register(person: object = maria): Promise<SignedIn> {
  const { status, body } = await post('register', person);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body as SignedIn;
}

describe('1.4 register', () => {
  test('any address and password; the customer’s twelve keys in order', async () => {
    const { token, customer, message } = await register();
    expect(message).toBe('Registration successful');
    expect(JSON.stringify(customer)).toBe(
      JSON.stringify({
        _id: 'CUST-00001',
        username: 'maria',
        full_name: 'Maria Santos',
        email: 'maria@example.com',
        phone: '09171234567',
        delivery_address: { street: '12 Mabini Street', floor: 2 },
        loyalty_points: 0,
        last_purchase: null,
        isDeleted: false,
        date_created: '2026-03-02T01:00:00.000000',
        last_updated: '2026-03-02T01:00:00.000000',
        status: 'active',
      }),
    );
    const now = Date.parse('2026-03-02T01:00:00Z') / 1000;
    expect(claimsOf(token)).toEqual({
      customer_id: 'CUST-00001',
      username: 'maria',
      email: 'maria@example.com',
      exp: now + 3600,
      iat: now,
      token_type: 'customer',
    });
    expect((await me(`Bearer ${token}`)).body).toEqual({ customer });
    expect((await till.engine.verify()).problems).toEqual([]);
  });

  test('7 #18: what is missing gets 400 in the order of the fields', async () => {
    const { email, password, username } = maria;
    const cases: [object, string][] = [
      [{}, 'Email is required'],
      [{ email: '', password, username }, 'Email is required'],
      [{ email }, 'Password is required'],
      [{ email, password: null }, 'Password is required'],
      [{ email, password }, 'Username is required'],
      [{ email, password, username: '  ' }, 'Username is required'],
      [{ email, password, username }, 'Full Name is required'],
    ];
    for (const [json, error] of cases)
      expect(await post('register', json)).toMatchObject(refused(400, error));
  });

  test('an address counts once, whatever its capitals; a user name in its own spelling', async () => {
    await register();
    const again = (more: object) => post('register', { ...maria, ...more });
    expect(await again({ email: 'MARIA@example.com', username: 'other' })).toMatchObject(
      refused(400, 'Email already exists'),
    );
    expect(await again({})).toMatchObject(refused(400, 'Email already exists'));
    expect(await again({ email: 'm2@example.com', username: ' maria ' })).toMatchObject(
      refused(400, 'Username already exists'),
    );
    const other = await again({ email: 'm3@example.com', username: 'Maria' });
    expect(other).toMatchObject({
      status: 201,
      body: { customer: { _id: 'CUST-00002', username: 'Maria' } },
    });
  });

  test('what no registration can be is 400 in the family’s words, and nothing is written', async () => {
    const error = 'An error occurred during registration';
    const wrong = [
      { ...maria, email: 5 },
      { ...maria, username: ['maria'] },
      { ...maria, password: true },
      { ...maria, full_name: { first: 'Maria' } },
      { ...maria, username: 'ma\0ria' },
      { ...maria, full_name: '\ud800' },
      { ...maria, phone: 917 },
      { ...maria, delivery_address: 'Manila' },
      { ...maria, delivery_address: { a: 'x'.repeat(5000) } },
      { ...maria, username: 'x'.repeat(151) },
      [],
      null,
      'text',
    ];
    for (const json of wrong) expect(await post('register', json)).toMatchObject(refused(400, error));
    const raw = (body: string, type: string) =>
      post('register', undefined, { raw: body, headers: { 'content-type': type } });
    expect(await raw('{', 'application/json')).toMatchObject(refused(400, error));
    expect(await raw('x', 'text/plain')).toMatchObject(refused(415, error));
    expect((await till.call<{ total: number }>('GET', '/customers')).body.total).toBe(0);
  });

  test('a form does as well', async () => {
    const { email, password, username, full_name } = maria;
    const form = { email, password, username, full_name };
    expect(await ask(till, 'POST /api/auth/customer/register', { form })).toMatchObject({
      status: 201,
      body: { customer: { phone: '', delivery_address: {} } },
    });
  });
});

describe('1.4 login', () => {
  test('the address counts in any capitals', async () => {
    await register();
    till.clock.advance(2_500);
    const { status, body } = await post('login', { email: 'MARIA@EXAMPLE.COM ', password: '1' });
    expect([status, body]).toMatchObject([
      200,
      {
        message: 'Login successful',
        customer: { _id: 'CUST-00001', last_updated: '2026-03-02T01:00:02.500000' },
      },
    ]);
    const { token } = body as SignedIn;
    expect((await me(`Bearer ${token}`)).status).toBe(200);
  });

  test('wrong, unknown and disabled look the same', async () => {
    await register();
    const wrong = refused(401, 'Invalid email or password');
    expect(await post('login', { email: maria.email, password: '2' })).toMatchObject(wrong);
    expect(await post('login', { email: 'nobody@example.com', password: '1' })).toMatchObject(wrong);
    expect(await post('login', { email: 'maria', password: '1' })).toMatchObject(wrong);
    expect(
      (await post('login', { email: maria.email, password: '2' })).headers.get('www-authenticate'),
    ).toBeNull();
    const needed = refused(400, 'Email and password are required');
    for (const json of [
      {},
      { email: 'a' },
      { password: 'a' },
      { email: '', password: 'x' },
      { email: 0, password: 1 },
    ]) {
      expect(await post('login', json)).toMatchObject(needed);
    }
    const broken = refused(400, 'An error occurred during login');
    for (const json of [{ email: 5, password: 'x' }, { email: ['a'], password: 'x' }, [], null]) {
      expect(await post('login', json)).toMatchObject(broken);
    }
  });

  test('7 #23: too many wrong ones wait, and the answer says so in both words', async () => {
    await register();
    let last = await post('login', { email: maria.email, password: 'wrong' });
    for (let tries = 0; tries < 12 && last.status !== 429; tries += 1) {
      last = await post('login', { email: maria.email, password: 'wrong' });
    }
    expect(last.status).toBe(429);
    const seconds = last.headers.get('retry-after');
    const text = `Request was throttled. Expected available in ${seconds} seconds.`;
    expect(last.body).toEqual({ detail: text, error: text });
  });

  test('staff have no login here', async () => {
    const wrong = await post('login', { email: 'olivia', password: 'correct horse 7' });
    expect(wrong).toMatchObject(refused(401, 'Invalid email or password'));
  });
});

describe('1.2 token', () => {
  test('the header, as the original read it', async () => {
    const { token } = await register();
    const missing = refused(401, 'Authentication token is missing');
    expect(await ask(till, 'GET /api/auth/customer/me/')).toMatchObject(missing);
    expect(await ask(till, `GET /api/auth/customer/me/?token=${token}`)).toMatchObject(missing);
    for (const header of [`bearer ${token}`, `Token ${token}`, 'Bearer', 'Bearer ', `Bearer  ${token}`]) {
      expect(await me(header)).toMatchObject(missing);
    }
    expect((await me(`Bearer ${token} and more`)).status).toBe(200);
    const invalid = refused(401, 'Invalid or expired token');
    const head = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    for (const wrong of ['rubbish', `${token}x`, `${head}.${token.split('.')[1]}.`]) {
      expect(await me(`Bearer ${wrong}`)).toMatchObject(invalid);
    }
    till.clock.advance(3_600_000);
    expect(await me(`Bearer ${token}`)).toMatchObject(invalid);
  });

  test('7 #2: each family refuses the other’s token in its own words', async () => {
    const { token } = await register();
    const pair = await ask(till, 'POST /api/token/', { json: { username: 'maria', password: '1' } });
    const { access } = pair.body as { access: string };
    expect(await me(`Bearer ${access}`)).toMatchObject(refused(401, 'Invalid or expired token'));
    expect(await ask(till, 'GET /api/orders/history/', { token })).toMatchObject({
      status: 401,
      body: { code: 'token_not_valid' },
    });
    expect((await ask(till, 'GET /api/orders/history/', { token: access })).status).toBe(200);
  });

  test('7 #16: a customer’s own token opens nothing at the counter', async () => {
    const { token } = await register();
    for (const what of ['GET /api/pos/dashboard/', 'POST /api/pos/award-points/']) {
      expect(await ask(till, what, { token })).toMatchObject(refused(403, 'Staff access is required'));
    }
    const pair = await ask(till, 'POST /api/token/', { json: { username: 'maria', password: '1' } });
    const { access } = pair.body as { access: string };
    expect(await ask(till, 'GET /api/pos/dashboard/', { token: access })).toMatchObject(
      refused(403, 'Staff access is required'),
    );
  });

  test('7 #17: with open access, callers on this computer need no token, pages of others do', async () => {
    const { token } = await register();
    await till.call('PATCH', '/settings', { body: { api: { openAccess: true } } });
    const what = 'GET /api/pos/dashboard/';
    expect((await ask(till, what)).status).toBe(200);
    expect((await ask(till, what, { token })).status).toBe(200);
    expect((await ask(till, what, { token: 'rubbish' })).status).not.toBe(500);
    const elsewhere = { door: { name: 'network', remoteAddress: '192.168.1.5' } } as const;
    expect((await ask(till, what, elsewhere)).status).toBe(401);
    expect((await ask(till, what, { token, ...elsewhere })).status).toBe(403);
    expect((await ask(till, what, { headers: { origin: 'http://evil.test' } })).status).toBe(401);
  });
});

describe('1.4 password change', () => {
  const change = (token: string, json: unknown) => post('password/change', json, { token });

  test('7 #30: the old token stays good, every other login ends', async () => {
    const { token } = await register();
    const other = (await post('login', { email: maria.email, password: '1' })).body as SignedIn;
    till.clock.advance(1_500);
    const third = (await post('login', { email: maria.email, password: '1' })).body as SignedIn;
    expect(other.token).not.toBe(third.token);
    expect(await change(third.token, { old_password: '1', new_password: '2' })).toMatchObject({
      status: 200,
      body: { message: 'Password changed successfully' },
    });
    expect((await me(`Bearer ${third.token}`)).status).toBe(200);
    expect((await me(`Bearer ${token}`)).status).toBe(401);
    expect((await post('login', { email: maria.email, password: '1' })).status).toBe(401);
    expect((await post('login', { email: maria.email, password: '2' })).status).toBe(200);
  });

  test('what is wrong with it', async () => {
    const { token } = await register();
    const needed = refused(400, 'Old password and new password are required');
    for (const json of [
      {},
      { old_password: '1' },
      { new_password: '1' },
      { old_password: '', new_password: '' },
    ]) {
      expect(await change(token, json)).toMatchObject(needed);
    }
    expect(await change(token, { old_password: 'x', new_password: 'y' })).toMatchObject(
      refused(400, 'Current password is incorrect'),
    );
    for (const json of [
      { old_password: ['1'], new_password: '2' },
      { old_password: '1', new_password: 2 },
      [],
      null,
    ]) {
      expect(await change(token, json)).toMatchObject(refused(400, 'An error occurred'));
    }
    expect(await post('password/change', {})).toMatchObject(refused(401, 'Authentication token is missing'));
  });
});

test('002, start to end: the customer of the web is the one whose card the counter scans', async () => {
  const { token } = await register();
  await post('login', { email: maria.email, password: '1' });
  await post('password/change', { old_password: '1', new_password: '22' }, { token });
  const { items } = (await till.call<{ items: { qrCode: string; code: string }[] }>('GET', '/customers'))
    .body;
  const qr = items[0]?.qrCode ?? '';
  expect((await till.call('GET', `/lookup/${qr}`)).body).toMatchObject({
    kind: 'customer',
    customer: { code: 'CUST-00001', name: 'Maria Santos' },
  });
  const { body: promotion } = await till.call<Promotion>('POST', '/promotions', {
    body: { title: 'Noodles', effect: { kind: 'points' }, bonusPoints: 50 },
  });
  await till.signInStaff();
  const staff = { username: 'carlo', password: 'battery staple 9' };
  const pair = await ask(till, 'POST /api/token/', { json: staff });
  const { access } = pair.body as { access: string };
  const pos = (path: string, json: object) => ask(till, `POST /api/pos/${path}/`, { json, token: access });
  expect(await pos('scan-user', { qr_code: qr })).toMatchObject({
    status: 200,
    body: {
      user: {
        username: 'maria',
        email: 'maria@example.com',
        first_name: 'Maria Santos',
        phone: '09171234567',
      },
      message: 'Customer Maria Santos identified successfully',
    },
  });
  expect((await pos('scan-promotion', { qr_code: promotion.qrCode })).status).toBe(200);
  const codes = { user_qr_code: qr, promotion_qr_code: promotion.qrCode };
  expect(await pos('redeem-promotion', codes)).toMatchObject({ status: 201, body: { new_balance: 50 } });
  expect(await pos('award-points', { user_qr_code: qr, points: 5 })).toMatchObject({
    body: { new_balance: 55 },
  });
  expect(await pos('process-order-points', { user_qr_code: qr, order_total: 120 })).toMatchObject({
    body: { new_balance: 67, points_earned: 12 },
  });
  expect((await me(`Bearer ${token}`)).body).toMatchObject({ customer: { loyalty_points: 67 } });
  expect((await ask(till, 'GET /api/pos/dashboard/', { token: access })).body).toMatchObject({
    today: { promotions_redeemed: 1 },
    this_week: { points_awarded: 67 },
  });
  expect((await till.engine.verify()).problems).toEqual([]);
});
