import { request as httpRequest } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { createAnswer } from '../../electron/door/answer-request.ts';
import { openHttpDoor } from '../../electron/door/http-door.ts';
import { ask } from '../fixtures/dialects.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';

const allowed = 'http://localhost:8080';
const foreign = 'https://evil.example';
const token = 'POST /api/token/';

async function openTill(): Promise<TestEngine> {
  const till = await openTestEngine();
  await till.setUp();
  return till;
}

const preflight = (till: TestEngine, path: string, origin: string) =>
  ask(till, `OPTIONS ${path}`, { headers: { origin, 'access-control-request-method': 'POST' } });

test.each(['/api/token/', '/api/accounts/profile/', '/api/nothing', '/auth/nothing/', '/api/v1/orders'])(
  '1.6, 6.5: the preflight of %s',
  async (path) => {
    const till = await openTill();
    const { status, body, headers } = await preflight(till, path, allowed);
    expect([status, body]).toEqual([200, '']);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-length': '0',
      'content-type': 'text/html; charset=utf-8',
      vary: 'origin',
      'access-control-allow-origin': allowed,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers':
        'accept, accept-encoding, authorization, content-type, dnt, origin, user-agent, x-csrftoken, x-requested-with',
      'access-control-allow-methods': 'DELETE, GET, OPTIONS, PATCH, POST, PUT',
      'access-control-max-age': '86400',
    });
  },
);

