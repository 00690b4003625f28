import { expect, test } from 'vitest';
import { requireApproval } from '../../electron/engine/approvals/index.ts';
import { query } from '../../electron/engine/db/query.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { append } from '../../electron/engine/journal/index.ts';
import type { Act } from '../../shared/domain/acts.ts';
import { ok } from '../../shared/domain/result.ts';
import { openTestEngine, testShop, type TestEngine } from '../fixtures/engine.ts';
import { tamper } from '../fixtures/ring-up.ts';

const staffPin = '7351';
const managerPin = testShop.owner.pin;
const subject = systemIds.uuid();

type Approved = { id: string; way: string; approvedBy: string; error?: { code: string; message: string } };

const rowIdOf = query<{ id: string }>()((b, p) =>
  b.selectFrom('accounts').select('row_id').where('id', '=', p('id')),
);

/** A till where Carlo, who is staff, is signed in and asks for approvals. */
async function open() {
  const till = await openTestEngine();
  await till.setUp();
  await addStaff(till, 'carlo', staffPin);
  const { body } = await till.call<{ accessToken: string; account: { id: string } }>('POST', '/sessions', {
    body: { pin: staffPin },
    token: null,
  });
  const approve = (pin: string, more: object = {}) =>
    till.call<Approved>('POST', '/approvals', {
      token: body.accessToken,
      body: { id: systemIds.uuid(), act: 'cash-out', subject, figure: 60_000, pin, ...more },
    });
  return { till, token: body.accessToken, approve, use: actAs(till, body.account.id) };
}

function addStaff(till: TestEngine, username: string, pin: string) {
  const displayName = username === 'carlo' ? 'Carlo Cashier' : username;
  return till.call('POST', '/accounts', {
    body: { username, displayName, role: 'staff', password: 'battery staple 9', pin },
  });
}

/** Does an act as the staff account, with these approvals, and leaves its entry. */
function actAs({ engine: { context } }: TestEngine, accountId: string) {
  return (
    approvalIds: string[],
    { act = 'cash-out', figure = 60_000 }: { act?: Act; figure?: number } = {},
  ) =>
    context.write((tx) => {
      const accountRowId = tx.first(rowIdOf, { id: accountId })?.row_id ?? 0;
      const actor = { role: 'staff', accountRowId } as const;
      const used = requireApproval(context, tx, { act, subject, figure, actor, approvalIds });
      if (!used.ok) return used;
      append(context, tx, {
        kind: 'cash.moved',
        body: {
          moveId: systemIds.uuid(),
          shiftId: subject,
          slipNumber: 1,
          kind: 'out',
          amountMinor: figure,
          reason: 'ice',
          approvalId: used.value?.id ?? null,
        },
        actor: accountId,
      });
      return ok(used.value);
    });
}

