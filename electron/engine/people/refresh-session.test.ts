import { expect, test } from 'vitest';
import { openTestEngine, testShop } from '../../../tests/fixtures/engine.ts';
import { cookieOf, refresh, signIn, statusWith } from '../../../tests/fixtures/people.ts';
import { query } from '../db/query.ts';

const { pin } = testShop.owner;
const minutes = 60_000;
const hours = 60 * minutes;
const ended = query()((b) =>
  b.selectFrom('journal').select('body').where('kind', '=', 'account.sessions-ended'),
);
const stored = query()((b) => b.selectFrom('sessions').select(['refresh_hash', 'previous_hash']));

async function signedIn() {
  const till = await openTestEngine();
  await till.setUp();
  const session = await signIn(till.call, { pin });
  return { ...till, cookie: cookieOf(session), token: session.body.accessToken };
}

test('each refresh gives a new access token and another cookie, and only hashes are stored', async () => {
  const { call, clock, cookie, token, engine } = await signedIn();
  clock.advance(9 * minutes);
  const first = await refresh(call, cookie);
  expect(first.status).toBe(200);
  expect(cookieOf(first)).not.toBe(cookie);
  expect(await statusWith(call, token)).toBe(200);
  clock.advance(2 * minutes);
  expect(await statusWith(call, token)).toBe(401);
  expect(await statusWith(call, first.body.accessToken)).toBe(200);
  const second = await refresh(call, cookieOf(first));
  expect(second.status).toBe(200);
  const kept = engine.context.read.all(stored).flatMap((row) => [row.refresh_hash, row.previous_hash]);
  expect(kept.every((hash) => hash === null || hash.length === 32)).toBe(true);
});

test('two tabs, or a retry after a lost answer, within ten seconds end with the same good cookie', async () => {
  const { call, clock, cookie } = await signedIn();
  const [one, other] = await Promise.all([refresh(call, cookie), refresh(call, cookie)]);
  expect([one.status, other.status]).toEqual([200, 200]);
  expect(cookieOf(one)).toBe(cookieOf(other));
  clock.advance(10_000);
  const retried = await refresh(call, cookie);
  expect(retried.status).toBe(200);
  expect(cookieOf(retried)).toBe(cookieOf(one));
  clock.advance(5 * minutes);
  expect((await refresh(call, cookieOf(retried))).status).toBe(200);
});

test('the predecessor after ten seconds ends the family, once, in the journal', async () => {
  const { call, clock, cookie, token, engine } = await signedIn();
  const next = await refresh(call, cookie);
  clock.advance(10_001);
  const reused = await refresh(call, cookie);
  expect(reused.status).toBe(401);
  expect(reused.body.error?.code).toBe('not-signed-in');
  expect((await refresh(call, cookieOf(next))).status).toBe(401);
  expect(await statusWith(call, token)).toBe(401);
  expect(await statusWith(call, next.body.accessToken)).toBe(401);
  expect((await refresh(call, cookie)).status).toBe(401);
  expect(engine.context.read.all(ended)).toHaveLength(1);
  expect(engine.context.read.first(ended)?.body).toContain('refresh-token-reused');
});

test('a token from before the predecessor ends the family even within ten seconds', async () => {
  const { call, cookie } = await signedIn();
  const second = cookieOf(await refresh(call, cookie));
  const third = cookieOf(await refresh(call, second));
  expect((await refresh(call, cookie)).status).toBe(401);
  expect((await refresh(call, third)).status).toBe(401);
});

test('the grace holds over a restart', async () => {
  const till = await signedIn();
  const next = cookieOf(await refresh(till.call, till.cookie));
  await till.engine.close();
  const again = await openTestEngine({ dataDir: till.dataDir, clock: till.clock });
  const retried = await refresh(again.call, till.cookie);
  expect(retried.status).toBe(200);
  expect(cookieOf(retried)).toBe(next);
});

