import { expect, test } from 'vitest';
import type { Customer, PointsEntry } from '../../shared/api/customers.ts';
import type { ErrorAnswer } from '../../shared/api/common.ts';
import type { OrderSummary } from '../../shared/api/orders.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, ringUp } from '../fixtures/ring-up.ts';

type Page<Item> = { items: Item[]; total: number; offset: number };

async function openShop(): Promise<TestEngine> {
  const till = await openTestEngine();
  await till.setUp();
  return till;
}

async function makeCustomer(till: TestEngine, body: object): Promise<Customer> {
  const made = await till.call<Customer>('POST', '/customers', { body });
  expect(made.status).toBe(201);
  return made.body;
}

test('a customer is made at the counter, read, changed and found', async () => {
  const till = await openShop();
  const ana = await makeCustomer(till, { name: '  Ana Cruz ', phone: '0917 123 4567' });
  expect(ana).toMatchObject({
    code: 'CUST-00001',
    name: 'Ana Cruz',
    pointsBalance: 0,
    visits: 0,
    lastVisitAt: null,
  });
  expect((await till.call('GET', `/customers/${ana.id}`)).body).toEqual(ana);

  const changed = await till.call<Customer>('PATCH', `/customers/${ana.id}`, {
    body: { email: 'ana@example.com', birthday: '1990-02-28' },
  });
  expect(changed.body).toEqual({ ...ana, email: 'ana@example.com', birthday: '1990-02-28' });
  const found = await till.call<Page<Customer>>(
    'GET',
    `/customers?search=${encodeURIComponent('+63 917-123-4567')}`,
  );
  expect(found.body).toEqual({ items: [changed.body], total: 1, offset: 0 });
});

test('a retry with the same id is answered with the same customer', async () => {
  const till = await openShop();
  const body = { id: systemIds.uuid(), name: 'Ana' };
  const first = await till.call('POST', '/customers', { body });
  const again = await till.call('POST', '/customers', { body });
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toEqual(first.body);
});

test('what cannot be is refused with its field, and says which customer has it', async () => {
  const till = await openShop();
  const ana = await makeCustomer(till, { name: 'Ana', phone: '09171234567', email: 'ana@example.com' });
  const refuse = async (body: object) => {
    const { status, body: answer } = await till.call<ErrorAnswer>('POST', '/customers', { body });
    return [status, answer.error.code, answer.error.field, answer.error.details?.['customerId']];
  };
  expect(await refuse({ name: 'Ben', phone: '917 123 4567' })).toEqual([409, 'phone-taken', 'phone', ana.id]);
  expect(await refuse({ name: 'Ben', email: 'ANA@example.com' })).toEqual([
    409,
    'email-taken',
    'email',
    ana.id,
  ]);
  expect(await refuse({ name: 'Ben', phone: 'none' })).toEqual([422, 'phone-invalid', 'phone', undefined]);
  expect(await refuse({ name: ' ' })).toEqual([400, 'request-invalid', 'name', undefined]);
  expect(await refuse({ name: 'A\nB' })).toEqual([400, 'request-invalid', 'name', undefined]);
  const unknown = await till.call<ErrorAnswer>('GET', `/customers/${systemIds.uuid()}`);
  expect([unknown.status, unknown.body.error.code]).toEqual([404, 'customer-unknown']);
});

test('sales give points, visits, spending, and pages of both', async () => {
  const till = await openShop();
  await till.openShift();
  const ana = await makeCustomer(till, { name: 'Ana' });
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 2_550 });
  const orders: string[] = [];
  for (const quantityMilli of [1000, 2000, 3000]) {
    till.clock.advance(1000);
    const { order } = await ringUp(till, {
      lines: [{ product: bread, quantityMilli }],
      customerId: ana.id,
    });
    orders.push(order.id);
  }
  const after = (await till.call<Customer>('GET', `/customers/${ana.id}`)).body;
  expect(after).toMatchObject({
    pointsBalance: 2 + 5 + 7,
    visits: 3,
    spentMinor: 15_300,
    lastVisitAt: '2026-03-02T01:00:03.000Z',
  });

  const points = await till.call<Page<PointsEntry>>('GET', `/customers/${ana.id}/points?limit=2`);
  expect(points.body.total).toBe(3);
  expect(points.body.items).toMatchObject([
    { kind: 'earned', points: 7, balanceAfter: 14, orderId: orders[2], receiptNumber: 'S01-T1-A-000003' },
    { kind: 'earned', points: 5, balanceAfter: 7, orderId: orders[1] },
  ]);
  const bought = await till.call<Page<OrderSummary>>('GET', `/customers/${ana.id}/orders?offset=1&limit=1`);
  expect(bought.body).toMatchObject({ total: 3, offset: 1, sumMinor: 15_300 });
  expect(bought.body.items.map((order) => order.id)).toEqual([orders[1]]);
});

test('the card is an SVG of its own type', async () => {
  const till = await openShop();
  const ana = await makeCustomer(till, { name: 'Ana & <b>' });
  const card = await till.call<string>('GET', `/customers/${ana.id}/card.svg`);
  expect(card.status).toBe(200);
  expect(card.headers.get('content-type')).toBe('image/svg+xml');
  expect(card.body).toContain('Corner Bakery');
  expect(card.body).toContain('Ana &amp; &lt;b&gt;');
  expect(card.body).toContain('CUST-00001');
  expect((await till.call('GET', `/customers/${systemIds.uuid()}/card.svg`)).status).toBe(404);
});

test('staff may do it, nobody may not; the journal verifies and holds no personal field', async () => {
  const till = await openShop();
  const token = await till.signInStaff();
  const made = await till.call<Customer>('POST', '/customers', {
    body: { name: 'Zenaida Quirino', phone: '0917 765 4321' },
    token,
  });
  expect(made.status).toBe(201);
  for (const path of ['/customers', `/customers/${made.body.id}`, `/customers/${made.body.id}/card.svg`]) {
    expect((await till.call('GET', path, { token: null })).status).toBe(401);
  }
  await till.call('PATCH', `/customers/${made.body.id}`, { body: { name: 'Zenaida Roxas' }, token });
  const journal = await till.call('GET', '/journal?limit=200');
  const text = JSON.stringify(journal.body);
  expect(text).toContain('customer.created');
  expect(text).not.toMatch(/Zenaida|Quirino|Roxas|7654321|765 4321/);
  expect((await till.call('POST', '/journal/verify')).body).toMatchObject({ content: true, problems: [] });
});

test('customers made at the same moment get codes without gaps, and what was answered survives a restart', async () => {
  const till = await openShop();
  const made = await Promise.all(
    Array.from({ length: 40 }, (_, at) => makeCustomer(till, { name: `Customer ${at}` })),
  );
  const codes = made.map((customer) => customer.code).toSorted();
  expect(codes).toEqual(Array.from({ length: 40 }, (_, at) => `CUST-${String(at + 1).padStart(5, '0')}`));
  const again = await till.restart();
  const page = await again.call<Page<Customer>>('GET', '/customers?sort=code&limit=200');
  expect(page.body.items.map((customer) => customer.id).toSorted()).toEqual(
    made.map((customer) => customer.id).toSorted(),
  );
  expect((await makeCustomer(again, { name: 'Next' })).code).toBe('CUST-00041');
});