test('a manager’s PIN approves one act, once, and both names are in the journal', async () => {
  const { till, approve, use } = await open();
  expect(await use([])).toMatchObject({
    ok: false,
    failure: {
      code: 'approval-needed',
      details: { act: 'cash-out', way: 'manager', figure: 60_000, subject },
    },
  });
  const given = await approve(managerPin);
  expect([given.status, given.body.way, given.body.approvedBy]).toEqual([201, 'manager', 'Olivia Owner']);
  expect(await use([given.body.id], { figure: 60_001 })).toMatchObject({
    failure: { code: 'approval-needed' },
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
  expect((await approve(managerPin, { figure: 50_000 })).body.error?.code).toBe('approval-refused');
  await till.call('PATCH', '/settings', {
    body: { acts: { 'cash-out': { within: 'never', limit: null, beyond: 'never' } } },
  });
  expect(await use([])).toMatchObject({ failure: { code: 'act-forbidden' } });
  expect((await approve(managerPin)).body.error?.code).toBe('act-forbidden');
});

test('nobody approves their own act, nor does another cashier, whose PIN is not told from one of nobody', async () => {
  const { till, approve } = await open();
  await addStaff(till, 'dina', '8264');
  const refusals = [await approve(staffPin), await approve('8264'), await approve('1470')];
  expect(refusals.map(({ status, body }) => [status, body.error?.code, body.error?.message])).toEqual([
    [403, 'approval-refused', 'Your own PIN does not count here.'],
    [403, 'approval-refused', 'This is not the PIN of a manager.'],
    [403, 'approval-refused', 'This is not the PIN of a manager.'],
  ]);
  const journal = await till.call<{ items: { summary: string }[] }>('GET', '/journal');
  expect(journal.body.items.slice(0, 3).map(({ summary }) => summary)).toEqual([
    'Refused the PIN of an approval: cash-out, 2 failures in a row',
    'Refused the PIN of an approval: cash-out, 1 failure in a row',
    'Refused an approval by the same person: cash-out',
  ]);
});

test('a manager who was disabled approves nothing', async () => {
  const { till, approve } = await open();
  const { body } = await till.call<{ id: string }>('POST', '/accounts', {
    body: {
      username: 'mara',
      displayName: 'Mara',
      role: 'admin',
      password: 'battery staple 9',
      pin: '4826',
    },
  });
  expect((await approve('4826')).status).toBe(201);
  await till.call('PATCH', `/accounts/${body.id}`, { body: { status: 'disabled' } });
  expect((await approve('4826')).body.error?.code).toBe('approval-refused');
});

test('where one’s own PIN is enough, another’s is not, and it is not enough for what takes a manager', async () => {
  const { till, approve, use } = await open();
  const noSale = { act: 'no-sale', figure: 0 } as const;
  expect((await approve(managerPin, noSale)).body.error?.message).toBe('This is not your PIN.');
  const own = await approve(staffPin, noSale);
  expect(own.body.way).toBe('own-pin');
  await till.call('PATCH', '/settings', {
    body: { acts: { 'no-sale': { within: 'manager', limit: null, beyond: 'manager' } } },
  });
  expect(await use([own.body.id], noSale)).toMatchObject({
    failure: { code: 'approval-needed', details: { way: 'manager' } },
  });
});

test('guessing is slowed down, right or wrong, and locks nobody else out', async () => {
  const { till, approve } = await open();
  const codes: string[] = [];
  for (let attempt = 0; attempt < 5; attempt += 1)
    codes.push((await approve(`${1470 + attempt}`)).body.error?.code ?? '');
  const blocked = await approve(managerPin);
  expect([...codes, blocked.body.error?.code]).toEqual([
    ...Array<string>(5).fill('approval-refused'),
    'sign-in-throttled',
  ]);
  expect(blocked.headers.get('retry-after')).toBe('5');
  expect(blocked.body.error?.message).toBe('Too many failed attempts. Please wait 5 seconds.');
  expect((await till.call('POST', '/sessions', { body: { pin: staffPin }, token: null })).status).toBe(201);
  till.clock.advance(5_000);
  expect((await approve(managerPin)).status).toBe(201);
});

test('a hundred guesses sent at once are not a hundred tries', async () => {
  const { approve } = await open();
  const answers = await Promise.all(Array.from({ length: 100 }, (_, at) => approve(`${3000 + at}`)));
  const tried = answers.filter(({ body }) => body.error?.code === 'approval-refused');
  expect([answers.length - tried.length, tried.length]).toEqual([95, 5]);
});

test('a PIN approves at the till itself only', async () => {
  const { till, token } = await open();
  const request = new Request('http://till.test/api/v1/approvals', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ id: systemIds.uuid(), act: 'void', subject, figure: 0, pin: managerPin }),
  });
  const door = { name: 'none', remoteAddress: '192.168.1.20', ownHosts: [], ownOrigins: [] } as const;
  const answer = await till.engine.fetch(request, door);
  expect([answer.status, await answer.json()]).toMatchObject([403, { error: { code: 'pin-at-the-till' } }]);
});

test('the same id again is the same approval, for the same thing; half a day later it is void', async () => {
  const { till, approve, use } = await open();
  const id = systemIds.uuid();
  const first = await approve(managerPin, { id });
  expect((await approve('0000', { id })).body).toEqual(first.body);
  expect((await approve(managerPin, { id, figure: 90_000 })).body.error?.code).toBe('approval-unknown');
  till.clock.advance(12 * 60 * 60_000 + 1);
  expect(await use([id])).toMatchObject({ failure: { code: 'approval-needed' } });
  till.clock.set(till.clock.now() - 60_000);
  expect(await use([id])).toMatchObject({ failure: { code: 'approval-needed' } });
});

test('verify holds approvals against what gave and what took them', async () => {
  const { till, approve, use } = await open();
  const [taken, left] = [(await approve(managerPin)).body.id, (await approve(managerPin)).body.id];
  await use([taken]);
  const problems = async () => (await till.engine.verify()).problems.map(({ what }) => what);
  expect((await problems()).filter((what) => what.includes('approval'))).toEqual([]);
  const undo = `UPDATE approvals SET used_at = NULL WHERE id = '${taken}'`;
  for (const [sql, found] of [
    [undo, `The approval ${taken} counts as unused`],
    [`UPDATE approvals SET used_at = at WHERE id = '${left}'`, `The approval ${left} counts as used`],
    [`UPDATE approvals SET figure = 1 WHERE id = '${left}'`, `The approval ${left} does not follow`],
    [`UPDATE approvals SET approved_by_row_id = 2 WHERE id = '${taken}'`, `The approval ${taken} does not`],
  ] as const) {
    tamper(till, sql);
    expect(await problems()).toContainEqual(expect.stringContaining(found));
  }
  tamper(till, undo);
  expect((await use([taken])).ok).toBe(true);
  expect(await problems()).toContainEqual(expect.stringMatching(`The approval ${taken} was taken by entry`));
});
