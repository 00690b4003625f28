import { expect, it } from 'vitest';
import type { DayReport } from '../../shared/api/reports.ts';
import { testShop, type TestEngine } from '../fixtures/engine.ts';
import { clientOf, manners, type Client, type Manner } from './support/client.ts';
import { openTillWithDoor } from './support/open-door.ts';
import { cardOf, signInStaff, type Pair } from './support/people.ts';

type Order = { id: number; status: string; total_price: string; product_name: string };
type Profile = { user: number; phone_no: string; profile_img: string | null };
type Scanned = { user: { points: number; username: string } };

async function eachManner(
  flow: (ask: Client, till: TestEngine) => Promise<void>,
  manner: Manner,
): Promise<void> {
  const { till, port } = await openTillWithDoor();
  await flow(clientOf(port, manner), till);
  expect((await till.engine.verify()).problems).toEqual([]);
}

async function flow001(ask: Client, till: TestEngine): Promise<void> {
  const credentials = { username: 'ram', password: 'Kathmandu-2026' };
  await ask('POST', '/api/accounts/auth/registration/', 201, {
    body: {
      username: credentials.username,
      email: 'ram@example.com',
      password1: credentials.password,
      password2: credentials.password,
      first_name: 'Ram',
      last_name: 'Thapa',
      phone_no: '9812345678',
      address: 'Godawari',
    },
  });
  const { access, refresh } = await ask<Pair>('POST', '/api/token/', 200, { body: credentials });
  const token = access;
  const profile = await ask<Profile>('GET', '/api/accounts/profile/', 200, { token });
  const changed = await ask<Profile>('PUT', '/api/accounts/profile/', 200, {
    token,
    body: {
      user: profile.user,
      first_name: 'Ram',
      last_name: 'Bahadur',
      email: 'ram@example.com',
      phone_no: '9800000000',
      address: 'Patan',
      profile_img: null,
    },
  });
  expect(changed).toEqual({ ...profile, last_name: 'Bahadur', phone_no: '9800000000', address: 'Patan' });
  const order = await ask<Order>('POST', '/api/orders/', 201, {
    token,
    body: { product_name: 'Laptop', quantity: 1, price: '450000.00' },
  });
  expect(order).toMatchObject({ status: 'pending', total_price: '450000.00' });
  const payment = await ask<{ id: number; status: string }>('POST', '/api/orders/payments/', 201, {
    token,
    body: { order: order.id, amount: '450000.00' },
  });
  expect(payment.status).toBe('pending');
  const completed = await ask('PUT', `/api/orders/payments/${payment.id}/`, 200, {
    token,
    body: { status: 'completed' },
  });
  expect(completed).toEqual({ ...payment, status: 'completed' });
  expect(await ask('GET', `/api/orders/${order.id}/`, 200, { token })).toEqual({ ...order, status: 'paid' });
  expect(await ask('GET', '/api/orders/history/', 200, { token })).toEqual([{ ...order, status: 'paid' }]);
  expect(await ask('POST', '/api/accounts/auth/logout/', 200, { token, body: { refresh } })).toEqual({
    detail: 'Successfully logged out.',
  });
  await ask('POST', '/api/token/refresh/', 401, { body: { refresh } });

  const day = (await till.call<DayReport>('GET', '/reports/day')).body;
  expect(day.byTender).toContainEqual({ kind: 'online', count: 1, amountMinor: 45_000_000 });
  expect(day.journal.agrees).toBe(true);
  expect((await cardOf(till, 'ram@example.com')).pointsBalance).toBe(45_000);
}

