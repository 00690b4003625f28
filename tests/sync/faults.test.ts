import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { ok } from '../../shared/domain/result.ts';
import { openTestCloud } from '../cloud/support/test-cloud.ts';
import type { SyncStatus } from '../../shared/api/sync.ts';
import { delayAfter } from '../../electron/engine/sync/delay-after.ts';
import { hashEntry } from '../../electron/engine/journal/hash.ts';
import { rawQuery } from '../../electron/engine/db/query.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { testClock } from '../fixtures/engine.ts';
import { makeProduct, ringUp } from '../fixtures/ring-up.ts';
import { answers, never, oneBytePerSecond, pushOf, withBody, type Fault } from './support/faults.ts';
import { selfMade } from './support/self-made-certificate.ts';
import {
  codeFor,
  join,
  joinedTill,
  openStore,
  push,
  sellBread,
  settle,
  status,
  type JoinedTill,
} from './support/tills.ts';

async function pushFailure(till: JoinedTill) {
  const pushed = await till.engine.sync.pushOnce();
  if (pushed.ok) throw new Error(`it went through: ${pushed.value.did}`);
  return pushed.failure;
}

const proof = async (till: JoinedTill) => (await till.call('POST', '/sync/prove')).body;

test('whatever answers instead of the cloud, the till says what it is, sells on, and loses nothing', async () => {
  const cloud = await openTestCloud();
  const till = await joinedTill(cloud, await openStore(cloud));
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 4_500 });
  await settle(till);
  const lost: Fault = async (request, pass) => {
    await pass(request);
    throw new Error('the answer was lost');
  };
  const rows: [string, Fault, string, SyncStatus['state']][] = [
    ['no network', () => Promise.reject(new TypeError('fetch failed')), 'sync-unreachable', 'offline'],
    ['no answer', timedOut(till, never), 'sync-unreachable', 'offline'],
    ['one byte per second', oneBytePerSecond(till), 'sync-unreachable', 'offline'],
    ['500', answers(500, '{"error":{"code":"cloud-fault","message":"x"}}'), 'sync-fault', 'offline'],
    ['a proxy that finds no cloud', answers(502, '<html>Bad gateway</html>'), 'sync-fault', 'offline'],
    ['429', answers(429, '', { 'retry-after': '7' }), 'sync-busy', 'offline'],
    ['a page of a hotel', answers(200, '<html>Sign in</html>'), 'sync-not-the-cloud', 'trouble'],
    ['a page that is missing', answers(404, '<html>Not found</html>'), 'sync-not-the-cloud', 'trouble'],
    ['JSON that is cut', answers(200, '{"last":3,"head":"ab'), 'sync-not-the-cloud', 'trouble'],
    ['other JSON', answers(200, '{"ok":true}'), 'sync-not-the-cloud', 'trouble'],
    ['an answer without end', answers(200, ' '.repeat(17 * 1_048_576)), 'sync-not-the-cloud', 'trouble'],
    ['a redirect', answers(302, null, { location: 'https://evil.test/' }), 'sync-redirected', 'trouble'],
    ['an answer that is lost', lost, 'sync-unreachable', 'offline'],
  ];
  for (const [name, fault, code, state] of rows) {
    till.network.between = null;
    await settle(till);
    const before = await status(till);
    till.network.between = fault;
    await ringUp(till, { lines: [{ product: bread, quantityMilli: 1_000 }] });
    const failure = await pushFailure(till);
    const after = await status(till);
    expect([name, failure.code, after.state, after.trouble?.code]).toEqual([name, code, state, code]);
    expect([name, after.sent, after.waiting]).toEqual([name, before.sent, before.waiting + 1]);
  }
  till.network.between = null;
  await settle(till);
  expect(await proof(till)).toMatchObject({ matches: true, sales: { there: { count: rows.length } } });
});

/** Time passes while the fault keeps the till waiting. */
function timedOut(till: JoinedTill, fault: Fault): Fault {
  return (request, pass) => {
    setTimeout(() => till.clock.advance(15_001), 20);
    return fault(request, pass);
  };
}

test('Retry-After is honoured, in seconds and as a date', async () => {
  const cloud = await openTestCloud();
  const till = await joinedTill(cloud, await openStore(cloud));
  till.network.between = answers(503, '', { 'retry-after': '7' });
  const failure = await pushFailure(till);
  expect(failure.details).toEqual({ retryAfter: 7_000 });
  expect(delayAfter(1, Uint8Array.of(0, 0), failure)).toBe(7_000);
  const date = new Date(till.clock.now() + 90_000).toUTCString();
  till.network.between = answers(503, '', { 'retry-after': date });
  expect((await pushFailure(till)).details).toEqual({ retryAfter: 90_000 });
  expect(delayAfter(20, Uint8Array.of(255, 255), { code: 'x', message: '' })).toBeLessThanOrEqual(60_000);
});

