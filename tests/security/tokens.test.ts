import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { verifyAccessToken } from '../../electron/engine/people/index.ts';
import { openTestEngine, testKeys } from '../fixtures/engine.ts';

/** A repeatable source of chance (mulberry32), so that a failure can be seen again. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const strangeValues = [null, true, 0, -1, 1e308, '', 'x', [], {}, ['sukli'], '9'.repeat(500)];
const strangeHeaders: object[] = [
  { alg: 'none' },
  { alg: 'None' },
  { alg: 'nOnE', typ: 'at+jwt' },
  { alg: 'HS256', typ: 'JWT' },
  { alg: 'HS384', typ: 'at+jwt' },
  { alg: 'HS512', typ: 'at+jwt' },
  { alg: 'RS256', typ: 'at+jwt' },
  { alg: 'ES256', typ: 'at+jwt' },
  { alg: 'EdDSA', typ: 'at+jwt' },
  { alg: 'HS256', typ: 'at+jwt', jwk: { kty: 'oct', k: encode('k') } },
  { alg: 'HS256', typ: 'at+jwt', kid: '../../../dev/null' },
  { alg: 'HS256', typ: 'at+jwt', jku: 'http://127.0.0.1:1/keys' },
  { alg: 'HS256', typ: 'at+jwt', x5c: ['MIIB'] },
  { alg: 'HS256', typ: 'at+jwt', crit: ['exp'] },
  { alg: 'HS256', typ: 'at+jwt', crit: ['b64'], b64: false },
  { alg: ['HS256'], typ: 'at+jwt' },
  {},
];

type Parts = { header: string; payload: string; signature: string; claims: Record<string, unknown> };
type Mutation = (parts: Parts, pick: (below: number) => number, keys: readonly Uint8Array[]) => string;

const sign = (header: string, payload: string, key: Uint8Array, hash = 'sha256') =>
  `${header}.${payload}.${createHmac(hash, key).update(`${header}.${payload}`).digest('base64url')}`;

/** Every kind of change; the keys that sign are never the register's own, except where the claims are at fault. */
const foreignMutations: Mutation[] = [
  ({ header, payload, signature }, pick) => {
    const token = `${header}.${payload}.${signature}`;
    const at = pick(token.length);
    let put = token[at] ?? '';
    while (put === token[at]) put = alphabet[pick(64)] ?? '';
    return token.slice(0, at) + put + token.slice(at + 1);
  },
  ({ header, payload, signature }, pick) => {
    const token = `${header}.${payload}.${signature}`;
    return token.slice(0, pick(token.length));
  },
  ({ header, payload, signature }, pick) => {
    const token = `${header}.${payload}.${signature}`;
    const at = pick(token.length + 1);
    return token.slice(0, at) + ['.', '=', ' ', '\0', '\n', 'é', '%', 'A', '…'][pick(9)] + token.slice(at);
  },
  ({ header, payload, signature }) => `${header}.${payload}.${signature.slice(0, -1)}`,
  ({ header, payload, signature }, pick) => {
    const last = alphabet.indexOf(signature.at(-1) ?? 'A');
    const sameBits = alphabet[(last & ~3) | ((last + 1 + pick(3)) & 3)] ?? 'A';
    return `${header}.${payload}.${signature.slice(0, -1)}${sameBits}`;
  },
  ({ header, payload, signature }, pick) => `${header}.${payload}.${signature}${'='.repeat(1 + pick(3))}`,
  ({ payload, signature }, pick) =>
    `${encode(strangeHeaders[pick(strangeHeaders.length)])}.${payload}.${signature}`,
  ({ payload }, pick) => `${encode(strangeHeaders[pick(strangeHeaders.length)])}.${payload}.`,
  ({ payload }, pick, keys) =>
    sign(
      encode(strangeHeaders[pick(strangeHeaders.length)]),
      payload,
      keys[pick(keys.length)] ?? new Uint8Array(),
    ),
  ({ header, claims }, pick, keys) =>
    sign(
      header,
      encode({ ...claims, role: 'admin', n: pick(1e9) }),
      keys[pick(keys.length)] ?? new Uint8Array(),
    ),
  ({ header, claims, signature }, pick) =>
    `${header}.${encode({ ...claims, sub: `01900000-0000-7000-8000-${String(pick(1e9)).padStart(12, '0')}` })}.${signature}`,
  ({ header, payload, signature }, pick) =>
    [header, payload, signature, header, payload]
      .slice(0, 1 + pick(5) || 1)
      .toReversed()
      .join('.'),
  ({ header, payload, signature }) => `${header}.${payload}.${signature}${'A'.repeat(100_000)}`,
  ({ header, claims, signature }) =>
    `${header}.${encode({ ...claims, padding: 'x'.repeat(75_000) })}.${signature}`,
];

