import { expect, test } from 'vitest';
import type { Account } from '../../../shared/api/people.ts';
import { openTestEngine, testShop, type Answer, type TestEngine } from '../../../tests/fixtures/engine.ts';
import { cookieOf, refresh, signIn, statusWith } from '../../../tests/fixtures/people.ts';
import { query } from '../db/query.ts';
import { changeAccount } from './change-account.ts';
import { seedDemoAccounts, verifyAccessToken } from './index.ts';

const carlo = {
  username: 'carlo',
  displayName: 'Carlo Cashier',
  role: 'staff',
  password: 'battery staple 9',
};
const journal = query()((b) => b.selectFrom('journal').select(['kind', 'body']).orderBy('seq'));
const personal = query()((b) => b.selectFrom('journal_personal').select('part'));

type Page = { items: Account[]; total: number };
const codeOf = (answer: Answer) => (answer.body as { error?: { code: string } }).error?.code;

async function withStaff() {
  const till = await openTestEngine();
  const token = await till.setUp();
  const created = await till.call<Account>('POST', '/accounts', { body: { ...carlo, pin: '4711' } });
  expect(created.status).toBe(201);
  return { ...till, token, staff: created.body };
}

async function ownerOf({ call }: Pick<TestEngine, 'call'>): Promise<Account> {
  const { body } = await call<Page>('GET', '/accounts?role=admin');
  const [owner] = body.items;
  if (owner === undefined) throw new Error('no owner');
  return owner;
}

test('an account is made, listed and found by any part of its names', async () => {
  const { call, staff } = await withStaff();
  expect(staff).toMatchObject({ username: 'carlo', role: 'staff', status: 'active', hasPin: true });
  expect(staff).toMatchObject({ openSessions: 0, lastSignInAt: null, customerId: null });
  await signIn(call, { pin: '4711' });
  const found = await call<Page>('GET', '/accounts?search=CASHIER%20carl');
  expect(found.body.items.map(({ id }) => id)).toEqual([staff.id]);
  expect(found.body.items[0]).toMatchObject({ openSessions: 1 });
  expect(found.body.items[0]?.lastSignInAt).not.toBeNull();
  const all = await call<Page>('GET', '/accounts?limit=1');
  expect(all.body).toMatchObject({ total: 2, offset: 0 });
  expect(all.body.items.map(({ username }) => username)).toEqual(['carlo']);
  expect((await call<Page>('GET', '/accounts?search=%25')).body.total).toBe(0);
  expect(JSON.stringify(all.body)).not.toMatch(/argon2|hash/i);
});

test('only an admin manages people', async () => {
  const { call, staff } = await withStaff();
  const { body } = await signIn(call, { pin: '4711' });
  for (const [method, path, request] of [
    ['GET', '/accounts', undefined],
    ['POST', '/accounts', { ...carlo, username: 'other' }],
    ['PATCH', `/accounts/${staff.id}`, { role: 'admin' }],
    ['POST', `/accounts/${staff.id}/end-sessions`, undefined],
  ] as const) {
    const as = { token: body.accessToken, ...(request === undefined ? {} : { body: request }) };
    expect((await call(method, path, as)).status).toBe(403);
    expect((await call(method, path, { ...as, token: null })).status).toBe(401);
  }
});

test('a user name is taken in any case, and a PIN for everybody', async () => {
  const { call, staff } = await withStaff();
  const again = await call('POST', '/accounts', { body: { ...carlo, username: 'CARLO' } });
  expect([again.status, codeOf(again)]).toEqual([409, 'username-taken']);
  const samePin = await call('POST', '/accounts', { body: { ...carlo, username: 'dina', pin: '4711' } });
  expect([samePin.status, codeOf(samePin)]).toEqual([409, 'pin-taken']);
  expect(JSON.stringify(samePin.body)).not.toMatch(/carlo/i);
  const trivial = await call('POST', '/accounts', { body: { ...carlo, username: 'dina', pin: '1234' } });
  expect(trivial.body).toEqual(samePin.body);
  const owners = await call('PATCH', `/accounts/${staff.id}`, { body: { pin: testShop.owner.pin } });
  expect([owners.status, codeOf(owners)]).toEqual([409, 'pin-taken']);
  expect((await call('PATCH', `/accounts/${staff.id}`, { body: { pin: '4711' } })).status).toBe(200);
  expect((await call<Page>('GET', '/accounts')).body.total).toBe(2);
});

