import { expect, test } from 'vitest';
import { requireApproval } from '../../electron/engine/approvals/index.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { ok } from '../../shared/domain/result.ts';
import type { Act } from '../../shared/domain/acts.ts';
import { openTestEngine, testShop, type TestEngine } from '../fixtures/engine.ts';

const staffPin = '7351';

type Approved = { id: string; way: string; approvedBy: string; error?: { code: string; message: string } };

async function open() {
  const till = await openTestEngine();
  await till.setUp();
  await till.call('POST', '/accounts', {
    body: {
      username: 'carlo',
      displayName: 'Carlo Cashier',
      role: 'staff',
      password: 'battery staple 9',
      pin: staffPin,
    },
  });
  const { body } = await till.call<{ accessToken: string; account: { id: string } }>('POST', '/sessions', {
    body: { pin: staffPin },
    token: null,
  });
  const token = body.accessToken;
  const approve = (pin: string, more: object = {}) =>
    till.call<Approved>('POST', '/approvals', {
      token,
      body: { id: systemIds.uuid(), act: 'cash-out', subject: subject, figure: 60_000, pin, ...more },
    });
  const subject = systemIds.uuid();
  return { till, token, subject, approve, use: actingAs(till, body.account.id, subject) };
}

/** Does an act as the staff account, with these approvals. */
function actingAs(till: TestEngine, accountId: string, subject: string) {
  return (
    approvalIds: string[],
    { act = 'cash-out', figure = 60_000 }: { act?: Act; figure?: number } = {},
  ) =>
    till.engine.context.write((tx) => {
      const accountRowId = tx.first<Record<never, never>, { row_id: number }>({
        sql: `SELECT row_id FROM accounts WHERE id = '${accountId}'`,
        values: [],
      })?.row_id;
      if (accountRowId === undefined) throw new Error('the account is not there');
      const actor = { role: 'staff', accountRowId } as const;
      const used = requireApproval(till.engine.context, tx, { act, subject, figure, actor, approvalIds });
      return used.ok ? ok(used.value) : used;
    });
}

test('a manager’s PIN approves one act, once, and both names are in the journal', async () => {
  const { till, approve, use } = await open();
  expect(await use([])).toMatchObject({
    ok: false,
    failure: { code: 'approval-needed', details: { act: 'cash-out', way: 'manager', figure: 60_000 } },
  });
  const given = await approve(testShop.owner.pin);
  expect([given.status, given.body.way, given.body.approvedBy]).toEqual([201, 'manager', 'Olivia Owner']);
  expect(await use([given.body.id], { figure: 60_001 })).toMatchObject({
    failure: { code: 'approval-unknown' },
  });
  expect(await use([given.body.id], { act: 'void' })).toMatchObject({ failure: { code: 'approval-needed' } });
  expect(await use([given.body.id])).toMatchObject({ ok: true, value: { id: given.body.id } });
  expect(await use([given.body.id])).toMatchObject({ failure: { code: 'approval-unknown' } });
  const journal = await till.call<{ items: { kind: string; summary: string }[] }>('GET', '/journal');
  expect(journal.body.items.find(({ kind }) => kind === 'approval.given')?.summary).toBe(
    'Olivia Owner allowed Carlo Cashier: cash-out',
  );
});

test('what the rule allows needs nobody, and what it forbids no PIN opens', async () => {
  const { till, approve, use } = await open();
  expect(await use([], { figure: 50_000 })).toEqual({ ok: true, value: null });
  await till.call('PATCH', '/settings', {
    body: { acts: { 'cash-out': { within: 'never', limit: null, beyond: 'never' } } },
  });
  expect(await use([])).toMatchObject({ failure: { code: 'act-forbidden' } });
  expect((await approve(testShop.owner.pin)).body.error?.code).toBe('act-forbidden');
});

test('nobody approves their own act, and no cashier another’s', async () => {
  const { till, approve } = await open();
  expect((await approve(staffPin)).body.error).toEqual({
    code: 'approval-refused',
    message: 'Nobody approves their own act. Ask a manager for their PIN.',
  });
  await till.call('POST', '/accounts', {
    body: {
      username: 'dina',
      displayName: 'Dina',
      role: 'staff',
      password: 'battery staple 8',
      pin: '8264',
    },
  });
  expect((await approve('8264')).body.error?.message).toBe(
    'Dina is no manager. Ask a manager for their PIN.',
  );
});

test('where one’s own PIN is enough, another’s is not', async () => {
  const { approve, use } = await open();
  const other = await approve(testShop.owner.pin, { act: 'no-sale', figure: 0 });
  expect(other.body.error?.message).toBe('This takes the PIN of Carlo Cashier.');
  const own = await approve(staffPin, { act: 'no-sale', figure: 0 });
  expect(own.body.way).toBe('own-pin');
  expect(await use([own.body.id], { act: 'no-sale', figure: 0 })).toMatchObject({ ok: true });
});

test('guessing is slowed down, and locks nobody out of signing in', async () => {
  const { till, approve } = await open();
  const codes: string[] = [];
  for (let attempt = 0; attempt < 6; attempt += 1)
    codes.push((await approve(`${1470 + attempt}`)).body.error?.code ?? '');
  expect(codes).toEqual([...Array<string>(5).fill('sign-in-failed'), 'sign-in-throttled']);
  const signedIn = await till.call('POST', '/sessions', { body: { pin: staffPin }, token: null });
  expect(signedIn.status).toBe(201);
  const journal = await till.call<{ items: { summary: string }[] }>('GET', '/journal');
  expect(journal.body.items.map(({ summary }) => summary)).toContain(
    'Refused an approval by PIN: 5 failures in a row',
  );
});

test('the same id again is the same approval, and half a day later it is void', async () => {
  const { till, approve, use } = await open();
  const id = systemIds.uuid();
  const first = await approve(testShop.owner.pin, { id });
  expect((await approve('0000', { id })).body).toEqual(first.body);
  till.clock.advance(12 * 60 * 60_000 + 1);
  expect(await use([id])).toMatchObject({ failure: { code: 'approval-unknown' } });
});
