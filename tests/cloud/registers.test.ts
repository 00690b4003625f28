import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { EnrolAnswer, StoresAnswer } from '../../shared/sync/protocol.ts';
import { arrive } from './support/arrive.ts';
import { saleEntry } from './support/make-entries.ts';
import { openTestCloud } from './support/test-cloud.ts';
import { call, codeFor, enrolTill, makeKeys, openStore } from './support/test-till.ts';

async function openShop() {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const enrol = (code: string, keys = makeKeys(), stream = v7(), name = '') =>
    call<EnrolAnswer & { error: { code: string } }>(cloud, 'POST', '/registers/enrol', {
      body: { code, publicKey: keys.publicKey, stream, name },
    });
  return { cloud, storeId, enrol };
}

test('a code makes one till a register of its store; sent again by that till it answers the same', async () => {
  const { cloud, storeId, enrol } = await openShop();
  const code = await codeFor(cloud, storeId);
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  const keys = makeKeys();
  const stream = v7();
  const typed = ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
  const enrolled = await enrol(typed, keys, stream, 'Front');
  expect(enrolled).toMatchObject({
    status: 200,
    body: {
      organisation: { name: 'Bakery' },
      store: { id: storeId, code: 'S01', name: 'Bakery' },
      register: { code: 'T1', number: 1, name: 'Front' },
      epoch: 1,
      serverTime: '2026-03-02T01:00:00.000Z',
    },
  });
  expect(await enrol(code, keys, stream)).toEqual(enrolled);
  for (const [otherKeys, otherStream] of [
    [makeKeys(), stream],
    [keys, v7()],
  ] as const) {
    expect(await enrol(code, otherKeys, otherStream)).toMatchObject({
      status: 409,
      body: { error: { code: 'code-used' } },
    });
  }
  expect((await enrol(await codeFor(cloud, storeId))).body.register).toMatchObject({
    code: 'T2',
    name: 'Till 2',
  });
});

test('a till that comes again with another code gets the register that it had', async () => {
  const { cloud, storeId, enrol } = await openShop();
  const till = await enrolTill(cloud, storeId);
  till.chain.add();
  await till.push(1, 1);
  await till.call('DELETE', '/registers/self');
  const again = await enrol(await codeFor(cloud, storeId), till.keys, till.stream);
  expect(again).toMatchObject({ status: 200, body: { register: { id: till.id, code: 'T1' } } });
  till.chain.add();
  expect((await till.push(2, 2)).body.last).toBe(2);
  expect(await enrol(await codeFor(cloud, storeId), makeKeys(), till.stream)).toMatchObject({
    status: 409,
    body: { error: { code: 'stream-of-another' } },
  });
});

