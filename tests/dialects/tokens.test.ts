import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  changeOwnPassword,
  openCustomerToken,
  readCustomerToken,
} from '../../electron/engine/people/index.ts';
import { rawQuery } from '../../electron/engine/db/query.ts';
import { ask, claimsOf } from '../fixtures/dialects.ts';
import { openTestEngine, testKeys, testShop, type TestEngine } from '../fixtures/engine.ts';

type Pair = { refresh: string; access: string };
const { username, password } = testShop.owner;
const profile = 'GET /api/accounts/profile/';
const refreshing = 'POST /api/token/refresh/';

async function openTill(): Promise<TestEngine> {
  const till = await openTestEngine();
  await till.setUp();
  return till;
}

async function signIn(till: TestEngine, name: string = username, secret: string = password): Promise<Pair> {
  const { status, body } = await ask(till, 'POST /api/token/', {
    json: { username: name, password: secret },
  });
  expect(status).toBe(200);
  return body as Pair;
}

async function registerMaria(till: TestEngine): Promise<void> {
  const json = { username: 'maria', email: 'maria@example.com', password: 'maligaya 77' };
  expect((await ask(till, 'POST /auth/register/', { json })).status).toBe(201);
}

async function statuses(till: TestEngine, pair: Pair): Promise<[access: number, refresh: number]> {
  const access = await ask(till, profile, { token: pair.access });
  const refresh = await ask(till, refreshing, { json: { refresh: pair.refresh } });
  return [access.status, refresh.status];
}