/** Signed with the register's own key: here only what the token says is wrong. */
const ownMutations: Mutation[] = [
  ({ header, claims }, pick, [own]) => {
    const names = Object.keys(claims);
    const { [names[pick(names.length)] ?? '']: _left, ...rest } = claims;
    return sign(header, encode(rest), own ?? new Uint8Array());
  },
  ({ header, claims }, pick, [own]) => {
    const names = Object.keys(claims).filter((name) => name !== 'aud');
    const name = names[pick(names.length)] ?? '';
    const isTheSame = (value: unknown) => value === claims[name];
    const values = strangeValues.filter((value) => !isTheSame(value) && !(name === 'exp' && value === 1e308));
    // An older epoch is what a spared session's token tells; the session itself decides then.
    const wrong = name === 'epoch' ? values.filter((value) => value !== -1) : values;
    return sign(header, encode({ ...claims, [name]: wrong[pick(wrong.length)] }), own ?? new Uint8Array());
  },
  ({ header, claims }, pick, [own]) => {
    const twice = `${JSON.stringify(claims).slice(0, -1)},"sub":"${pick(1e9)}"}`;
    return sign(header, encode(twice), own ?? new Uint8Array());
  },
  ({ payload }, pick, [own]) => {
    const header = strangeHeaders[pick(strangeHeaders.length)] ?? {};
    const isOurs = 'typ' in header && header.typ === 'at+jwt' && 'alg' in header && header.alg === 'HS256';
    const harmless = isOurs && !('crit' in header);
    return sign(encode(harmless ? { alg: 'HS256', typ: 'other' } : header), payload, own ?? new Uint8Array());
  },
  ({ payload }, _pick, [own]) =>
    sign(encode({ alg: 'HS512', typ: 'at+jwt' }), payload, own ?? new Uint8Array(), 'sha512'),
  ({ header }, pick, [own]) =>
    sign(header, encode(['null', '[]', '1', '"x"', '{', ''][pick(6)] ?? ''), own ?? new Uint8Array()),
];

test('of 10,000 mutated access tokens none is accepted, and none makes the engine throw', async () => {
  const till = await openTestEngine();
  const token = await till.setUp();
  const { context } = till.engine;
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  const parts = { header, payload, signature, claims };
  const own = await testKeys().secret('access-tokens');
  const foreignKeys = [
    new Uint8Array(),
    new Uint8Array(32),
    new Uint8Array(32).fill(1),
    Buffer.from('secret'),
    Buffer.from(token),
  ];
  const pick = chance(20_260_302);

  expect((await verifyAccessToken(context, token))?.username).toBe('olivia');
  const accepted: string[] = [];
  for (let number = 0; number < 10_000; number += 1) {
    const isOwn = number % 3 === 0;
    const mutations = isOwn ? ownMutations : foreignMutations;
    const mutated = mutations[pick(mutations.length)]?.(parts, pick, isOwn ? [own] : foreignKeys) ?? '';
    if (mutated !== token && (await verifyAccessToken(context, mutated)) !== null) accepted.push(mutated);
  }
  expect(accepted).toEqual([]);
  expect((await verifyAccessToken(context, token))?.username).toBe('olivia');
});

test('through the door they are answered 401, with the one shape of errors', async () => {
  const till = await openTestEngine();
  const token = await till.setUp();
  const pick = chance(7);
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  for (const mutation of foreignMutations) {
    const mutated = mutation({ header, payload, signature, claims }, pick, [new Uint8Array(32)]);
    // What no HTTP header can carry never gets this far.
    if (!/^[\x21-\x7e]*$/.test(mutated)) continue;
    const { status, body } = await till.call<{ error: { code: string } }>('GET', '/accounts', {
      token: mutated,
    });
    expect([status, body.error.code]).toEqual([401, 'not-signed-in']);
  }
});