test('6.5: a foreign origin gets no headers at the dialects, and nothing at all at our own interface', async () => {
  const till = await openTill();
  const before = await preflight(till, '/api/token/', foreign);
  expect(before.status).toBe(200);
  const { headers } = await ask(till, token, { json: {}, headers: { origin: foreign } });
  for (const sent of [before.headers, headers]) {
    expect([...sent.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(sent.get('vary')).toBe('origin');
  }
  expect((await preflight(till, '/api/v1/orders', foreign)).status).toBe(403);
  expect((await ask(till, 'GET /api/v1/health', { headers: { origin: foreign } })).status).toBe(403);
});

test('6.5: answers of every kind carry the headers of an allowed origin', async () => {
  const till = await openTill();
  const raw = 'x'.repeat(1024 * 1024 + 1);
  const answers = [
    [200, await ask(till, 'OPTIONS /api/token/', { headers: { origin: allowed } })],
    [400, await ask(till, token, { json: {}, headers: { origin: allowed } })],
    [401, await ask(till, 'GET /api/accounts/profile/', { headers: { origin: allowed } })],
    [404, await ask(till, 'GET /api/nothing/', { headers: { origin: allowed } })],
    [405, await ask(till, 'GET /api/token/', { headers: { origin: allowed } })],
    [406, await ask(till, token, { headers: { origin: allowed, accept: 'text/csv' } })],
    [413, await ask(till, token, { raw, headers: { origin: allowed, 'content-type': 'application/json' } })],
    [415, await ask(till, token, { raw: 'x', headers: { origin: allowed, 'content-type': 'text/plain' } })],
  ] as const;
  for (const [status, answer] of answers) {
    expect([status, answer.headers.get('access-control-allow-origin')]).toEqual([answer.status, allowed]);
    expect(answer.headers.get('content-type')).toContain('application/json');
  }
});

test('#26: what is wrong with a request itself is said in JSON', async () => {
  const till = await openTill();
  const json = { 'content-type': 'application/json' };
  const say = async (raw: string, headers: Record<string, string> = json) => {
    const { status, body } = await ask(till, token, { raw, headers });
    return [status, body];
  };
  const parse = (text: string) => [400, { detail: `JSON parse error - ${text}` }];
  expect(await say('{')).toEqual(
    parse('Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'),
  );
  expect(await say('nope')).toEqual(parse('Expecting value: line 1 column 1 (char 0)'));
  expect(await say('{"a": 1}\n x')).toEqual(parse('Extra data: line 2 column 2 (char 10)'));
  expect(await say('{"a" 1}')).toEqual(parse("Expecting ':' delimiter: line 1 column 6 (char 5)"));
  expect(await say('[1 2]')).toEqual(parse("Expecting ',' delimiter: line 1 column 4 (char 3)"));
  expect(await say('{"a":"x')).toEqual(parse('Unterminated string starting at: line 1 column 6 (char 5)'));
  expect(await say('{"username":NaN}')).toEqual(
    parse("Out of range float values are not JSON compliant: 'NaN'"),
  );
  expect(await say('[-Infinity]')).toEqual(
    parse("Out of range float values are not JSON compliant: '-Infinity'"),
  );
  expect(await say('['.repeat(100) + ']'.repeat(100))).toEqual(parse('The body is nested too deeply'));
  expect(await say('"x"')).toEqual([
    400,
    { non_field_errors: ['Invalid data. Expected a dictionary, but got str.'] },
  ]);
  expect(await say('x', { 'content-type': 'text/plain' })).toEqual([
    415,
    { detail: 'Unsupported media type "text/plain" in request.' },
  ]);
  expect(await say('{}', { 'content-type': 'application/vnd.x+json' })).toMatchObject([415, {}]);
  expect(await say('{}', { 'content-type': 'application/json; charset=utf-8' })).toMatchObject([400, {}]);
  expect(await say('--x', { 'content-type': 'multipart/form-data; boundary=y' })).toMatchObject([400, {}]);
  expect(await say('', { 'content-type': 'text/plain' })).toMatchObject([
    400,
    { username: ['This field is required.'] },
  ]);
  expect(await say('{"username":"a","password":1e400,"password":"b"}')).toMatchObject([401, {}]);
  expect(await say('{"__proto__":{"username":"a"},"constructor":1}')).toMatchObject([
    400,
    { username: ['This field is required.'] },
  ]);
});

test('#25: a missing last slash changes nothing, for any method', async () => {
  const till = await openTill();
  for (const path of ['/api/token', '/auth/view-accounts', '/api/accounts/profile', '/api/users/login']) {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const [without, with_] = await Promise.all([
        ask(till, `${method} ${path}`),
        ask(till, `${method} ${path}/`),
      ]);
      expect([method, path, without.status, without.body]).toEqual([method, path, with_.status, with_.body]);
    }
  }
});

test('through the HTTP door a body that is too large is refused unread, in the family’s words', async () => {
  const till = await openTill();
  const answer = createAnswer({ engine: till.engine, screens: async () => new Response('screens') });
  const door = await openHttpDoor({ port: 0, shopNetwork: false, answer });
  if (!door.ok) throw new Error(door.failure.message);
  onTestFinished(() => door.value.close());
  const sent = await new Promise<{ status: number; body: string; origin: unknown }>((resolve, reject) => {
    const request = httpRequest(
      `${door.value.url}/api/token/`,
      {
        method: 'POST',
        agent: false,
        headers: { 'content-type': 'application/json', 'content-length': 50_000_000, origin: allowed },
      },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => {
          const origin = response.headers['access-control-allow-origin'];
          resolve({ status: response.statusCode ?? 0, body, origin });
          request.destroy();
        });
      },
    );
    request.on('error', reject);
    request.write('{');
  });
  expect(sent).toEqual({
    status: 413,
    body: '{"detail":"The body is larger than 1048576 bytes."}',
    origin: allowed,
  });
});

test('the API page knows every route of the dialects, by family', async () => {
  const till = await openTill();
  const { body } = await till.call<{
    tags: { name: string }[];
    paths: Record<string, Record<string, { tags: string[] }>>;
  }>('GET', '/openapi.json');
  const tags = ['000/001 Accounts', '002 Ramyeon', '003 Roles', '004 MyEcommerce'];
  expect(body.tags.map(({ name }) => name)).toEqual(expect.arrayContaining(tags));
  expect(body.paths['/api/token/']?.['post']?.tags).toEqual(['000/001 Accounts']);
  expect(body.paths['/auth/view-accounts/']?.['get']?.tags).toEqual(['003 Roles']);
  expect(body.paths['/api/users/login/']?.['post']?.tags).toEqual(['004 MyEcommerce']);
});
