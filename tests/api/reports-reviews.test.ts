import { expect, test } from 'vitest';
import type { Customer } from '../../shared/api/customers.ts';
import type { ReviewRow } from '../../shared/api/people.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, ringUp } from '../fixtures/ring-up.ts';

type Page = { items: ReviewRow[]; total: number; offset: number };

async function openShop(): Promise<{ till: TestEngine; staff: string; customers: Customer[] }> {
  const till = await openTestEngine();
  await till.setUp();
  await till.openShift();
  const staff = await till.signInStaff();
  const customers: Customer[] = [];
  for (const name of ['Zoe Lim', 'Ana Cruz', 'Carlo Reyes']) {
    const { body } = await till.call<Customer>('POST', '/customers', {
      body: { name, phone: name === 'Ana Cruz' ? '0917 123 4567' : '' },
    });
    customers.push(body);
  }
  return { till, staff, customers };
}

async function review(till: TestEngine, query = ''): Promise<Page> {
  const { status, body } = await till.call<Page>('GET', `/reviews${query}`);
  expect(status).toBe(200);
  return body;
}

const names = (page: Page) => page.items.map((row) => row.name);
const everybody = ['Carlo Cashier', 'Olivia Owner', 'Ana Cruz', 'Carlo Reyes', 'Zoe Lim'];

test('staff and customers are one list, with what they sold and bought', async () => {
  const { till, staff, customers } = await openShop();
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 5_000 });
  const ana = customers[1];
  await ringUp(till, { lines: [{ product: bread, quantityMilli: 1000 }], token: staff });
  await ringUp(till, {
    lines: [{ product: bread, quantityMilli: 2000 }],
    customerId: ana?.id ?? null,
    token: staff,
  });
  const page = await review(till);
  expect(names(page)).toEqual(everybody);
  expect(page.total).toBe(5);
  expect(page.items[0]).toMatchObject({
    kind: 'staff',
    detail: 'carlo',
    role: 'staff',
    status: 'active',
    salesCount: 2,
    salesMinor: 15_000,
    pointsBalance: null,
    openSessions: 1,
  });
  expect(page.items[1]).toMatchObject({ role: 'admin', salesCount: 0, salesMinor: 0 });
  expect(page.items[2]).toMatchObject({
    kind: 'customer',
    id: ana?.id,
    detail: 'CUST-00002 · 0917 123 4567',
    role: 'customer',
    salesCount: 1,
    salesMinor: 10_000,
    pointsBalance: 10,
    openSessions: 0,
    lastSeenAt: '2026-03-02T01:00:00.000Z',
  });
});

test('pages run from staff into customers without gap or overlap', async () => {
  const { till } = await openShop();
  const seen: string[] = [];
  for (let offset = 0; offset < 6; offset += 1) {
    const page = await review(till, `?offset=${offset}&limit=1`);
    expect(page).toMatchObject({ total: 5, offset });
    seen.push(...names(page));
  }
  expect(seen).toEqual(everybody);
  expect(names(await review(till, '?offset=1&limit=2'))).toEqual(['Olivia Owner', 'Ana Cruz']);
});

test('search and kind', async () => {
  const { till } = await openShop();
  expect(names(await review(till, '?search=CARLO'))).toEqual(['Carlo Cashier', 'Carlo Reyes']);
  expect(names(await review(till, '?search=carlo&kind=staff'))).toEqual(['Carlo Cashier']);
  expect(names(await review(till, '?search=carlo&kind=customer'))).toEqual(['Carlo Reyes']);
  expect(names(await review(till, '?search=09171234567'))).toEqual(['Ana Cruz']);
  expect(names(await review(till, '?search=olivia'))).toEqual(['Olivia Owner']);
  expect(await review(till, '?search=nobody')).toEqual({ items: [], total: 0, offset: 0 });
});

test('the review is for admins', async () => {
  const { till, staff } = await openShop();
  expect((await till.call('GET', '/reviews', { token: staff })).status).toBe(403);
});
