import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import type { World } from './world.ts';

type Claims = Record<string, unknown>;

const decode = (part: string) => Buffer.from(part, 'base64url').toString();
const encode = (text: string) => Buffer.from(text).toString('base64url');

export function claimsOf(token: string): Claims {
  return JSON.parse(decode(token.split('.')[1] ?? '')) as Claims;
}

export function sign(
  claims: Claims,
  secret: Uint8Array | string,
  header = { alg: 'HS256', typ: 'JWT' },
): string {
  const body = `${encode(JSON.stringify(header))}.${encode(JSON.stringify(claims))}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

/** The secret of several that signed a token, or null. */
export function signerOf<Secret extends Uint8Array | string>(
  token: string,
  secrets: readonly Secret[],
): Secret | null {
  const [header = '', claims = '', signature] = token.split('.');
  return (
    secrets.find(
      (secret) =>
        createHmac('sha256', secret).update(`${header}.${claims}`).digest('base64url') === signature,
    ) ?? null
  );
}

/** What the till itself would have signed: a known token with other claims. The secrets of tests are 32 equal bytes. */
export function signedByTill(world: World, name: string, change: (claims: Claims) => Claims): string {
  const token = world.words.get(name) ?? '';
  const secrets = Array.from({ length: 256 }, (_, value) => new Uint8Array(32).fill(value));
  const secret = signerOf(token, secrets);
  if (secret === null) throw new Error('the till signs with a secret that this test does not know');
  return sign(change(claimsOf(token)), secret);
}

export function expectClaims(
  json: unknown,
  place: string,
  expected: {
    header: string;
    keys: readonly string[];
    type: string;
    seconds: number;
    userId?: number;
    now: number;
  },
): void {
  const token = String((json as Claims)[place]);
  const claims = claimsOf(token);
  expect(decode(token.split('.')[0] ?? '')).toBe(expected.header);
  expect(Object.keys(claims)).toEqual(expected.keys);
  expect(claims['token_type']).toBe(expected.type);
  expect(claims['iat']).toBe(Math.floor(expected.now / 1000));
  expect(Number(claims['exp']) - Number(claims['iat'])).toBe(expected.seconds);
  if (expected.userId !== undefined) {
    expect(claims['user_id']).toBe(expected.userId);
    expect(claims['jti']).toMatch(/^[0-9a-f]{32}$/);
  }
}
