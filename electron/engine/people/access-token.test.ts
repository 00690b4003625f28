import { SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { openTestEngine, testKeys } from '../../../tests/fixtures/engine.ts';
import { statusWith } from '../../../tests/fixtures/people.ts';

const keyName = 'access-tokens';

async function forge() {
  const till = await openTestEngine();
  const token = await till.setUp();
  const [, payload = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  const key = await testKeys().secret(keyName);
  const sign = (changes: Record<string, unknown>, header: Record<string, unknown> = {}, secret = key) =>
    new SignJWT({ ...claims, ...changes })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...header })
      .sign(secret);
  return { ...till, token, claims, sign };
}

test('a token that says the same with the same key is good: what the others differ in is what refuses them', async () => {
  const { call, sign, token, claims } = await forge();
  expect(await statusWith(call, token)).toBe(200);
  expect(await statusWith(call, await sign({}))).toBe(200);
  expect(Object.keys(claims).toSorted()).toEqual(['aud', 'epoch', 'exp', 'iat', 'iss', 'sid', 'sub']);
});

test('forged tokens are refused', async () => {
  const { call, sign, claims } = await forge();
  const iat = Number(claims['iat']);
  const forged = {
    'wrong key': await sign({}, {}, new Uint8Array(32).fill(99)),
    'empty key': await sign({}, {}, new Uint8Array(32)),
    'alg none': new UnsecuredJWT(claims).encode(),
    HS512: await sign({}, { alg: 'HS512' }, new Uint8Array(64).fill(keyName.length)),
    'other typ': await sign({}, { typ: 'JWT' }),
    'other audience': await sign({ aud: 'cloud' }),
    'other issuer': await sign({ iss: 'somebody' }),
    expired: await sign({ iat: iat - 700, exp: iat }),
    'from the future': await sign({ iat: iat + 60, exp: iat + 600 }),
    'valid for a year': await sign({ iat: iat - 1000, exp: iat + 31_536_000 }),
    'no exp': await sign({ exp: undefined }),
    'no iat': await sign({ iat: undefined }),
    'no sub': await sign({ sub: undefined }),
    'no sid': await sign({ sid: undefined }),
    'no epoch': await sign({ epoch: undefined }),
    'mistyped epoch': await sign({ epoch: '0' }),
    'later epoch': await sign({ epoch: 1 }),
    'another account': await sign({ sub: '01900000-0000-7000-8000-000000000000' }),
    'another session': await sign({ sid: '01900000-0000-7000-8000-000000000000' }),
    'too long': await sign({ padding: 'x'.repeat(5000) }),
    nothing: '',
    rubbish: 'a.b.c',
  };
  for (const [name, token] of Object.entries(forged)) {
    expect([name, await statusWith(call, token)]).toEqual([name, 401]);
  }
});

test('a token ends after ten minutes, remembered or not', async () => {
  const { call, token, clock } = await forge();
  expect(await statusWith(call, token)).toBe(200);
  clock.advance(10 * 60_000 - 1);
  expect(await statusWith(call, token)).toBe(200);
  clock.advance(1);
  expect(await statusWith(call, token)).toBe(401);
});
