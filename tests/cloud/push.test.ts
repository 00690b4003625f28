import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { mostBytesPerRequest, type WireEntry } from '../../shared/sync/protocol.ts';
import { openTestCloud } from './support/test-cloud.ts';
import { call, enrolTill, makeChain, openStore, zeros } from './support/test-till.ts';

async function openTill() {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const till = await enrolTill(cloud, storeId);
  const stored = () => cloud.context.database.selectFrom('entries').selectAll().orderBy('position').execute();
  return { cloud, storeId, till, stored };
}

test('takes in entries byte for byte, and answers how far it is', async () => {
  const { till, stored } = await openTill();
  for (let made = 0; made < 3; made += 1) till.chain.add({ content: { name: `Ñandú ${made} \u2028 "\\` } });
  expect(await till.push(1, 3)).toMatchObject({
    status: 200,
    body: { last: 3, head: till.chain.head(), epoch: 1 },
  });
  const rows = await stored();
  expect(rows.map(({ body, hash, seq, position }) => ({ body, hash, seq, position }))).toEqual(
    till.chain.entries.map(({ body, hash, seq }) => ({ body, hash, seq, position: seq })),
  );
});

test('keeps texts as they are, whatever is in them', async () => {
  const { till, stored } = await openTill();
  const texts = ['', 'null', 'NULL', '{a,b}', '"', '\\', 'a"b\\"c', 'x,y', ' ', 'line\nline', 'Ñ\u{1F600}'];
  const entries = texts.map((actor) => ({ ...till.chain.add(), actor }));
  await till.send({ stream: till.stream, prevHash: zeros, entries });
  expect((await stored()).map(({ actor }) => actor)).toEqual(texts);
});

test('skips what it has, also in the middle of a push', async () => {
  const { till, stored } = await openTill();
  for (let made = 0; made < 5; made += 1) till.chain.add();
  await till.push(1, 3);
  expect((await till.push(1, 3)).body).toMatchObject({ last: 3 });
  expect((await till.push(2, 5)).body).toMatchObject({ last: 5, head: till.chain.head() });
  expect((await till.push(4, 4)).body).toMatchObject({ last: 5, head: till.chain.head() });
  expect((await stored()).map(({ seq, position }) => [seq, position])).toEqual(
    [1, 2, 3, 4, 5].map((seq) => [seq, seq]),
  );
});

test('answers a gap with how far it is, and stores nothing of it', async () => {
  const { till, stored } = await openTill();
  for (let made = 0; made < 5; made += 1) till.chain.add();
  expect(await till.push(2, 5)).toMatchObject({ status: 200, body: { last: 0, head: zeros } });
  await till.push(1, 2);
  expect(await till.push(4, 5)).toMatchObject({
    status: 200,
    body: { last: 2, head: till.chain.before(3) },
  });
  expect(await stored()).toHaveLength(2);
});

test('says that a chain is another one, wherever it parts from what it has', async () => {
  const { till, stored } = await openTill();
  for (let made = 0; made < 4; made += 1) till.chain.add();
  await till.push(1, 4);
  const forked = {
    status: 409,
    body: { error: { code: 'forked', details: { last: 4, head: till.chain.head() } } },
  };
  for (const from of [1, 2, 4]) {
    const other = makeChain(till.stream, { seq: from - 1, head: till.chain.before(from) });
    for (let made = 0; made < 3; made += 1) other.add();
    const request = { stream: till.stream, prevHash: till.chain.before(from), entries: other.entries };
    expect(await till.send(request)).toMatchObject(forked);
  }
  for (const seq of [1, 3, 5]) {
    const strange = makeChain(till.stream, { seq: seq - 1, head: 'f'.repeat(64) });
    strange.add();
    expect(
      await till.send({ stream: till.stream, prevHash: 'f'.repeat(64), entries: strange.entries }),
    ).toMatchObject(forked);
  }
  expect(await stored()).toHaveLength(4);
});

