import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { cloudRoutes } from '../../cloud/routes.ts';
import { openTestCloud } from './support/test-cloud.ts';
import { call, enrolTill, makeKeys, makeToken, openStore } from './support/test-till.ts';

const someId = '01890000-0000-7000-8000-000000000000';

async function openShop() {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const till = await enrolTill(cloud, storeId);
  const now = () => cloud.clock.now();
  const ask = async (token?: string) => {
    const { status, body } = await call<{ error?: { code: string; details?: unknown } } | null>(
      cloud,
      'GET',
      '/stores',
      token === undefined ? {} : { token },
    );
    return [status, body?.error?.code];
  };
  return { cloud, storeId, till, now, ask };
}

test('every route that is not open lets no one in but an enrolled register', async () => {
  const { cloud, storeId, till, now } = await openShop();
  const revoked = await enrolTill(cloud, storeId);
  await till.call('POST', `/registers/${revoked.id}/revoke`);
  const later = { iat: Math.floor(now() / 1000) - 900, exp: Math.floor(now() / 1000) - 600 };
  const callers: [string, string | undefined, number, string][] = [
    ['nobody', undefined, 401, 'token-missing'],
    ['rubbish', 'rubbish', 401, 'token-invalid'],
    ['a wrong key', makeToken(till.id, makeKeys(), now()), 401, 'token-invalid'],
    ['an old token', makeToken(till.id, till.keys, now(), { claims: later }), 401, 'clock-differs'],
    ['a revoked register', revoked.token(), 403, 'register-revoked'],
    ['a register that nobody knows', makeToken(v7(), till.keys, now()), 401, 'register-unknown'],
  ];
  let cells = 0;
  for (const route of cloudRoutes) {
    const path = route.path.replaceAll(/\{\w+\}/g, someId);
    for (const [name, token, status, code] of callers) {
      const answer = await call<{ error?: { code: string } } | null>(
        cloud,
        route.method.toUpperCase(),
        path,
        {
          ...(token === undefined ? {} : { token }),
          ...(route.body === undefined ? {} : { body: {} }),
        },
      );
      const cell = `${route.method} ${route.path} by ${name}`;
      const got = [cell, answer.status, answer.body?.error?.code];
      if (route.access === 'register') expect(got).toEqual([cell, status, code]);
      else expect([cell, [401, 403, 500].includes(answer.status)]).toEqual([cell, false]);
      cells += 1;
    }
  }
  expect(cells).toBe(cloudRoutes.length * callers.length);
  expect(cloudRoutes.filter(({ access }) => access === 'public').map(({ path }) => path)).toEqual([
    '/registers/enrol',
    '/health',
  ]);
});

test('a register of another shop finds nothing of this one', async () => {
  const { cloud, till } = await openShop();
  till.chain.add();
  await till.push(1, 1);
  const stranger = await enrolTill(cloud, await openStore(cloud, 'Elsewhere'));
  const { stream, chain } = till;
  const request = { stream, prevHash: chain.before(1), entries: chain.entries };
  const parent = { stream, seq: 1, head: chain.head() };
  const asked: [string, string, unknown][] = [
    ['POST', '/sync/push', request],
    ['GET', `/sync/pull?stream=${stream}&after=0&confirmed=0`, undefined],
    ['POST', '/sync/streams', { stream: v7(), parent }],
    ['GET', `/sync/statement?stream=${stream}&upTo=1`, undefined],
    ['POST', '/sync/lost', { stream, last: 9, epoch: 1 }],
    ['POST', `/registers/${till.id}/revoke`, undefined],
    ['POST', '/registers/codes', { registerName: 'Till', store: { id: till.storeId } }],
  ];
  for (const [method, path, body] of asked) {
    expect([path, (await stranger.call(method, path, body)).status]).toEqual([path, 404]);
  }
  const stores = await stranger.call<{ stores: { name: string }[] }>('GET', '/stores');
  expect(stores.body.stores.map(({ name }) => name)).toEqual(['Elsewhere']);
  expect((await till.push(1, 1)).status).toBe(200);
});