async function flow000(ask: Client): Promise<void> {
  await ask('POST', '/api/register/', 201, {
    body: { username: 'gita', password: 'Kathmandu-2026', email: 'gita@example.com' },
  });
  const { access, refresh } = await ask<Pair>('POST', '/api/token/', 200, {
    body: { username: 'gita', password: 'Kathmandu-2026' },
  });
  await ask('GET', '/api/profile/', 200, { token: access });
  const renewed = await ask<{ access: string }>('POST', '/api/token/refresh/', 200, { body: { refresh } });
  await ask('GET', '/api/profile/', 200, { token: renewed.access });
  await ask('POST', '/api/logout/', 200, { token: renewed.access, body: { refresh } });
  await ask('POST', '/api/token/refresh/', 401, { body: { refresh } });
}

async function flow002(ask: Client, till: TestEngine): Promise<void> {
  await till.signInStaff();
  const { body: promotion } = await till.call<{ qrCode: string }>('POST', '/promotions', {
    body: {
      title: 'Noodle Monday',
      effect: { kind: 'percent', percentPpm: 100_000 },
      bonusPoints: 20,
      limitPerCustomer: 1,
      validFrom: '2026-03-01T00:00:00.000Z',
      validUntil: '2026-03-31T00:00:00.000Z',
    },
  });
  const register = {
    email: 'Cora@Ramyeon.example',
    password: '1',
    username: 'cora',
    full_name: 'Cora Reyes',
  };
  await ask('POST', '/api/auth/customer/register/', 201, { body: register });
  const { token } = await ask<{ token: string }>('POST', '/api/auth/customer/login/', 200, {
    body: { email: 'cora@ramyeon.example', password: '1' },
  });
  const me = await ask<{ customer: { _id: string } }>('GET', '/api/auth/customer/me/', 200, { token });
  await ask('POST', '/api/auth/customer/password/change/', 200, {
    token,
    body: { old_password: '1', new_password: 'noodles' },
  });
  await ask('POST', '/api/auth/customer/login/', 401, {
    body: { email: 'cora@ramyeon.example', password: '1' },
  });

  const { access: staff } = await signInStaff(ask);
  const { qrCode } = await cardOf(till, me.customer._id);
  const counter = { token: staff };
  const scanned = await ask<Scanned>('POST', '/api/pos/scan-user/', 200, {
    ...counter,
    body: { qr_code: qrCode },
  });
  expect(scanned.user).toMatchObject({ username: 'cora', points: 0 });
  await ask('POST', '/api/pos/scan-promotion/', 200, { ...counter, body: { qr_code: promotion.qrCode } });
  const redeemed = await ask<{ new_balance: number }>('POST', '/api/pos/redeem-promotion/', 201, {
    ...counter,
    body: { user_qr_code: qrCode, promotion_qr_code: promotion.qrCode, cashier_name: 'Maria' },
  });
  expect(redeemed.new_balance).toBe(20);
  const awarded = await ask<{ new_balance: number }>('POST', '/api/pos/award-points/', 201, {
    ...counter,
    json: { user_qr_code: qrCode, points: 5, description: 'Birthday', cashier_name: 'Maria' },
  });
  expect(awarded.new_balance).toBe(25);
  const earned = await ask<{ new_balance: number }>('POST', '/api/pos/process-order-points/', 201, {
    ...counter,
    body: { user_qr_code: qrCode, order_total: '99.90' },
  });
  expect(earned.new_balance).toBe(34);
  const { user, recent_transactions: recent } = await ask<
    Scanned & { recent_transactions: { transaction_type: string; points: number }[] }
  >('GET', `/api/pos/user/${qrCode}/`, 200, counter);
  expect(user.points).toBe(34);
  expect(recent.map(({ transaction_type: type, points }) => [type, points])).toEqual([
    ['earned', 9],
    ['bonus', 5],
    ['bonus', 20],
  ]);
  expect(await ask('GET', '/api/pos/dashboard/', 200, counter)).toMatchObject({
    today: { promotions_redeemed: 1 },
    active_promotions: 1,
  });
  expect((await cardOf(till, me.customer._id)).pointsBalance).toBe(34);
}