test('of what a cloud says of an error only what is known is taken, and no more than fits a screen', async () => {
  const cloud = await openTestCloud();
  const till = await joinedTill(cloud, await openStore(cloud));
  const details = { retryAfter: 1e15, cause: 'timeout', last: 3 };
  const error = { code: 'strange', message: 'x'.repeat(100_000), details };
  till.network.between = answers(400, JSON.stringify({ error }));
  const failure = await pushFailure(till);
  expect(failure).toMatchObject({ code: 'sync-declined', details: { cloud: 'strange', last: 3 } });
  expect(failure.details).not.toHaveProperty('retryAfter');
  expect(failure.details).not.toHaveProperty('cause');
  expect(failure.message.length).toBeLessThanOrEqual(300);
});

test('what is too much at once goes in smaller parts', async () => {
  const cloud = await openTestCloud();
  const till = await joinedTill(cloud, await openStore(cloud));
  await sellBread(till);
  const sizes: number[] = [];
  till.network.between = async (request, pass) => {
    if (!request.url.endsWith('/sync/push')) return pass(request);
    const { entries } = await pushOf(request);
    sizes.push(entries.length);
    return entries.length > 1 ? new Response('', { status: 413 }) : pass(request);
  };
  while ((await push(till)).waiting > 0);
  expect(sizes[0]).toBeGreaterThan(4);
  expect(Math.min(...sizes)).toBe(1);
  till.network.between = null;
  expect(await proof(till)).toMatchObject({ matches: true });
});

