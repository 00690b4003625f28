import { expect, test } from 'vitest';
import { v1Routes } from '../../electron/engine/api/routes.ts';
import { can } from '../../shared/domain/permissions.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';

const someId = '01890000-0000-7000-8000-000000000000';
const pathOf = (path: string) => path.replaceAll(/\{\w+\}/g, someId);

type Caller = {
  name: string;
  token: string | null;
  may: (access: (typeof v1Routes)[number]['access']) => 200 | 401 | 403;
};

/** What a caller must get: let in, asked to sign in, or refused. */
function callersOf(tokens: { staff: string; admin: string }): Caller[] {
  const strangers: [string, string | null][] = [
    ['nobody', null],
    ['a forged token', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'],
    ['rubbish', 'rubbish'],
    ['a cut token', tokens.admin.slice(0, -2)],
  ];
  return [
    ...strangers.map(([name, token]): Caller => ({
      name,
      token,
      may: (access) => (access === 'public' ? 200 : 401),
    })),
    {
      name: 'staff',
      token: tokens.staff,
      may: (access) => (access === 'public' || access === 'signed-in' || can('staff', access) ? 200 : 403),
    },
    { name: 'admin', token: tokens.admin, may: () => 200 },
  ];
}

test('every route lets in exactly whom its permission names', async () => {
  const till = await openTestEngine();
  const admin = await till.setUp();
  const tokens = { admin, staff: await till.signInStaff() };
  let cells = 0;
  for (const route of v1Routes) {
    // Signing out would end the caller; it is tested with the sessions.
    if (route.method === 'delete' && route.path === '/sessions/current') continue;
    for (const caller of callersOf(tokens)) {
      const status = await statusOf(till, route, caller.token);
      const expected = caller.may(route.access);
      const cell = `${route.method} ${route.path} by ${caller.name}`;
      if (expected === 200)
        expect([cell, [401, 403].includes(status) && route.access !== 'public', status >= 500]).toEqual([
          cell,
          false,
          false,
        ]);
      else expect([cell, status]).toEqual([cell, expected]);
      cells += 1;
    }
  }
  expect(cells).toBe((v1Routes.length - 1) * 6);
});

async function statusOf(
  till: TestEngine,
  route: (typeof v1Routes)[number],
  token: string | null,
): Promise<number> {
  const method = route.method.toUpperCase() as 'GET' | 'POST' | 'PATCH' | 'DELETE';
  const body = route.body === undefined ? {} : { body: { nothing: 'that fits' } };
  const raw = route.bytes === undefined ? {} : { raw: '', headers: { 'content-type': 'text/csv' } };
  return (await till.call(method, pathOf(route.path), { token, ...body, ...raw })).status;
}

const door = {
  name: 'loopback' as const,
  remoteAddress: '127.0.0.1',
  ownHosts: ['127.0.0.1:8000'],
  ownOrigins: ['http://127.0.0.1:8000'],
};

test.each([
  ['our own page', { host: '127.0.0.1:8000', origin: 'http://127.0.0.1:8000' }, 200, null],
  ['a program', { host: '127.0.0.1:8000' }, 200, null],
  [
    'an allowed origin',
    { host: '127.0.0.1:8000', origin: 'http://localhost:8080' },
    200,
    'http://localhost:8080',
  ],
  ['a foreign page', { host: '127.0.0.1:8000', origin: 'https://evil.example' }, 403, null],
  ['a rebound name', { host: 'evil.example:8000' }, 403, null],
  ['a file', { host: '127.0.0.1:8000', origin: 'null' }, 403, null],
])('the loopback door answers %s', async (_, headers, status, allowed) => {
  const till = await openTestEngine();
  const answer = await till.engine.fetch(
    new Request('http://127.0.0.1:8000/api/v1/health', { headers: new Headers(headers) }),
    door,
  );
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([status, allowed]);
});

test.each([
  ['not JSON', '{', 400, 'request-not-json'],
  ['an array', '[]', 400, 'request-invalid'],
  ['a NUL', '{"username":"a\\u0000b","password":"x"}', 401, 'sign-in-failed'],
  ['a lone surrogate', '{"username":"\\ud800","password":"x"}', 401, 'sign-in-failed'],
  ['a number for a text', '{"username":5,"password":"x"}', 400, 'request-invalid'],
  ['an unknown key', '{"username":"a","password":"b","role":"admin"}', 400, 'request-invalid'],
  ['a body of 1 MiB + 1', `{"username":"${'a'.repeat(1024 * 1024)}"}`, 413, 'request-too-large'],
])('a sign-in with %s is answered in the one shape', async (_, raw, status, code) => {
  const till = await openTestEngine();
  await till.setUp();
  const answer = await till.call<{ error: { code: string; message: string } }>('POST', '/sessions', {
    raw,
    headers: { 'content-type': 'application/json' },
    token: null,
  });
  expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  expect(answer.body.error.message).not.toBe('');
});

test('an unknown path, a wrong method and a wrong media type have their own answers', async () => {
  const till = await openTestEngine();
  await till.setUp();
  expect(await till.call('GET', '/nothing')).toMatchObject({
    status: 404,
    body: { error: { code: 'route-unknown' } },
  });
  const wrong = await till.call('DELETE', '/orders');
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST, GET']);
  expect(
    await till.call('POST', '/categories', { raw: 'name=x', headers: { 'content-type': 'text/plain' } }),
  ).toMatchObject({
    status: 415,
  });
});

test('the OpenAPI document names every route with its permission', async () => {
  const till = await openTestEngine();
  const { body } = await till.call<{ openapi: string; paths: Record<string, Record<string, unknown>> }>(
    'GET',
    '/openapi.json',
  );
  expect(body.openapi).toBe('3.1.0');
  for (const { path, method } of v1Routes) expect(body.paths[`/api/v1${path}`]?.[method]).toBeDefined();
});