test('a session ends fourteen hours after its sign-in, however often it was refreshed', async () => {
  const { call, clock, cookie } = await signedIn();
  let current = cookie;
  let token = '';
  for (let hour = 0; hour < 13; hour += 1) {
    clock.advance(hours);
    const refreshed = await refresh(call, current);
    expect(refreshed.status).toBe(200);
    current = cookieOf(refreshed);
  }
  clock.advance(55 * minutes);
  const last = await refresh(call, current);
  token = last.body.accessToken;
  expect(last.headers.get('set-cookie')).toContain('Max-Age=300;');
  clock.advance(5 * minutes);
  expect(await statusWith(call, token)).toBe(401);
  expect((await refresh(call, cookieOf(last))).status).toBe(401);
});

test('signing out ends the session at once and clears the cookie', async () => {
  const { call, cookie, token } = await signedIn();
  const out = await call('DELETE', '/sessions/current', { token, headers: { cookie } });
  expect(out.status).toBe(204);
  expect(out.headers.get('set-cookie')).toMatch(
    /^sukli_refresh=; Max-Age=0; Path=\/api\/v1\/sessions; HttpOnly/,
  );
  expect(await statusWith(call, token)).toBe(401);
  expect((await refresh(call, cookie)).status).toBe(401);
});

test('signing out late leaves the cookie of whoever has signed in since', async () => {
  const { call, token } = await signedIn();
  const next = cookieOf(await signIn(call, { pin }));
  const out = await call('DELETE', '/sessions/current', { token, headers: { cookie: next } });
  expect([out.status, out.headers.get('set-cookie')]).toEqual([204, null]);
  expect((await refresh(call, next)).status).toBe(200);
});

test('no cookie, a broken one and one of nobody are refused', async () => {
  const { call, cookie } = await signedIn();
  expect((await call('POST', '/sessions/refresh', { token: null })).status).toBe(401);
  const broken = [
    'sukli_refresh=',
    'sukli_refresh=abc',
    `sukli_refresh=${'a'.repeat(100_000)}`,
    'sukli_refresh=00000000-0000-7000-8000-000000000000.' + 'A'.repeat(43),
    cookie.replace('sukli_refresh', 'other'),
  ];
  for (const text of broken) expect((await refresh(call, text)).status).toBe(401);
  expect((await refresh(call, cookie)).status).toBe(200);
});

test('setting the clock back revives nothing and locks nobody out', async () => {
  const { call, clock, cookie, token } = await signedIn();
  const start = clock.now();
  clock.advance(11 * minutes);
  expect(await statusWith(call, token)).toBe(401);
  clock.set(start);
  expect(await statusWith(call, token)).toBe(401);
  const refreshed = await refresh(call, cookie);
  expect(refreshed.status).toBe(200);
  expect(await statusWith(call, refreshed.body.accessToken)).toBe(200);
  clock.advance(10 * minutes);
  expect(await statusWith(call, refreshed.body.accessToken)).toBe(401);

  clock.set(start + 15 * hours);
  expect((await refresh(call, cookieOf(refreshed))).status).toBe(401);
  clock.set(start - 24 * hours);
  expect((await refresh(call, cookieOf(refreshed))).status).toBe(401);
  const anew = await signIn(call, { pin });
  expect(await statusWith(call, anew.body.accessToken)).toBe(200);
  expect(Date.parse(anew.body.expiresAt) - clock.now()).toBe(10 * minutes);
});

test('nor does setting it back while the till is off', async () => {
  const till = await signedIn();
  const start = till.clock.now();
  till.clock.advance(11 * minutes);
  const latest = await signIn(till.call, { pin });
  await till.engine.close();
  till.clock.set(start);
  const again = await openTestEngine({ dataDir: till.dataDir, clock: till.clock });
  expect(await statusWith(again.call, till.token)).toBe(401);
  expect(await statusWith(again.call, latest.body.accessToken)).toBe(200);
});
