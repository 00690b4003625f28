import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useConnection } from '../state/connection.ts';
import { endSession, startSession, useSession } from '../state/session.ts';
import { ApiFailure, isApiFailure } from './api-failure.ts';
import { addressOf, refreshSession, request } from './client.ts';

type Answer = { status: number; body?: unknown; text?: string };
type Asked = { at: string; authorization: string | undefined; body: string };

const systemFetch = globalThis.fetch;
let server: Server;
let asked: Asked[] = [];
let answer: (asked: Asked) => Answer | Promise<Answer> = () => ({ status: 204 });

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (name: string, seconds = 600) =>
  `${base64({ name })}.${base64({ iat: 1000, exp: 1000 + seconds })}.x`;
const session = (accessToken: string) => ({
  accessToken,
  expiresAt: '2026-11-20T08:00:00.000Z',
  account: {
    id: '0192f000-0000-7000-8000-000000000001',
    username: 'owner',
    displayName: 'Owner',
    role: 'admin' as const,
    permissions: [],
  },
});

async function onRequest(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of incoming) body += String(chunk);
  const one = {
    at: `${incoming.method} ${incoming.url?.replace('/api/v1', '')}`,
    authorization: incoming.headers.authorization,
    body,
  };
  asked.push(one);
  const { status, body: json, text } = await answer(one);
  outgoing.writeHead(status, { 'content-type': json === undefined ? 'text/plain' : 'application/json' });
  outgoing.end(json === undefined ? (text ?? '') : JSON.stringify(json));
}

beforeEach(async () => {
  asked = [];
  server = createServer((incoming, outgoing) => void onRequest(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // The screens ask their own origin; here that is the server of this test.
  globalThis.fetch = (input, init) =>
    systemFetch(new URL(input instanceof Request ? input.url : input, `http://127.0.0.1:${port}`), init);
  useSession.setState({ status: 'unknown', account: null, lastAccount: null });
});

afterEach(async () => {
  globalThis.fetch = systemFetch;
  await new Promise((resolve) => server.close(resolve));
});

const refreshes = () => asked.filter(({ at }) => at === 'POST /sessions/refresh').length;

test('many requests with an ended token renew the session once and then all succeed', async () => {
  startSession(session(token('old')));
  answer = async ({ at, authorization }) => {
    if (at === 'POST /sessions/refresh') {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return { status: 200, body: session(token('new')) };
    }
    return authorization === `Bearer ${token('new')}`
      ? { status: 200, body: { at } }
      : { status: 401, body: { error: { code: 'not-signed-in', message: 'Please sign in.' } } };
  };
  const answers = await Promise.all(['/a', '/b', '/c', '/d'].map((path) => request(path)));
  expect(answers).toEqual([{ at: 'GET /a' }, { at: 'GET /b' }, { at: 'GET /c' }, { at: 'GET /d' }]);
  expect(refreshes()).toBe(1);
  expect(useSession.getState().status).toBe('signed-in');
});

test('a token that is about to end is renewed before it is used', async () => {
  startSession(session(token('short', 1)));
  answer = ({ at }) =>
    at === 'POST /sessions/refresh'
      ? { status: 200, body: session(token('new')) }
      : { status: 200, body: {} };
  await request('/early');
  expect(refreshes()).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 600));
  await request('/late');
  expect(refreshes()).toBe(1);
  expect(asked.at(-1)).toMatchObject({ at: 'GET /late', authorization: `Bearer ${token('new')}` });
});

test('a session that has ended signs out, and the failure says so', async () => {
  startSession(session(token('old')));
  answer = () => ({ status: 401, body: { error: { code: 'not-signed-in', message: 'Please sign in.' } } });
  await expect(request('/orders')).rejects.toMatchObject({ code: 'not-signed-in', status: 401 });
  expect(useSession.getState()).toMatchObject({ status: 'signed-out', account: null });
});

test('a locked screen is not unlocked by an answer that comes late', async () => {
  startSession(session(token('old')));
  answer = async ({ at }) => {
    if (at !== 'POST /sessions/refresh')
      return { status: 401, body: { error: { code: 'not-signed-in', message: '' } } };
    endSession('locked');
    return { status: 200, body: session(token('new')) };
  };
  await expect(request('/orders')).rejects.toBeInstanceOf(ApiFailure);
  expect(useSession.getState().status).toBe('locked');
  expect(await refreshSession()).toBe(false);
  expect(refreshes()).toBe(1);
});

test('the engine’s failure comes with its field and details', async () => {
  answer = () => ({
    status: 409,
    body: {
      error: {
        code: 'price-changed',
        message: 'A price changed.',
        field: 'lines.0',
        details: { lines: [1] },
      },
    },
  });
  const failure = await request('/orders', { method: 'POST', body: { a: 1 }, signedIn: false }).catch(
    (thrown: unknown) => thrown,
  );
  expect(isApiFailure(failure, 'price-changed')).toBe(true);
  expect(failure).toMatchObject({
    message: 'A price changed.',
    field: 'lines.0',
    details: { lines: [1] },
    status: 409,
  });
  expect(asked[0]).toMatchObject({ body: '{"a":1}', authorization: undefined });
});

test('an answer that is not ours is said in words, whatever its status', async () => {
  answer = () => ({ status: 502, text: '<html>' });
  await expect(request('/health', { signedIn: false })).rejects.toMatchObject({
    code: 'answer-unreadable',
    status: 502,
  });
  answer = () => ({ status: 200, text: 'not json' });
  await expect(request('/health', { signedIn: false })).rejects.toMatchObject({ code: 'answer-unreadable' });
});

test('an engine that is away is noticed, ends no session, and is noticed when it is back', async () => {
  startSession(session(token('mine')));
  globalThis.fetch = () => systemFetch('http://127.0.0.1:9');
  await expect(request('/orders')).rejects.toMatchObject({ code: 'engine-unreachable', status: 0 });
  expect(useConnection.getState().engineReachable).toBe(false);
  expect(useSession.getState().status).toBe('signed-in');
  globalThis.fetch = (input, init) =>
    systemFetch(
      new URL(
        input instanceof Request ? input.url : input,
        `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      ),
      init,
    );
  answer = () => ({ status: 200, body: {} });
  await request('/orders');
  expect(useConnection.getState().engineReachable).toBe(true);
});

test('an address leaves out what is not set', () => {
  expect(
    addressOf('/products', { search: 'a b&c', categoryId: null, favourites: undefined, offset: 0, sort: '' }),
  ).toBe('/api/v1/products?search=a+b%26c&offset=0');
});