async function flow003(ask: Client): Promise<void> {
  const people = [
    { username: 'kali', email: 'kali@example.com', password: 'admin123', role: 'staff' },
    { username: 'mira', email: 'mira@example.com', password: 'admin123', role: 'customer' },
  ];
  const [staff, customer] = people;
  const { username, password } = testShop.owner;
  const admin = await ask<Pair>('POST', '/auth/token/', 200, { body: { username, password } });
  await ask('POST', '/auth/register/', 403, { body: staff ?? {} });
  await ask('POST', '/auth/register/', 201, { token: admin.access, body: staff ?? {} });
  await ask('POST', '/auth/register/', 201, { body: customer ?? {} });
  const pairs: Pair[] = [];
  for (const person of people) {
    pairs.push(
      await ask<Pair>('POST', '/auth/token/', 200, {
        body: { username: person.username, password: person.password },
      }),
    );
  }
  const [staffPair, customerPair] = pairs;
  if (staffPair === undefined || customerPair === undefined) throw new Error('no pairs');
  const accounts = await ask<{ username: string; role: string }[]>('GET', '/auth/view-accounts/', 200, {
    token: staffPair.access,
  });
  expect(accounts.map(({ username: name, role }) => [name, role]).toSorted()).toEqual([
    ['kali', 'staff'],
    ['mira', 'customer'],
    [testShop.owner.username, 'admin'],
  ]);
  await ask('GET', '/auth/view-accounts/', 403, { token: customerPair.access });
  const renewed = await ask<{ access: string }>('POST', '/auth/token/refresh/', 200, {
    body: { refresh: staffPair.refresh },
  });
  await ask('GET', '/auth/view-accounts/', 200, { token: renewed.access });
  expect(await ask('POST', '/auth/token/blacklist/', 200, { body: { refresh: staffPair.refresh } })).toEqual(
    {},
  );
  await ask('POST', '/auth/token/blacklist/', 401, { body: { refresh: staffPair.refresh } });
  await ask('POST', '/auth/token/refresh/', 401, { body: { refresh: staffPair.refresh } });
  await ask('GET', '/auth/view-accounts/', 200, { token: renewed.access });
}

async function flow004(ask: Client): Promise<void> {
  const document = {
    username: 'john_doe',
    email: 'john.doe@example.com',
    password: 'securepassword123',
    phone_number: '+919876543210',
    address: '123 Main St, City, State',
    postal_code: '123456',
    birthdate: '1990-01-01',
  };
  const made = await ask<{ id: number; username: string }>('POST', '/api/users/register/', 201, {
    body: document,
  });
  expect(made.username).toBe('john_doe');
  const { password } = document;
  const byName = await ask<Pair>('POST', '/api/users/login/', 200, { body: { login: 'john_doe', password } });
  const byPhone = await ask<Pair>('POST', '/api/users/login/', 200, {
    body: { login: '+919876543210', password },
  });
  await ask('POST', '/api/users/login/', 401, { body: { login: 'john.doe@example.com', password } });
  for (const { refresh } of [byName, byPhone]) {
    const { access } = await ask<{ access: string }>('POST', '/api/token/refresh/', 200, {
      body: { refresh },
    });
    expect(await ask('GET', '/api/accounts/profile/', 200, { token: access })).toMatchObject({
      user: made.id,
    });
  }
}

it.each(manners)('000, start to end: $body to $address, slashes $slash', (manner) =>
  eachManner(flow000, manner),
);
it.each(manners)('001, start to end: $body to $address, slashes $slash', (manner) =>
  eachManner(flow001, manner),
);
it.each(manners)('002, start to end: $body to $address, slashes $slash', (manner) =>
  eachManner(flow002, manner),
);
it.each(manners)('003, start to end: $body to $address, slashes $slash', (manner) =>
  eachManner(flow003, manner),
);
it.each(manners)('004, start to end: $body to $address, slashes $slash', (manner) =>
  eachManner(flow004, manner),
);