test('keeps what a new life re-sends as a repeat, and other tills get it once', async () => {
  const { cloud, storeId, till, stored } = await openTill();
  const other = await enrolTill(cloud, storeId);
  const opIds = Array.from({ length: 4 }, () => v7());
  for (const opId of opIds) till.chain.add({ opId });
  await till.push(1, 4);
  const stream = v7();
  const parent = { stream: till.stream, seq: 2, head: till.chain.before(3) };
  await till.call('POST', '/sync/streams', { stream, parent });
  // The restored till has entries 3 and 4 still to send, and one more of its new life.
  const life = makeChain(stream, { seq: 2, head: till.chain.before(3) });
  life.entries.push(...till.chain.entries.slice(2));
  const after = makeChain(stream, { seq: 4, head: till.chain.head() });
  const entries = [...life.entries, after.add()];
  expect(await till.send({ stream, prevHash: till.chain.before(3), entries })).toMatchObject({
    status: 200,
    body: { last: 5, head: after.head() },
  });
  expect((await stored()).map(({ state }) => state)).toEqual([
    ...Array.from({ length: 4 }, () => 'counted'),
    'repeat',
    'repeat',
    'counted',
  ]);
  const page = (await other.pull(0)).body;
  expect(page.entries.map(({ opId }) => opId)).toEqual([...opIds, entries[2]?.opId]);
  expect(page.next).toBe(7);
});

function forge(entry: WireEntry, change: Partial<WireEntry>): WireEntry {
  return { ...entry, ...change };
}

test('refuses no entry: what has something against it waits for review, and the rest flows', async () => {
  const { till, stored } = await openTill();
  const { chain } = till;
  const opId = v7();
  const entries = [
    chain.add({ opId }),
    forge(chain.add(), { body: '{"pin":5}' }),
    forge(chain.add(), { actor: 'somebody' }),
    forge(chain.add(), { personal: { salt: 'c2FsdA', part: '{"name":"Ana"}' } }),
    chain.add({ opId, content: { pin: 5 } }),
    chain.add({ kind: 'teleport.done' }),
    chain.add({ v: 999 }),
    forge(chain.add(), { body: 'no json' }),
    forge(chain.add(), { body: '{"pin":2,"a":"\0\ud800"}' }),
    forge(chain.add(), { kind: 'a\0b' }),
    chain.add(),
  ];
  expect(await till.send({ stream: till.stream, prevHash: zeros, entries })).toMatchObject({
    status: 200,
    body: { last: 11, head: chain.head(), forReview: 9 },
  });
  const rows = await stored();
  expect(rows.map(({ state }) => state)).toEqual([
    'counted',
    ...Array.from({ length: 9 }, () => 'review'),
    'counted',
  ]);
  expect((await till.pull(0)).status).toBe(200);
});

test('a personal part that fits its seal is kept beside its entry', async () => {
  const { cloud, storeId, till } = await openTill();
  const other = await enrolTill(cloud, storeId);
  const part = '{"description":"For helping"}';
  const salt = Buffer.from('sixteen bytes...').toString('base64url');
  const personalHash = createHash('sha256').update(salt, 'base64url').update(part).digest('hex');
  const entry = forge(till.chain.add({ content: { pin: 2, personalHash } }), { personal: { salt, part } });
  const pushed = await till.send({ stream: till.stream, prevHash: zeros, entries: [entry] });
  expect(pushed.body).toMatchObject({ last: 1, forReview: 0 });
  expect((await other.pull(0)).body.entries).toMatchObject([entry]);
});