/** Signs claims with the register's own key: what no attacker can do, to reach the checks behind the signature. */
async function sign(claims: object, header: object = { alg: 'HS256', typ: 'JWT' }): Promise<string> {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode(header)}.${encode(claims)}`;
  const key = await testKeys().secret('dialect-tokens');
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

test('6.2: what an Authorization header may be', async () => {
  const till = await openTill();
  const { access, refresh } = await signIn(till);
  const anonymous = { detail: 'Authentication credentials were not provided.' };
  const twoWords = {
    detail: 'Authorization header must contain two space-delimited values',
    code: 'bad_authorization_header',
  };
  const notValid = (message: string) => ({
    detail: 'Given token not valid for any token type',
    code: 'token_not_valid',
    messages: [{ token_class: 'AccessToken', token_type: 'access', message }],
  });
  const expected: [header: string, body: object][] = [
    [`Token ${access}`, anonymous],
    [`bearer ${access}`, anonymous],
    ['Bearer', twoWords],
    [`Bearer ${access} more`, twoWords],
    ['Bearer x', notValid('Token is invalid or expired')],
    [`Bearer ${refresh}`, notValid('Token has wrong type')],
  ];
  for (const [authorization, body] of expected) {
    const answer = await ask(till, profile, { headers: { authorization } });
    expect([authorization, answer.status, answer.body]).toEqual([authorization, 401, body]);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="api"');
  }
  expect((await ask(till, profile, { headers: { authorization: `Bearer   ${access}` } })).status).toBe(200);
  // #8: never in the address.
  expect((await ask(till, `GET /api/accounts/profile/?token=${access}`)).body).toEqual(anonymous);
});

test('6.2: claims that are not as they should be, under a good signature', async () => {
  const till = await openTill();
  const { access } = await signIn(till);
  const claims = claimsOf(access);
  const messageOf = async (changes: object) => {
    const { status, body } = await ask(till, profile, { token: await sign({ ...claims, ...changes }) });
    const { detail, messages } = body as { detail: string; messages?: { message: string }[] };
    return [status, messages?.[0]?.message ?? detail];
  };
  expect(await messageOf({ user_id: '1' })).toEqual([200, undefined]);
  expect(await messageOf({ token_type: undefined })).toEqual([401, 'Token has no type']);
  expect(await messageOf({ user_id: undefined })).toEqual([
    401,
    'Token contained no recognizable user identification',
  ]);
  expect(await messageOf({ user_id: 999 })).toEqual([401, 'User not found']);
  expect(await messageOf({ exp: 1 })).toEqual([401, 'Token is invalid or expired']);
  expect(await messageOf({ jti: 'f'.repeat(32) })).toEqual([401, 'Token is invalid or expired']);
  expect(await messageOf({ jti: 5 })).toEqual([401, 'Token is invalid or expired']);
});

test('mutated, foreign and huge tokens are 401, and never a fault', async () => {
  const till = await openTill();
  const { access, refresh } = await signIn(till);
  const owner = (
    await till.call<{ accessToken: string }>('POST', '/sessions', {
      body: { username, password },
      token: null,
    })
  ).body.accessToken;
  const [header = '', payload = '', signature = ''] = access.split('.');
  const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
  const wrongKey = createHmac('sha256', 'wrong').update(`${header}.${payload}`).digest('base64url');
  const bad = [
    `${none}.${payload}.`,
    `${none}.${payload}.${signature}`,
    `${header}.${payload}.${wrongKey}`,
    `${header}.${payload}.${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : 'A'}`,
    `${header}.${payload}`,
    access.slice(0, -1),
    await sign(claimsOf(access), { alg: 'HS512', typ: 'JWT' }),
    await sign([1, 2]),
    owner,
    'x'.repeat(100_000),
    '...',
    '\u00e9',
  ];
  for (const token of bad) {
    expect([token.slice(0, 40), (await ask(till, profile, { token })).status]).toEqual([
      token.slice(0, 40),
      401,
    ]);
    expect((await ask(till, refreshing, { json: { refresh: token } })).status).toBe(401);
  }
  for (const token of [access, refresh]) {
    expect((await till.call('GET', '/sessions/current', { token })).status).toBe(401);
  }
});

test('6.3: tokens live as long as the settings say, and no leeway', async () => {
  const till = await openTill();
  const pair = await signIn(till);
  const [access, refresh] = [claimsOf(pair.access), claimsOf(pair.refresh)];
  expect(Number(access['exp']) - Number(access['iat'])).toBe(300);
  expect(Number(refresh['exp']) - Number(refresh['iat'])).toBe(86_400);
  till.clock.advance(299_000);
  expect(await statuses(till, pair)).toEqual([200, 200]);
  till.clock.advance(1000);
  expect(await statuses(till, pair)).toEqual([401, 200]);
  till.clock.set(Date.parse('2026-03-02T01:00:00.000Z'));
  // Set back, the clock revives nothing.
  expect(await statuses(till, pair)).toEqual([401, 200]);
  till.clock.advance(86_400_000 - 301_000);
  const { body } = await ask(till, refreshing, { json: { refresh: pair.refresh } });
  till.clock.advance(2000);
  expect((await ask(till, refreshing, { json: { refresh: pair.refresh } })).status).toBe(401);
  // The last access token outlives its refresh token, as it did in the original.
  expect((await ask(till, profile, { token: (body as Pair).access })).status).toBe(200);
});

test('short lifetimes hold for new tokens', async () => {
  const till = await openTill();
  await till.call('PATCH', '/settings', { body: { api: { accessSeconds: 2, refreshSeconds: 10 } } });
  const pair = await signIn(till);
  till.clock.advance(2000);
  expect(await statuses(till, pair)).toEqual([401, 200]);
  till.clock.advance(8000);
  expect(await statuses(till, pair)).toEqual([401, 401]);
});

test('#21: an account that is disabled is out at once', async () => {
  const till = await openTill();
  await registerMaria(till);
  const pair = await signIn(till, 'maria', 'maligaya 77');
  expect(await statuses(till, pair)).toEqual([200, 200]);
  const { body } = await till.call<{ items: { id: string; username: string }[] }>('GET', '/accounts');
  const maria = body.items.find((account) => account.username === 'maria');
  await till.call('PATCH', `/accounts/${maria?.id}`, { body: { status: 'disabled' } });
  expect((await ask(till, profile, { token: pair.access })).body).toEqual({
    detail: 'User is inactive',
    code: 'user_inactive',
  });
  expect((await ask(till, refreshing, { json: { refresh: pair.refresh } })).body).toEqual({
    detail: 'No active account found for the given token.',
  });
  const json = { username: 'maria', password: 'maligaya 77' };
  expect((await ask(till, 'POST /api/token/', { json })).status).toBe(401);
});

test('#30: another password ends every other login, and spares the one that asks', async () => {
  const till = await openTill();
  await registerMaria(till);
  const [mine, other] = [
    await signIn(till, 'maria', 'maligaya 77'),
    await signIn(till, 'maria', 'maligaya 77'),
  ];
  const { context } = till.engine;
  const row = context.read.first(
    rawQuery<
      Record<never, never>,
      { id: string; row_id: number; session_epoch: number; username: string; email: string }
    >("SELECT id, row_id, session_epoch, username, email FROM accounts WHERE username = 'maria'"),
  );
  if (row === undefined) throw new Error('Maria is not there');
  const customer = await openCustomerToken(context, row, 'CUST-00001');
  if (!customer.ok) throw new Error(customer.failure.message);
  const sessionRowId = Number.parseInt(String(claimsOf(mine.access)['jti']).slice(0, 12), 16);
  const session = context.read.first(
    rawQuery<{ rowId: number }, { id: string }>('SELECT id FROM sessions WHERE row_id = @rowId'),
    { rowId: sessionRowId },
  );
  const caller = { accountId: row.id, sessionId: session?.id ?? '' };
  const from = { remoteAddress: '127.0.0.1', through: 'web' } as const;
  const change = (current: string) => changeOwnPassword(context, caller, { current, next: '2' }, from);
  expect((await change('wrong')).ok).toBe(false);
  expect(await statuses(till, other)).toEqual([200, 200]);
  expect((await readCustomerToken(context, customer.value)).ok).toBe(true);
  expect((await change('maligaya 77')).ok).toBe(true);
  expect(await statuses(till, mine)).toEqual([200, 200]);
  expect(await statuses(till, other)).toEqual([401, 401]);
  expect((await readCustomerToken(context, customer.value)).ok).toBe(false);
  await signIn(till, 'maria', '2');
});

test('1.2, #2: a customer’s token has its claims in order and is no access token', async () => {
  const till = await openTill();
  await registerMaria(till);
  const { context } = till.engine;
  const account = { row_id: 2, session_epoch: 0, username: 'maria', email: 'maria@example.com' };
  const [one, two] = await Promise.all([
    openCustomerToken(context, account, 'CUST-00001'),
    openCustomerToken(context, account, 'CUST-00001'),
  ]);
  if (!one.ok || !two.ok) throw new Error('no token');
  expect(Object.keys(claimsOf(one.value))).toEqual([
    'customer_id',
    'username',
    'email',
    'exp',
    'iat',
    'token_type',
  ]);
  expect((await ask(till, profile, { token: one.value })).status).toBe(401);
  expect((await ask(till, refreshing, { json: { refresh: one.value } })).body).toMatchObject({
    detail: 'Token has wrong type',
  });
  expect(await readCustomerToken(context, two.value)).toMatchObject({
    ok: true,
    value: { username: 'maria' },
  });
  const pair = await signIn(till, 'maria', 'maligaya 77');
  expect(await readCustomerToken(context, pair.access)).toMatchObject({ ok: false });
  till.clock.advance(3_600_000);
  expect(await readCustomerToken(context, one.value)).toMatchObject({ ok: false });
});
