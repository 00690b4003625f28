import { expect, test } from 'vitest';
import type { CustomerCreate } from '../../../shared/api/customers.ts';
import { customerCreate } from '../../../shared/api/customers.ts';
import { openBareBooks } from '../../../tests/fixtures/bare-books.ts';
import type { EngineContext } from '../context.ts';
import { rawQuery } from '../db/query.ts';
import { changeCustomer } from './change-customer.ts';
import { createCustomer } from './create-customer.ts';
import { findCustomerByScan } from './find-customer-by-scan.ts';
import { listCustomers } from './list-customers.ts';
import { recordVisit } from './record-visit.ts';
import { ok } from '../../../shared/domain/result.ts';

const actor = { accountId: '00000000-0000-7000-8000-000000000001' };
const entries = rawQuery<
  Record<never, never>,
  { kind: string; actor: string; body: string; part: string | null }
>('SELECT kind, actor, body, part FROM journal LEFT JOIN journal_personal USING (seq) ORDER BY seq');

function create(context: EngineContext, input: CustomerCreate) {
  return createCustomer(context, customerCreate.parse(input), actor);
}

async function created(context: EngineContext, input: CustomerCreate) {
  const made = await create(context, input);
  if (!made.ok) throw new Error(made.failure.code);
  return made.value.customer;
}

test('codes are given out one after the other, and a refused customer uses none up', async () => {
  const { context } = await openBareBooks();
  expect((await created(context, { name: 'Ana', phone: '0917 123 4567' })).code).toBe('CUST-00001');
  const refused = await create(context, { name: 'Ben', phone: '+63 917 123 4567' });
  expect(refused).toMatchObject({ ok: false, failure: { code: 'phone-taken', field: 'phone' } });
  expect((await created(context, { name: 'Cara' })).code).toBe('CUST-00002');
});

test('a QR code is 32 upper-case hex digits of its own, and finds its customer in any case', async () => {
  const { context } = await openBareBooks();
  const ana = await created(context, { name: 'Ana' });
  const ben = await created(context, { name: 'Ben' });
  expect(ana.qrCode).toMatch(/^[0-9A-F]{32}$/);
  expect(ben.qrCode).not.toBe(ana.qrCode);
  expect(await findCustomerByScan(context, ben.qrCode.toLowerCase())).toMatchObject({
    value: { id: ben.id },
  });
  expect(await findCustomerByScan(context, 'cust-00001')).toMatchObject({ value: { id: ana.id } });
  expect(await findCustomerByScan(context, 'CUST-00099')).toEqual(ok(null));
});

test('the same id again is the same customer, unchanged, and one journal entry', async () => {
  const { context, read } = await openBareBooks();
  const id = '019500aa-0000-7000-8000-000000000001';
  const first = await create(context, { id, name: 'Ana', phone: '0917 123 4567' });
  const again = await create(context, { id, name: 'Ana Cruz', phone: '0917 123 4567' });
  expect(first).toMatchObject({ ok: true, value: { repeated: false } });
  expect(again).toMatchObject({ ok: true, value: { repeated: true, customer: { id, name: 'Ana' } } });
  expect(read.all(entries)).toHaveLength(1);
});

test('phones and e-mails that are the same in another spelling are taken; those that are none are refused', async () => {
  const { context } = await openBareBooks();
  const ana = await created(context, { name: 'Ana', phone: '0917-123-4567', email: 'Ana@Example.com' });
  for (const phone of ['+639171234567', '917 123 4567', '639171234567']) {
    expect(await create(context, { name: 'Ben', phone })).toMatchObject({
      failure: { code: 'phone-taken', details: { customerId: ana.id, code: ana.code } },
    });
  }
  expect(await create(context, { name: 'Ben', email: 'ana@example.COM' })).toMatchObject({
    failure: { code: 'email-taken', field: 'email' },
  });
  expect(await create(context, { name: 'Ben', phone: 'call me' })).toMatchObject({
    failure: { code: 'phone-invalid' },
  });
});

test('personal fields are beside the journal, never in its bodies', async () => {
  const { context, read } = await openBareBooks();
  const ana = await created(context, { name: 'Ana Cruz', phone: '09171234567', email: 'ana@example.com' });
  const changed = await changeCustomer(
    context,
    ana.id,
    { name: 'Ana Reyes', notes: 'likes pandesal' },
    actor,
  );
  expect(changed).toMatchObject({ ok: true, value: { name: 'Ana Reyes', phone: '09171234567' } });
  const [made, edited] = read.all(entries);
  expect(made).toMatchObject({ kind: 'customer.created', actor: actor.accountId });
  expect(JSON.parse(made?.body ?? '')).toEqual({
    customerId: ana.id,
    code: ana.code,
    qrCode: ana.qrCode,
    stamp: expect.stringMatching(/^\d{15}-/) as string,
    personalHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  });
  expect(JSON.parse(made?.part ?? '')).toMatchObject({ name: 'Ana Cruz', email: 'ana@example.com' });
  expect(JSON.parse(edited?.body ?? '')).toMatchObject({ customerId: ana.id, changed: ['name', 'notes'] });
  expect(JSON.parse(edited?.part ?? '')).toEqual({ name: 'Ana Reyes', notes: 'likes pandesal' });
  expect(`${made?.body}${edited?.body}`).not.toMatch(/Ana|Cruz|0917|pandesal/);
});

test('a change is found by the new words and no longer by the old', async () => {
  const { context, read } = await openBareBooks();
  const ana = await created(context, { name: 'Ana Cruz', phone: '09171234567' });
  await changeCustomer(context, ana.id, { name: 'Bea Santos', phone: '' }, actor);
  const found = (search: string) =>
    listCustomers(read, { search, sort: 'name', offset: 0, limit: 10, country: 'PH' }).total;
  expect([found('santos'), found('cruz'), found('0917 123 4567'), found('4567')]).toEqual([1, 0, 0, 0]);
});

test('a change that changes nothing writes nothing; one to a taken phone is refused', async () => {
  const { context, read } = await openBareBooks();
  const ana = await created(context, { name: 'Ana', phone: '09171234567' });
  const ben = await created(context, { name: 'Ben' });
  await changeCustomer(context, ana.id, { name: 'Ana', phone: '09171234567' }, actor);
  expect(read.all(entries)).toHaveLength(2);
  expect(await changeCustomer(context, ben.id, { phone: '+63 917 1234567' }, actor)).toMatchObject({
    failure: { code: 'phone-taken' },
  });
  expect(
    await changeCustomer(context, '019500aa-0000-7000-8000-00000000dead', { name: 'X' }, actor),
  ).toMatchObject({ failure: { code: 'customer-unknown' } });
});

test('a visit counts, adds up, and never makes the last visit older', async () => {
  const { context, read } = await openBareBooks();
  const ana = await created(context, { name: 'Ana' });
  const rowId = read.first(
    rawQuery<Record<never, never>, { row_id: number }>('SELECT row_id FROM customers'),
  );
  for (const at of ['2026-03-02T05:00:00.000Z', '2026-03-01T05:00:00.000Z']) {
    await context.write((tx) =>
      ok(recordVisit(tx, { customerRowId: rowId?.row_id ?? 0, spentMinor: 1250, at })),
    );
  }
  expect(await findCustomerByScan(context, ana.code)).toMatchObject({
    value: { visits: 2, spentMinor: 2500, lastVisitAt: '2026-03-02T05:00:00.000Z' },
  });
});