test('a stream that is unknown or of another register gets nothing in', async () => {
  const { cloud, storeId, till } = await openTill();
  const other = await enrolTill(cloud, storeId);
  const stranger = await enrolTill(cloud, await openStore(cloud, 'Another'));
  const push = (stream: string) => till.send({ stream, prevHash: zeros, entries: [makeChain(stream).add()] });
  expect(await push(v7())).toMatchObject({ status: 404, body: { error: { code: 'stream-unknown' } } });
  expect(await push(stranger.stream)).toMatchObject({ status: 404 });
  expect(await push(other.stream)).toMatchObject({
    status: 409,
    body: { error: { code: 'stream-of-another' } },
  });
});

test('a push that is not one is refused with the field that is wrong', async () => {
  const { till } = await openTill();
  const entry = till.chain.add();
  const push = { stream: till.stream, prevHash: zeros, entries: [entry] };
  const wrong: [unknown, string][] = [
    [{ ...push, stream: 'x' }, 'stream'],
    [{ ...push, prevHash: 'x' }, 'prevHash'],
    [{ ...push, entries: [] }, 'entries'],
    [{ ...push, entries: Array.from({ length: 201 }, (_, at) => ({ ...entry, seq: at + 1 })) }, 'entries'],
    [{ ...push, entries: [entry, entry] }, 'entries.1.seq'],
    ...Object.keys(entry).map((field): [unknown, string] => [
      { ...push, entries: [{ ...entry, [field]: field === 'personal' ? {} : [] }] },
      `entries.0.${field}`,
    ]),
    [[push], ''],
    ['text', ''],
  ];
  for (const [body, field] of wrong) {
    expect(await till.call('POST', '/sync/push', body)).toMatchObject({
      status: 400,
      body: { error: { code: 'request-invalid', details: { fields: [{ field }] } } },
    });
  }
});

test('takes packed requests and packs its answers; says what is wrong with others', async () => {
  const { cloud, till } = await openTill();
  for (let made = 0; made < 20; made += 1) till.chain.add();
  const request = { stream: till.stream, prevHash: zeros, entries: till.chain.entries };
  const send = (body: BodyInit, headers: Record<string, string>) =>
    cloud.fetch(
      new Request('http://cloud/v1/sync/push', {
        method: 'POST',
        body,
        headers: { authorization: `Bearer ${till.token()}`, 'content-type': 'application/json', ...headers },
      }),
    );
  const gzip = { 'content-encoding': 'gzip' };
  const huge = Buffer.alloc(mostBytesPerRequest + 1, ' ');
  const cases: [BodyInit, Record<string, string>, number, string][] = [
    [gzipSync(huge), gzip, 413, 'request-too-large'],
    [huge, {}, 413, 'request-too-large'],
    ['no gzip', gzip, 400, 'request-not-gzip'],
    [gzipSync(JSON.stringify(request)).subarray(0, 90), gzip, 400, 'request-not-gzip'],
    ['{"stream":', {}, 400, 'request-not-json'],
    [Uint8Array.of(0xff, 0xfe), {}, 400, 'request-not-json'],
    ['{}', { 'content-encoding': 'br' }, 415, 'encoding-unsupported'],
    ['{}', { 'content-type': 'text/plain' }, 415, 'media-type-unsupported'],
  ];
  for (const [body, headers, status, code] of cases) {
    const response = await send(body, headers);
    expect([response.status, await response.json()]).toEqual([
      status,
      { error: { code, message: expect.any(String) } },
    ]);
  }
  expect((await send(gzipSync(JSON.stringify(request)), gzip)).status).toBe(200);
  const other = await enrolTill(cloud, till.storeId);
  const path = `/sync/pull?stream=${other.stream}&after=0&confirmed=0`;
  const pulled = await cloud.fetch(
    new Request(`http://cloud/v1${path}`, {
      headers: { authorization: `Bearer ${other.token()}`, 'accept-encoding': 'gzip' },
    }),
  );
  expect(pulled.headers.get('content-encoding')).toBe('gzip');
  const plain = await call<{ entries: unknown[] }>(cloud, 'GET', path, { token: other.token() });
  expect(plain.body.entries).toHaveLength(20);
});