test('of many tills with one code, one gets in', async () => {
  const { cloud, storeId, enrol } = await openShop();
  const code = await codeFor(cloud, storeId);
  const answers = await Promise.all(Array.from({ length: 6 }, () => enrol(code)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
});

test('a till that asks with two codes at once is one register', async () => {
  const { cloud, storeId, enrol } = await openShop();
  const codes = [await codeFor(cloud, storeId), await codeFor(cloud, storeId), await codeFor(cloud, storeId)];
  const keys = makeKeys();
  const stream = v7();
  const answers = await Promise.all(codes.map((code) => enrol(code, keys, stream)));
  expect(answers.map(({ status, body }) => [status, body.register.code])).toEqual(
    codes.map(() => [200, 'T1']),
  );
});

test('codes for one new store that are asked for at once are for one', async () => {
  const { cloud, storeId } = await openShop();
  const till = await enrolTill(cloud, storeId);
  const ask = () =>
    till.call('POST', '/registers/codes', { registerName: 'Second', store: { name: 'Market' } });
  await Promise.all([ask(), ask(), ask(), ask()]);
  const { stores } = (await till.call<StoresAnswer>('GET', '/stores')).body;
  expect(stores.map(({ name }) => name)).toEqual(['Bakery', 'Market']);
});

test('a code is good for a day', async () => {
  const { cloud, storeId, enrol } = await openShop();
  const code = await codeFor(cloud, storeId);
  cloud.clock.set(cloud.clock.now() + 24 * 3_600_000);
  expect(await enrol(code)).toMatchObject({ status: 409, body: { error: { code: 'code-expired' } } });
});

test('the currency of a shop is that of its sales, else what its first till says', async () => {
  const { cloud, storeId } = await openShop();
  const ask = async (currency: string | null) => {
    const body = { publicKey: makeKeys().publicKey, stream: v7(), name: '', currency };
    const asked = { body: { ...body, code: await codeFor(cloud, storeId) } };
    const answer = await call<EnrolAnswer & { error?: { code: string } }>(
      cloud,
      'POST',
      '/registers/enrol',
      asked,
    );
    return answer.body.error?.code ?? answer.body.currency;
  };
  const till = await enrolTill(cloud, storeId);
  expect(await ask('USD')).toBeNull();
  const setUp = { storeCode: 'S01', registerCode: 'T1', currency: 'PHP', demo: false };
  await arrive(till, { kind: 'store.set-up', content: setUp });
  expect(await ask(null)).toBe('PHP');
  await arrive(till, { kind: 'settings.changed', content: { changes: { shop: { currency: 'JPY' } } } });
  expect([await ask('PHP'), await ask('JPY'), await ask(null)]).toEqual(['currency-differs', 'JPY', 'JPY']);
  await arrive(till, saleEntry({ currency: 'KWD' }));
  expect([await ask('JPY'), await ask('KWD')]).toEqual(['currency-differs', 'KWD']);
});

test('who guesses codes has to wait', async () => {
  const { cloud, storeId, enrol } = await openShop();
  for (let tries = 0; tries < 10; tries += 1) {
    expect((await enrol('AAAAA-AAAAA')).body.error.code).toBe('code-wrong');
  }
  const code = await codeFor(cloud, storeId);
  expect(await enrol(code)).toMatchObject({
    status: 429,
    body: { error: { code: 'too-many-tries', details: { retryAfterSeconds: 60 } } },
  });
  cloud.clock.set(cloud.clock.now() + 60_000);
  expect((await enrol(code)).status).toBe(200);
});

test('a till makes codes for its own store, for another, and for a new one', async () => {
  const { cloud, storeId, enrol } = await openShop();
  const till = await enrolTill(cloud, storeId);
  const codeOf = async (store?: unknown) => {
    const made = await till.call<{ code: string; expiresAt: string }>('POST', '/registers/codes', {
      registerName: 'Second',
      ...(store === undefined ? {} : { store }),
    });
    expect(made.body.expiresAt).toBe('2026-03-03T01:00:00.000Z');
    return made.body.code;
  };
  expect((await enrol(await codeOf())).body).toMatchObject({
    store: { id: storeId },
    register: { code: 'T2', name: 'Second' },
  });
  const market = (await enrol(await codeOf({ name: 'Market' }))).body;
  expect(market).toMatchObject({ store: { code: 'S02', name: 'Market' }, register: { code: 'T1' } });
  const again = (await enrol(await codeOf({ name: 'Market' }))).body;
  expect(again).toMatchObject({ store: { id: market.store.id }, register: { code: 'T2' } });
  expect((await enrol(await codeOf({ id: market.store.id }))).body.register.code).toBe('T3');
  const { stores } = (await till.call<StoresAnswer>('GET', '/stores')).body;
  expect(stores.map(({ code, isOwn, registers }) => [code, isOwn, registers.length])).toEqual([
    ['S01', true, 2],
    ['S02', false, 3],
  ]);
  expect(stores[0]?.registers[0]).toMatchObject({ isOwn: true, streams: [till.stream], revokedAt: null });
});

test('a register that was taken out or left is out at once, and what it sent stays', async () => {
  const { cloud, storeId } = await openShop();
  const till = await enrolTill(cloud, storeId);
  const other = await enrolTill(cloud, storeId);
  const third = await enrolTill(cloud, storeId);
  other.chain.add();
  await other.push(1, 1);
  expect((await till.call('POST', `/registers/${other.id}/revoke`)).status).toBe(204);
  expect((await till.call('POST', `/registers/${other.id}/revoke`)).status).toBe(204);
  expect((await other.pull(0)).status).toBe(403);
  expect((await third.call('DELETE', '/registers/self')).status).toBe(204);
  expect((await third.pull(0)).status).toBe(403);
  expect(await till.call('POST', `/registers/${till.id}/revoke`)).toMatchObject({
    status: 409,
    body: { error: { code: 'register-is-own' } },
  });
  expect((await till.call('POST', `/registers/${v7()}/revoke`)).status).toBe(404);
  expect((await till.pull(0)).body.entries).toHaveLength(1);
});

test('a register is seen, at most once a minute', async () => {
  const { cloud, storeId } = await openShop();
  const till = await enrolTill(cloud, storeId);
  const seen = async () => {
    await till.pull(0);
    const { stores } = (await till.call<StoresAnswer>('GET', '/stores')).body;
    return stores[0]?.registers[0]?.lastSeenAt;
  };
  await expect.poll(seen).toBe('2026-03-02T01:00:00.000Z');
  cloud.clock.set(cloud.clock.now() + 59_000);
  expect(await seen()).toBe('2026-03-02T01:00:00.000Z');
  cloud.clock.set(cloud.clock.now() + 2_000);
  await expect.poll(seen).toBe('2026-03-02T01:01:01.000Z');
});

test('a shop without a name is called what its first till is set up as; one that has a name keeps it', async () => {
  const cloud = await openTestCloud();
  for (const [named, expected] of [
    ['My shop', 'Corner Bakery'],
    ['Branch', 'Branch'],
  ] as const) {
    const storeId = await openStore(cloud, named);
    for (const shopName of ['Corner Bakery', 'Elsewhere']) {
      const enrolled = await call<EnrolAnswer>(cloud, 'POST', '/registers/enrol', {
        body: {
          code: await codeFor(cloud, storeId),
          publicKey: makeKeys().publicKey,
          stream: v7(),
          name: '',
          shopName,
        },
      });
      expect(enrolled.body).toMatchObject({ store: { name: expected }, organisation: { name: expected } });
    }
  }
});