test('two who ask for one PIN at once: one gets it', async () => {
  const { call } = await withStaff();
  const people = ['dina', 'emil', 'faye'].map((username) => ({ ...carlo, username, pin: '8642' }));
  const answers = await Promise.all(people.map((body) => call('POST', '/accounts', { body })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
});

test('a weak password is refused', async () => {
  const { call, staff } = await withStaff();
  for (const password of ['password123', 'aaaaaaaaaaaa', 'QWERTYUIOP']) {
    const answer = await call('PATCH', `/accounts/${staff.id}`, { body: { password } });
    expect([answer.status, codeOf(answer)]).toEqual([422, 'password-weak']);
  }
  const own = await call('POST', '/accounts', {
    body: { ...carlo, username: 'longusername', password: 'LongUserName' },
  });
  expect([own.status, codeOf(own)]).toEqual([422, 'password-weak']);
});

test('another role acts at the next request and ends the sessions', async () => {
  const { call, staff } = await withStaff();
  const session = await signIn(call, { pin: '4711' });
  expect(await statusWith(call, session.body.accessToken)).toBe(200);
  const changed = await call<Account>('PATCH', `/accounts/${staff.id}`, { body: { role: 'admin' } });
  expect(changed.body).toMatchObject({ role: 'admin', openSessions: 0 });
  expect(await statusWith(call, session.body.accessToken)).toBe(401);
  expect((await refresh(call, cookieOf(session))).status).toBe(401);
  expect((await signIn(call, { pin: '4711' })).body.account.permissions).toContain('people.manage');
});

test('a disabled account is out at once and cannot come back until it is enabled', async () => {
  const { call, staff } = await withStaff();
  const session = await signIn(call, { pin: '4711' });
  await call('PATCH', `/accounts/${staff.id}`, { body: { status: 'disabled' } });
  expect(await statusWith(call, session.body.accessToken)).toBe(401);
  expect((await refresh(call, cookieOf(session))).status).toBe(401);
  expect((await signIn(call, { pin: '4711' })).status).toBe(401);
  expect((await signIn(call, { username: 'carlo', password: carlo.password })).status).toBe(401);
  await call('PATCH', `/accounts/${staff.id}`, { body: { status: 'active' } });
  expect(await statusWith(call, session.body.accessToken)).toBe(401);
  expect((await signIn(call, { pin: '4711' })).status).toBe(201);
});

test('another password ends the other sessions and spares the one that asks', async () => {
  const till = await withStaff();
  const { call } = till;
  const owner = await ownerOf(till);
  const mine = await signIn(call, { pin: testShop.owner.pin });
  const elsewhere = await signIn(call, { pin: testShop.owner.pin });
  const password = 'a better one 8';
  const changed = await call<Account>('PATCH', `/accounts/${owner.id}`, {
    body: { password },
    token: mine.body.accessToken,
  });
  expect(changed.body.openSessions).toBe(1);
  expect(await statusWith(call, mine.body.accessToken)).toBe(200);
  expect(await statusWith(call, elsewhere.body.accessToken)).toBe(401);
  expect((await refresh(call, cookieOf(elsewhere))).status).toBe(401);
  const refreshed = await refresh(call, cookieOf(mine));
  expect(refreshed.status).toBe(200);
  expect(await statusWith(call, refreshed.body.accessToken)).toBe(200);
  expect((await signIn(call, { username: 'olivia', password: testShop.owner.password })).status).toBe(401);
  expect((await signIn(call, { username: 'olivia', password })).status).toBe(201);
});

test('a new password also ends the waiting for one who forgot the old', async () => {
  const { call, staff } = await withStaff();
  for (let failed = 0; failed < 5; failed += 1) await signIn(call, { username: 'carlo', password: 'wrong' });
  const password = 'a better one 8';
  expect((await signIn(call, { username: 'carlo', password })).status).toBe(429);
  await call('PATCH', `/accounts/${staff.id}`, { body: { password } });
  expect((await signIn(call, { username: 'carlo', password })).status).toBe(201);
});

test('the last active admin stays, also when two admins strike at each other at once', async () => {
  const till = await withStaff();
  const { call, staff, token } = till;
  const owner = await ownerOf(till);
  for (const body of [{ role: 'staff' }, { status: 'disabled' }]) {
    const answer = await call('PATCH', `/accounts/${owner.id}`, { body });
    expect([answer.status, codeOf(answer)]).toEqual([409, 'last-admin']);
  }
  await call('PATCH', `/accounts/${staff.id}`, { body: { role: 'admin' } });
  const second = (await signIn(call, { pin: '4711' })).body.accessToken;
  const { context } = till.engine;
  // Both are let in before either strikes.
  const actors = [await verifyAccessToken(context, token), await verifyAccessToken(context, second)];
  const [first, other] = actors;
  if (!first || !other) throw new Error('both are signed in');
  const results = await Promise.all([
    changeAccount(context, staff.id, { status: 'disabled' }, first),
    changeAccount(context, owner.id, { role: 'staff' }, other),
  ]);
  expect(results.map((result) => (result.ok ? 'done' : result.failure.code))).toEqual(['done', 'last-admin']);
});

test('ending the sessions of an account signs it out everywhere', async () => {
  const { call, staff } = await withStaff();
  const sessions = [await signIn(call, { pin: '4711' }), await signIn(call, { pin: '4711' })];
  const ended = await call<Account>('POST', `/accounts/${staff.id}/end-sessions`);
  expect(ended.body.openSessions).toBe(0);
  for (const session of sessions) {
    expect(await statusWith(call, session.body.accessToken)).toBe(401);
    expect((await refresh(call, cookieOf(session))).status).toBe(401);
  }
  const nobody = '01900000-0000-7000-8000-000000000000';
  const unknown = await call('POST', `/accounts/${nobody}/end-sessions`);
  expect([unknown.status, codeOf(unknown)]).toEqual([404, 'account-unknown']);
  expect((await call('PATCH', `/accounts/${nobody}`, { body: { pin: null } })).status).toBe(404);
});

test('a PIN can be taken away, and a change of nothing is no entry', async () => {
  const { call, staff, engine } = await withStaff();
  const without = await call<Account>('PATCH', `/accounts/${staff.id}`, { body: { pin: null } });
  expect(without.body.hasPin).toBe(false);
  expect((await signIn(call, { pin: '4711' })).status).toBe(401);
  const entries = engine.context.read.all(journal).length;
  const same = { displayName: carlo.displayName, role: 'staff', status: 'active', pin: null };
  expect((await call('PATCH', `/accounts/${staff.id}`, { body: same })).status).toBe(200);
  expect(engine.context.read.all(journal)).toHaveLength(entries);
});

test('no name, password or PIN is in the body of any entry', async () => {
  const { call, staff, engine } = await withStaff();
  const change = { displayName: 'Carla', pin: '8642', password: 'a better one 8' };
  await call('PATCH', `/accounts/${staff.id}`, { body: change });
  await signIn(call, { username: 'carlo', password: 'hunter-two' });
  await call('POST', `/accounts/${staff.id}/end-sessions`);
  const bodies = engine.context.read
    .all(journal)
    .map(({ body }) => body)
    .join('\n');
  expect(bodies).not.toMatch(/carlo|carla|olivia|owner|cashier|battery|hunter|better|correct horse/i);
  expect(bodies).not.toMatch(/"(4711|8642|2580)"|argon2/);
  const parts = engine.context.read.all(personal).map(({ part }) => part);
  expect(parts).toContain('{"displayName":"Carla"}');
  expect(parts.join('\n')).not.toMatch(/4711|8642|battery|better|argon2/);
});

test('the demonstration accounts are made once and sign in with the PINs of the README', async () => {
  const { engine, call } = await openTestEngine();
  await seedDemoAccounts(engine.context);
  await seedDemoAccounts(engine.context);
  expect(engine.setUpNeeded()).toBe(false);
  const owner = await signIn(call, { pin: '9999' });
  expect(owner.body.account).toMatchObject({ username: 'owner', role: 'admin' });
  expect((await signIn(call, { pin: '1111' })).body.account).toMatchObject({
    username: 'cashier',
    role: 'staff',
  });
  expect((await signIn(call, { username: 'cashier', password: 'sukli-demo' })).status).toBe(201);
  const { body } = await call<Page>('GET', '/accounts', { token: owner.body.accessToken });
  expect(body.items.map(({ displayName }) => displayName)).toEqual(['Carlo Cashier', 'Olivia Owner']);
});
