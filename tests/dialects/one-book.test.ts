import { beforeEach, expect, test } from 'vitest';
import type { Product } from '../../shared/api/catalog.ts';
import type { Customer } from '../../shared/api/customers.ts';
import type { OrderSummary } from '../../shared/api/orders.ts';
import type { Shift } from '../../shared/api/shifts.ts';
import type { DayReport } from '../../shared/api/reports.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { ask } from '../fixtures/dialects.ts';
import { makeProduct, moveTo, ringUp } from '../fixtures/ring-up.ts';

let till: TestEngine;
let bread: Product;
let staff: string;

beforeEach(async () => {
  till = await openTestEngine();
  await till.setUp();
  await till.signInStaff();
  bread = await makeProduct(till, { name: 'Bread', priceMinor: 5_500 });
  staff = await access('carlo', 'battery staple 9');
});

async function access(username: string, password: string): Promise<string> {
  const { status, body } = await ask(till, 'POST /api/token/', { json: { username, password } });
  if (status !== 200) throw new Error(`signing in answered ${status}`);
  return (body as { access: string }).access;
}

/** Registers through each dialect; answers the user name and the password. */
const password = 'correct horse 7';
const registrations: Record<string, { path: string; body: object }> = {
  '000': { path: '/api/register/', body: { username: 'p000', email: 'p000@example.com', password } },
  '001': {
    path: '/api/accounts/auth/registration/',
    body: {
      username: 'p001',
      email: 'p001@example.com',
      password1: password,
      password2: password,
      first_name: 'Ana',
      last_name: 'Reyes',
      phone_no: '09171234567',
      address: 'Manila',
    },
  },
  '002': {
    path: '/api/auth/customer/register/',
    body: { username: 'p002', email: 'p002@example.com', password, full_name: 'Maria Santos' },
  },
  '003': {
    path: '/auth/register/',
    body: { username: 'p003', email: 'p003@example.com', password, role: 'customer' },
  },
  '004': {
    path: '/api/users/register/',
    body: {
      username: 'p004',
      email: 'p004@example.com',
      password,
      phone_number: '+919876543210',
      address: '1 MG Road',
      postal_code: '560001',
      birthdate: '1990-01-01',
    },
  },
};

async function register(dialect: string): Promise<{ customer: Customer; token: string }> {
  const { path, body } = registrations[dialect] ?? { path: '', body: {} };
  const answer = await ask(till, `POST ${path}`, { json: body });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  const { items } = (
    await till.call<{ items: Customer[] }>('GET', `/customers?search=p${dialect}@example.com`)
  ).body;
  const [customer] = items;
  if (customer === undefined) throw new Error('nobody is found by the address');
  return { customer, token: await access(`p${dialect}`, password) };
}

async function payOnline(token: string, order: number, amount: string): Promise<void> {
  const { body } = await ask(till, 'POST /api/orders/payments/', { token, json: { order, amount } });
  const { id } = body as { id: number };
  const completed = { token, json: { status: 'completed' } };
  const { status } = await ask(till, `PUT /api/orders/payments/${id}/`, completed);
  if (status !== 200) throw new Error(`completing answered ${status}`);
}
async function place(token: string, price: string, quantity = 1): Promise<number> {
  const json = { product_name: 'Hamper', quantity, price };
  return ((await ask(till, 'POST /api/orders/', { token, json })).body as { id: number }).id;
}
const dayOf = async (date: string) => (await till.call<DayReport>('GET', `/reports/day?date=${date}`)).body;
const onlineOf = ({ byTender }: DayReport) => byTender.find(({ kind }) => kind === 'online');
const wellKept = async () => expect((await till.engine.verify()).problems).toEqual([]);

test.each(Object.keys(registrations))(
  'who registered through %s is scanned at the counter, by the till and by scan-user',
  async (dialect) => {
    const { customer } = await register(dialect);
    expect((await till.call('GET', `/lookup/${customer.qrCode}`)).body).toMatchObject({
      kind: 'customer',
      customer: { id: customer.id },
    });
    const scanned = await ask(till, 'POST /api/pos/scan-user/', {
      token: staff,
      json: { qr_code: customer.qrCode },
    });
    expect(scanned).toMatchObject({
      status: 200,
      body: { user: { username: `p${dialect}`, email: `p${dialect}@example.com`, points: 0 } },
    });
    await wellKept();
  },
);

test('a sale at the counter is in the history and on the dashboard of the web', async () => {
  const { customer, token } = await register('001');
  await till.openShift();
  const { order } = await ringUp(till, {
    customerId: customer.id,
    lines: [{ product: bread, quantityMilli: 3_000 }],
  });
  expect((await ask(till, 'GET /api/orders/history/', { token })).body).toEqual([
    {
      id: order.publicId,
      user: expect.any(Number) as number,
      product_name: 'Bread',
      quantity: 3,
      price: '55.00',
      total_price: '165.00',
      status: 'paid',
      created_at: '2026-03-02T01:00:00.000000Z',
    },
  ]);
  expect((await ask(till, `GET /api/orders/${order.publicId}/`, { token })).status).toBe(200);
  expect((await ask(till, 'GET /api/pos/dashboard/', { token: staff })).body).toMatchObject({
    today: { orders_count: 1, total_sales: 165 },
    this_week: { points_awarded: 16 },
  });
});