test('a cloud that nobody vouches for is told nothing', async () => {
  const cloud = await openTestCloud();
  const till = await joinedTill(cloud, await openStore(cloud));
  let asked = 0;
  const server = createTlsServer(selfMade, (_, response) => {
    asked += 1;
    response.end('{}');
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  till.network.between = () => fetch(url);
  expect((await pushFailure(till)).code).toBe('sync-certificate');
  expect(asked).toBe(0);
});

test('a redirect to another host is not followed', async () => {
  const cloud = await openTestCloud();
  const till = await joinedTill(cloud, await openStore(cloud));
  let asked = 0;
  const other = createServer((_, response) => {
    asked += 1;
    response.end('{}');
  }).listen(0, '127.0.0.1');
  const first = createServer((_, response) => {
    const { port } = other.address() as AddressInfo;
    response.writeHead(307, { location: `http://127.0.0.1:${port}/` }).end();
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    first.close();
    other.close();
  });
  await Promise.all([once(first, 'listening'), once(other, 'listening')]);
  const url = `http://127.0.0.1:${(first.address() as AddressInfo).port}/`;
  till.network.between = (request) => fetch(new Request(url, { redirect: request.redirect }));
  expect((await pushFailure(till)).code).toBe('sync-redirected');
  expect(asked).toBe(0);
});

test('a till whose clock is a day off syncs all the same, and says so', async () => {
  const cloud = await openTestCloud();
  const clock = testClock(Date.parse('2026-03-03T01:00:00.000Z'));
  const till = await joinedTill(cloud, await openStore(cloud), { clock });
  await sellBread(till);
  await settle(till);
  expect(await proof(till)).toMatchObject({ matches: true });
  const { body } = await till.call<{ ready: boolean; checks: { id: string; state: string }[] }>(
    'GET',
    '/sync/readiness',
  );
  expect(body.checks.find(({ id }) => id === 'clock')?.state).toBe('bad');
});

test('a full disk keeps a page out whole, and it comes again', async () => {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const [first, second] = [await joinedTill(cloud, storeId), await joinedTill(cloud, storeId)];
  for (let sold = 0; sold < 10; sold += 1) await sellBread(first);
  await settle(first);
  await push(second);
  await second.limitDatabase(0);
  const pulled = await second.engine.sync.pullOnce();
  expect(pulled.ok ? pulled.value : pulled.failure.code).toBe('disk-full');
  await second.limitDatabase(null);
  await settle(second);
  const here = await second.call<{ total: number }>('GET', '/orders');
  expect(here.body.total).toBe(10);
});

const insertRaw = rawQuery<
  { seq: number; opId: string; writer: string; body: string; previous: Uint8Array; hash: Uint8Array },
  never
>(
  `INSERT INTO journal (seq, op_id, writer, kind, v, at, business_date, actor, body, prev_hash, hash)
   VALUES (@seq, @opId, @writer, 'drone.landed', 9, '2026-03-02T01:00:00.000Z', '2026-03-02', 'system', @body, @previous, @hash)`,
);
const headQuery = rawQuery<Record<never, never>, { seq: number; hash: Uint8Array }>(
  'SELECT seq, hash FROM journal WHERE seq > 0 ORDER BY seq DESC LIMIT 1',
);

/** An entry of a program that is newer than this one. */
async function writeNewerEntry(till: JoinedTill): Promise<void> {
  const { write, identity } = till.engine.context;
  await write((tx) => {
    const head = tx.first(headQuery);
    if (head === undefined) throw new Error('an empty journal');
    const entry = { seq: head.seq + 1, opId: systemIds.uuid(), writer: identity().writer, body: '{"x":1}' };
    const hash = hashEntry(head.hash, {
      ...entry,
      kind: 'drone.landed',
      v: 9,
      at: '2026-03-02T01:00:00.000Z',
      businessDate: '2026-03-02',
      actor: 'system',
    });
    tx.run(insertRaw, { ...entry, previous: head.hash, hash });
    return ok(undefined);
  });
}

type Exceptions = { cloud: boolean; items: { kind: string; because?: string; review?: { seq: number } }[] };

test('an entry of a newer version and a forged one are kept and shown, and hold nothing up', async () => {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const [first, second] = [await joinedTill(cloud, storeId), await joinedTill(cloud, storeId)];
  await settle(first, second);
  await writeNewerEntry(first);
  const forged = await sellBread(first);
  first.network.between = async (request, pass) => {
    if (!request.url.endsWith('/sync/push')) return pass(request);
    const told = await pushOf(request);
    const entries = told.entries.map((entry) => ({ ...entry, body: entry.body.replaceAll('4500', '1500') }));
    return pass(withBody(request, { ...told, entries }));
  };
  expect(await push(first)).toMatchObject({ did: 'sent', waiting: 0 });
  first.network.between = null;
  const after = await sellBread(first, 2_000);
  await settle(first, second);
  expect((await second.call('GET', `/orders/${after.order.id}`)).status).toBe(200);
  expect((await second.call('GET', `/orders/${forged.order.id}`)).status).toBe(404);
  const { body } = await second.call<Exceptions>('GET', '/sync/exceptions');
  expect(body.cloud).toBe(true);
  expect(body.items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['review', 'waiting-entry']));
  expect(body.items.filter(({ because }) => because === 'unknown').length).toBeGreaterThanOrEqual(2);
});

test('a revoked till keeps all, saves it to a file, and brings it in with a new code', async () => {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const [first, second] = [await joinedTill(cloud, storeId), await joinedTill(cloud, storeId)];
  await settle(first, second);
  const registerId = (await status(first)).joined?.register.id ?? '';
  expect((await second.call('POST', `/sync/registers/${registerId}/revoke`)).status).toBe(200);
  const sale = await sellBread(first);
  expect((await pushFailure(first)).code).toBe('sync-refused');
  expect(await status(first)).toMatchObject({ state: 'trouble', waitingSales: 1 });
  expect((await first.call('POST', '/sync/leave')).status).toBe(409);
  const file = await first.engine.fetch(
    new Request('http://till.test/api/v1/sync/export', {
      headers: { authorization: `Bearer ${await ownerToken(first)}` },
    }),
  );
  expect([file.status, file.headers.get('content-disposition')]).toEqual([
    200,
    expect.stringMatching(/^attachment; filename="S01-T1-\d+-\d+\.sukli-entries"$/),
  ]);
  const content = new Uint8Array(await file.arrayBuffer());
  await sellBread(second);
  expect(await bring(second, content)).toMatchObject({ status: 200, body: { known: 0, forReview: 0 } });
  expect(await bring(second, content)).toMatchObject({ status: 200, body: { imported: 0 } });
  second.network.between = () => Promise.reject(new TypeError('fetch failed'));
  expect(await bring(second, content)).toMatchObject({
    status: 503,
    body: {
      error: {
        code: 'sync-unreachable',
        message: expect.stringContaining('was not brought in. Keep it') as string,
      },
    },
  });
  second.network.between = null;
  expect(await bring(second, content.subarray(0, 90))).toMatchObject({
    status: 409,
    body: { error: { code: 'sync-declined', message: 'This is not a readable file of entries.' } },
  });
  await settle(second);
  expect((await second.call('GET', `/orders/${sale.order.id}`)).status).toBe(200);
  await join(first, await codeFor(cloud, storeId));
  await settle(first, second);
  expect(await status(first)).toMatchObject({
    state: 'online',
    waiting: 0,
    joined: { register: { code: 'T3' } },
  });
  const orders = await second.call<{ total: number }>('GET', '/orders');
  expect(orders.body.total).toBe(2);
  expect((await first.call('GET', '/sync/exceptions')).body).toMatchObject({ items: [] });
});

/** Brings a file in at a till, as its owner does. */
async function bring(till: JoinedTill, file: Uint8Array<ArrayBuffer>) {
  const answer = await till.engine.fetch(
    new Request('http://till.test/api/v1/sync/import', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await ownerToken(till)}`,
        'content-type': 'application/octet-stream',
      },
      body: file,
    }),
  );
  return { status: answer.status, body: await answer.json() };
}

async function ownerToken(till: JoinedTill): Promise<string> {
  const { body } = await till.call<{ accessToken: string }>('POST', '/sessions', {
    body: { username: 'olivia', password: 'correct horse 7' },
    token: null,
  });
  return body.accessToken;
}
