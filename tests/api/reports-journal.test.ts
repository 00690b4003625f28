import { expect, test } from 'vitest';
import type { JournalEntry, VerifyAnswer } from '../../shared/api/reports.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, ringUp, tamper } from '../fixtures/ring-up.ts';

type Page = { items: JournalEntry[]; total: number; offset: number; kinds: string[] };

async function journal(till: TestEngine, query = ''): Promise<Page> {
  const { status, body } = await till.call<Page>('GET', `/journal${query}`);
  expect(status).toBe(200);
  return body;
}

async function openShop(): Promise<TestEngine> {
  const till = await openTestEngine();
  await till.setUp();
  await till.openShift();
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 2_550 });
  const token = await till.signInStaff();
  await ringUp(till, { lines: [{ product: bread, quantityMilli: 1000 }], token });
  await ringUp(till, { lines: [{ product: bread, quantityMilli: 2000 }] });
  return till;
}

test('what was done is told newest first, with the name of who did it', async () => {
  const till = await openShop();
  const page = await journal(till);
  expect(page.items[0]).toMatchObject({
    kind: 'sale.committed',
    actor: 'Olivia Owner',
    summary: 'Sold S01-T1-A-000002: 1 line, PHP 51.00 by cash',
  });
  expect(page.items[1]).toMatchObject({ kind: 'sale.committed', actor: 'Carlo Cashier' });
  expect(page.items.map((entry) => entry.seq)).toEqual(
    Array.from({ length: page.total }, (_, at) => page.total - at),
  );
  expect(page.kinds).toEqual(expect.arrayContaining(['store.set-up', 'shift.opened', 'sale.committed']));
  expect(page.items.every((entry) => !/cannot be read|undefined|\[object/.test(entry.summary))).toBe(true);
});

test('a receipt number finds its entry, its end too', async () => {
  const till = await openShop();
  for (const search of ['S01-T1-A-000001', 's01-t1-a-000001', '000001']) {
    const { items } = await journal(till, `?search=${search}`);
    expect(items.map((entry) => entry.summary)).toEqual([expect.stringContaining('S01-T1-A-000001')]);
  }
  expect((await journal(till, '?kind=sale.committed')).total).toBe(2);
  expect((await journal(till, '?from=2026-03-03')).total).toBe(0);
});

test('verify is content with sound books and not with others', async () => {
  const till = await openShop();
  const sound = await till.call<VerifyAnswer>('POST', '/journal/verify');
  expect(sound.body).toMatchObject({ content: true, sales: 2, problems: [] });
  expect(sound.body.entries).toBe((await journal(till)).total);
  tamper(till, 'UPDATE orders SET total_minor = 1 WHERE number = 2');
  const unsound = await till.call<VerifyAnswer>('POST', '/journal/verify');
  expect(unsound.body.content).toBe(false);
  expect(unsound.body.problems.length).toBeGreaterThan(0);
});

test('the journal is for admins', async () => {
  const till = await openShop();
  const token = await till.signInStaff();
  expect((await till.call('GET', '/journal', { token })).status).toBe(403);
  expect((await till.call('POST', '/journal/verify', { token })).status).toBe(403);
});