test.each([['with an open shift'], ['while no shift is open']])(
  'an order that is paid through the web is a sale of the till, %s',
  async (when) => {
    const { customer, token } = await register('001');
    const isOpen = when === 'with an open shift';
    if (isOpen) await till.openShift();
    await payOnline(token, await place(token, '100.25', 4), '401.00');
    const report = await dayOf('2026-03-02');
    expect(report).toMatchObject({ ordersCount: 1, totalMinor: 40_100, journal: { agrees: true } });
    expect(onlineOf(report)).toEqual({ kind: 'online', count: 1, amountMinor: 40_100 });
    const { items } = (await till.call<{ items: OrderSummary[] }>('GET', '/orders')).body;
    expect(items).toMatchObject([{ source: 'web', totalMinor: 40_100, customer: { id: customer.id } }]);
    const { shift } = (await till.call<{ shift: Shift | null }>('GET', '/shifts/current')).body;
    expect(shift?.salesMinor).toBe(isOpen ? 40_100 : undefined);
    expect((await till.call<Customer>('GET', `/customers/${customer.id}`)).body).toMatchObject({
      pointsBalance: 40,
      visits: 1,
      spentMinor: 40_100,
    });
    await wellKept();
  },
);

test('paid in parts on two days: each part counts on its day, the sale and its points on the last', async () => {
  const { customer, token } = await register('001');
  const order = await place(token, '1000.00');
  await payOnline(token, order, '300.00');
  const first = await dayOf('2026-03-02');
  expect(first).toMatchObject({ ordersCount: 0, totalMinor: 0, journal: { agrees: true } });
  expect(onlineOf(first)).toEqual({ kind: 'online', count: 1, amountMinor: 30_000 });
  expect((await ask(till, `GET /api/orders/${order}/`, { token })).body).toMatchObject({ status: 'pending' });

  await moveTo(till, '2026-03-03T02:00:00.000Z');
  const later = await access('p001', password);
  await payOnline(later, order, '200.00');
  await payOnline(later, order, '500.00');
  const second = await dayOf('2026-03-03');
  expect(second).toMatchObject({
    ordersCount: 1,
    totalMinor: 100_000,
    pointsIssued: 100,
    journal: { agrees: true },
  });
  expect(onlineOf(second)).toEqual({ kind: 'online', count: 2, amountMinor: 70_000 });
  expect(onlineOf(await dayOf('2026-03-02'))).toEqual({ kind: 'online', count: 1, amountMinor: 30_000 });
  expect((await ask(till, `GET /api/orders/${order}/`, { token: later })).body).toMatchObject({
    status: 'paid',
  });
  expect((await till.call<Customer>('GET', `/customers/${customer.id}`)).body.pointsBalance).toBe(100);
  await wellKept();
});

test('one ledger: what the counter, the web and the till gave is one balance everywhere', async () => {
  const { customer, token } = await register('001');
  await till.openShift();
  await ringUp(till, { customerId: customer.id, lines: [{ product: bread, quantityMilli: 2_000 }] });
  await payOnline(token, await place(token, '250.00'), '250.00');
  const pos = (path: string, json: object) =>
    ask(till, `POST /api/pos/${path}/`, {
      token: staff,
      json: { user_qr_code: customer.qrCode, ...json },
    });
  await pos('award-points', { points: 7 });
  const asked = await Promise.all(
    Array.from({ length: 16 }, () => pos('process-order-points', { order_total: '99.90', order_id: 'A-1' })),
  );
  expect(new Set(asked.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  const points = 11 + 25 + 7 + 9;
  const scanned = (await pos('scan-user', { qr_code: customer.qrCode })).body;
  expect(scanned).toMatchObject({ user: { points } });
  expect((await till.call<Customer>('GET', `/customers/${customer.id}`)).body.pointsBalance).toBe(points);
  const login = { email: 'p001@example.com', password };
  const signedIn = await ask(till, 'POST /api/auth/customer/login/', { json: login });
  expect(signedIn).toMatchObject({ status: 200, body: { customer: { loyalty_points: points } } });
  await wellKept();
});

test('of payments that race for what is due one wins, and there is one sale', async () => {
  const { customer, token } = await register('001');
  const order = await place(token, '100.00');
  const started = await Promise.all(
    Array.from({ length: 8 }, () =>
      ask(till, 'POST /api/orders/payments/', { token, json: { order, amount: '100.00' } }),
    ),
  );
  const finished = await Promise.all(
    started.map(({ body }) =>
      ask(till, `PATCH /api/orders/payments/${(body as { id: number }).id}/`, {
        token,
        json: { status: 'completed' },
      }),
    ),
  );
  expect(finished.map(({ status }) => status).toSorted()).toEqual([200, 400, 400, 400, 400, 400, 400, 400]);
  expect((await till.call<Customer>('GET', `/customers/${customer.id}`)).body).toMatchObject({
    visits: 1,
    spentMinor: 10_000,
    pointsBalance: 10,
  });
  await wellKept();
});