test('takes a token of the register’s key and for now, and no other', async () => {
  const { till, now, ask } = await openShop();
  const seconds = Math.floor(now() / 1000);
  const token = (more: Parameters<typeof makeToken>[3]) => makeToken(till.id, till.keys, now(), more);
  const claims = (changed: Record<string, unknown>) => token({ claims: changed });
  const good = token({});
  const [head = '', body = '', signature = ''] = good.split('.');
  const none = Buffer.from(JSON.stringify({ alg: 'none', kid: till.id })).toString('base64url');
  const refused = {
    'no algorithm': `${none}.${body}.`,
    'no algorithm, with a signature': `${none}.${body}.${signature}`,
    'an algorithm with a shared secret': token({ header: { alg: 'HS256' } }),
    'another name of the algorithm': token({ header: { alg: 'eddsa' } }),
    'a key of its own': token({ header: { jwk: { kty: 'OKP', crv: 'Ed25519', x: makeKeys().publicKey } } }),
    'an address of a key': token({ header: { jku: 'https://keys.example' } }),
    'a certificate': token({ header: { x5c: ['MII'] } }),
    'extensions that must be known': token({ header: { crit: ['exp'] } }),
    'another kind of token': token({ header: { typ: 'at+jwt' } }),
    'a key id that is not the issuer': token({ header: { kid: v7() } }),
    'no key id': token({ header: { kid: undefined } }),
    'another audience': claims({ aud: 'other' }),
    audiences: claims({ aud: ['sukli-cloud', 'other'] }),
    'no audience': claims({ aud: undefined }),
    'another issuer': claims({ iss: v7() }),
    'no expiry': claims({ exp: undefined }),
    'an expiry in words': claims({ exp: 'tomorrow' }),
    'a fraction of a second': claims({ iat: seconds + 0.5 }),
    'a life of six minutes': claims({ exp: seconds + 360 }),
    'an end before its start': claims({ exp: seconds - 1 }),
    'no number': claims({ jti: undefined }),
    'a changed signature': `${head}.${body}.${'A'.repeat(86)}`,
    'a cut signature': good.slice(0, -2),
    'other bits after the signature': `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`,
    'another body': `${head}.${Buffer.from('{}').toString('base64url')}.${signature}`,
    'four parts': `${good}.x`,
    'no JSON': `${head}.${Buffer.from('{').toString('base64url')}.${signature}`,
    'much text': `${head}.${'A'.repeat(100_000)}.${signature}`,
  };
  for (const [name, given] of Object.entries(refused)) {
    expect([name, ...(await ask(given))]).toEqual([name, 401, 'token-invalid']);
  }
  expect(await ask(good)).toEqual([200, undefined]);
  expect(await ask(good)).toEqual([200, undefined]);
});

test('a till whose clock is off is told the time', async () => {
  const { cloud, till, now, ask } = await openShop();
  const at = (shift: number) => makeToken(till.id, till.keys, now() + shift * 1000);
  for (const shift of [-86_400, -331, 31, 86_400]) {
    expect([shift, ...(await ask(at(shift)))]).toEqual([shift, 401, 'clock-differs']);
  }
  for (const shift of [-329, -30, 0, 30])
    expect([shift, ...(await ask(at(shift)))]).toEqual([shift, 200, undefined]);
  const told = await call<{ error: { details: unknown } }>(cloud, 'GET', '/stores', { token: at(-5_000) });
  expect(told.body.error.details).toEqual({ serverTime: '2026-03-02T01:00:00.000Z' });
  // Who has not the key learns nothing of it.
  expect(await ask(makeToken(till.id, makeKeys(), now() - 900_000))).toEqual([401, 'token-invalid']);
});

type Parameter = {
  name: string;
  in: string;
  required: boolean;
  schema: { type: unknown; default?: unknown };
};
type ApiDocument = { paths: Record<string, Record<string, { parameters?: Parameter[] }>> };

function parametersIn({ paths }: ApiDocument): Parameter[] {
  return Object.values(paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ parameters }) => parameters ?? []),
  );
}

test('a number in an address is digits, and nothing else counts for one', async () => {
  const { till } = await openShop();
  const statement = async (upTo: string) =>
    (await till.call('GET', `/sync/statement?stream=${till.stream}${upTo}`)).status;
  expect(await statement('&upTo=0')).toBe(200);
  for (const wrong of [
    '',
    '&upTo=',
    '&upTo=%20',
    '&upTo=null',
    '&upTo=0x1',
    '&upTo=1e1',
    '&upTo=-1',
    '&upTo=1.5',
  ])
    expect([wrong, await statement(wrong)]).toEqual([wrong, 400]);
});

test('what is not there is 404, another method 405, and the document names every route', async () => {
  const { cloud } = await openShop();
  const code = async (method: string, path: string) => {
    const answer = await call<{ error: { code: string } }>(cloud, method, path);
    return [answer.status, answer.body.error.code];
  };
  expect(await code('GET', '/nothing')).toEqual([404, 'route-unknown']);
  expect(await code('DELETE', '/sync/push')).toEqual([405, 'method-not-allowed']);
  const { body } = await call<ApiDocument>(cloud, 'GET', '/openapi.json');
  const named = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  for (const { name, in: place, required, schema } of parametersIn(body)) {
    const type = /^(n|after|mark|confirmed|limit|epoch|upTo)$/.test(name) ? 'integer' : 'string';
    expect([name, schema.type]).toEqual([name, type]);
    expect([name, required]).toEqual([
      name,
      place === 'path' || (schema.default === undefined && name !== 'state'),
    ]);
  }
  expect(named.toSorted()).toEqual(cloudRoutes.map(({ method, path }) => `${method} /v1${path}`).toSorted());
});
