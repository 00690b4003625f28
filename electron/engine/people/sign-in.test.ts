import argon2 from 'argon2';
import { expect, test } from 'vitest';
import { openTestEngine, testKeys, testShop } from '../../../tests/fixtures/engine.ts';
import { signIn, signInFrom, statusWith } from '../../../tests/fixtures/people.ts';
import { query } from '../db/query.ts';

const { username, password, pin } = testShop.owner;
const journalOf = query<{ kind: string }>()((b, p) =>
  b.selectFrom('journal').select(['actor', 'body']).where('kind', '=', p('kind')).orderBy('seq'),
);
const hashes = query()((b) => b.selectFrom('accounts').select(['password_hash', 'pin_hash', 'pin_key']));

test('a name in any case with its password, and a PIN alone, sign in', async () => {
  const { call, setUp, clock } = await openTestEngine();
  await setUp();
  const byName = await signIn(call, { username: ' OLIVIA ', password });
  expect(byName.status).toBe(201);
  expect(byName.body.account).toMatchObject({ username: 'olivia', role: 'admin' });
  expect(byName.body.account.permissions).toContain('people.manage');
  expect(Date.parse(byName.body.expiresAt) - clock.now()).toBe(10 * 60_000);
  const byPin = await signIn(call, { pin });
  expect(byPin.body.account.id).toBe(byName.body.account.id);
  expect(await statusWith(call, byPin.body.accessToken)).toBe(200);
});

test('the cookie is out of reach of scripts and other sites, and Secure where that is possible', async () => {
  const { call, setUp, engine } = await openTestEngine();
  await setUp();
  const cookie = (await signIn(call, { pin })).headers.get('set-cookie');
  expect(cookie).toMatch(
    /^sukli_refresh=[\w.-]{80}; Max-Age=50400; Path=\/api\/v1\/sessions; HttpOnly; SameSite=Strict$/,
  );
  const answer = await engine.fetch(
    new Request('https://till.test/api/v1/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ pin }),
    }),
  );
  expect(answer.headers.get('set-cookie')).toMatch(/; Secure$/);
});

test('whatever is wrong, the answer is the same', async () => {
  const { call, setUp } = await openTestEngine();
  await setUp();
  const wrong = [
    await signIn(call, { username, password: 'not this one' }),
    await signIn(call, { username: 'nobody', password }),
    await signIn(call, { username: '', password: '' }),
    await signIn(call, { pin: '8642' }),
    await signIn(call, { pin: '' }),
  ];
  for (const { status, body } of wrong) {
    expect(status).toBe(401);
    expect(body).toEqual(wrong[0]?.body);
    expect(body.error?.code).toBe('sign-in-failed');
  }
});

test('an unknown name takes as long as a known one', async () => {
  const { call, setUp } = await openTestEngine({ slowHashes: true });
  await setUp();
  // Of the processors, on all threads: the time of the day would also tell what else this machine does.
  const spentOn = async (name: string) => {
    const start = process.cpuUsage();
    await signIn(call, { username: name, password: 'not this one' });
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  await spentOn('warm-up');
  const known: number[] = [];
  const unknown: number[] = [];
  // By turns, and the best of each: the odd collection of garbage falls on either.
  for (let turn = 0; turn < 5; turn += 1) {
    known.push(await spentOn(username));
    unknown.push(await spentOn(`nobody${turn}`));
  }
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2);
  expect(Math.min(...unknown)).toBeLessThan(Math.min(...known) * 2);
});

test('what is stored is argon2id of the promised cost, and a PIN needs the secret of the register', async () => {
  const { setUp, engine } = await openTestEngine({ slowHashes: true });
  await setUp();
  const stored = engine.context.read.first(hashes);
  expect(stored?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
  expect(stored?.pin_hash).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
  expect(await argon2.verify(stored?.password_hash ?? '', password)).toBe(true);
  expect(await argon2.verify(stored?.pin_hash ?? '', pin)).toBe(false);
  const secret = Buffer.from(await testKeys().secret('pin'));
  expect(await argon2.verify(stored?.pin_hash ?? '', pin, { secret })).toBe(true);
});

test('the database on another register knows no PIN and no token, but the passwords', async () => {
  const first = await openTestEngine();
  const token = await first.setUp();
  await first.engine.close();
  const other = await openTestEngine({
    dataDir: first.dataDir,
    clock: first.clock,
    keys: testKeys(200),
  });
  expect((await signIn(other.call, { pin })).status).toBe(401);
  expect(await statusWith(other.call, token)).toBe(401);
  expect((await signIn(other.call, { username, password })).status).toBe(201);
});

test('after five failures each further attempt waits longer, right or wrong, until the time is over', async () => {
  const { call, setUp, clock } = await openTestEngine();
  await setUp();
  for (let failed = 0; failed < 5; failed += 1) {
    expect((await signIn(call, { username, password: `wrong ${failed}` })).status).toBe(401);
  }
  for (const delay of [5, 10, 20, 40, 80, 160, 320, 640, 900, 900]) {
    const refused = await signIn(call, { username, password });
    expect(refused.status).toBe(429);
    expect(refused.body.error).toMatchObject({
      code: 'sign-in-throttled',
      details: { retryAfterSeconds: delay },
    });
    expect(refused.headers.get('retry-after')).toBe(String(delay));
    clock.advance(delay * 1000 - 1);
    expect((await signIn(call, { username, password })).status).toBe(429);
    clock.advance(1);
    expect((await signIn(call, { username, password: 'still wrong' })).status).toBe(401);
  }
  expect((await signIn(call, { username: 'somebody-else', password })).status).toBe(401);
  clock.advance(900_000);
  expect((await signIn(call, { username, password })).status).toBe(201);
  expect((await signIn(call, { username, password: 'wrong' })).status).toBe(401);
  expect((await signIn(call, { username, password })).status).toBe(201);
});

test('a block survives a restart', async () => {
  const till = await openTestEngine();
  await till.setUp();
  for (let failed = 0; failed < 7; failed += 1) {
    await signIn(till.call, { pin: '8642' });
    till.clock.advance(failed < 6 ? 10_000 : 0);
  }
  await till.engine.close();
  const again = await openTestEngine({ dataDir: till.dataDir, clock: till.clock });
  expect((await signIn(again.call, { pin })).body.error?.details?.retryAfterSeconds).toBe(20);
  again.clock.advance(20_000);
  expect((await signIn(again.call, { pin })).status).toBe(201);
});

test('setting the clock back frees nobody and locks nobody out for good', async () => {
  const { call, setUp, clock } = await openTestEngine();
  await setUp();
  for (let failed = 0; failed < 5; failed += 1) await signIn(call, { username, password: 'wrong' });
  clock.set(clock.now() - 24 * 60 * 60_000);
  expect((await signIn(call, { username, password })).body.error?.details?.retryAfterSeconds).toBe(5);
  clock.advance(4_999);
  expect((await signIn(call, { username, password })).status).toBe(429);
  clock.advance(1);
  expect((await signIn(call, { username, password })).status).toBe(201);
});

test('a hundred guesses sent together are not a hundred guesses', async () => {
  const { call, setUp, engine } = await openTestEngine();
  await setUp();
  const guesses = Array.from({ length: 100 }, (_, at) => signIn(call, { pin: String(3000 + at * 3) }));
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(95);
  expect(engine.context.read.all(journalOf, { kind: 'sign-in.failed' })).toHaveLength(5);
});

test('many right ones sent together all sign in', async () => {
  const { call, setUp } = await openTestEngine();
  await setUp();
  const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(call, { username, password })));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
});

test('knowing one PIN does not buy more guesses at the others; quiet time does', async () => {
  const { call, setUp, clock } = await openTestEngine();
  await setUp();
  for (let failed = 0; failed < 4; failed += 1) await signIn(call, { pin: '8642' });
  expect((await signIn(call, { pin })).status).toBe(201);
  expect((await signIn(call, { pin: '8642' })).status).toBe(401);
  expect((await signIn(call, { pin })).status).toBe(429);
  clock.advance(60 * 60_000);
  for (let failed = 0; failed < 5; failed += 1) {
    expect((await signIn(call, { pin: '8642' })).status).toBe(401);
  }
});

test('guesses over the network are counted per address and do not lock the till', async () => {
  const till = await openTestEngine();
  await till.setUp();
  for (let failed = 0; failed < 5; failed += 1) {
    expect(await signInFrom(till, '192.168.1.50', { username: `name${failed}`, password })).toBe(401);
  }
  expect(await signInFrom(till, '192.168.1.50', { username, password })).toBe(429);
  expect(await signInFrom(till, '192.168.1.51', { username, password })).toBe(201);

  expect((await signIn(till.call, { pin })).status).toBe(201);
});

test('a PIN is bound to its register: over the network not even the right one is looked at', async () => {
  const till = await openTestEngine();
  await till.setUp();
  for (let tries = 0; tries < 8; tries += 1) {
    expect(await signInFrom(till, '192.168.1.60', { pin })).toBe(403);
  }
  expect((await signIn(till.call, { pin })).status).toBe(201);
});

test('failures are journalled without names, and the table of delays names nobody', async () => {
  const { call, setUp, engine } = await openTestEngine();
  await setUp();
  await signIn(call, { username, password: 'hunter-two' });
  await signIn(call, { pin: '8642' });
  expect(engine.context.read.all(journalOf, { kind: 'sign-in.failed' })).toEqual([
    { actor: 'unknown', body: '{"failures":1,"way":"password"}' },
    { actor: 'unknown', body: '{"failures":1,"way":"pin"}' },
  ]);
  const subjects = engine.context.read.all(query()((b) => b.selectFrom('throttles').select('subject')));
  expect(JSON.stringify(subjects)).not.toMatch(/olivia|8642/);
});

test('a new sign-in takes the place of the session whose cookie it brings', async () => {
  const { call, setUp } = await openTestEngine();
  await setUp();
  const before = await signIn(call, { pin });
  const cookie = before.headers.get('set-cookie')?.split(';')[0] ?? '';
  const after = await signIn(call, { pin }, { cookie });
  expect(await statusWith(call, before.body.accessToken)).toBe(401);
  expect(await statusWith(call, after.body.accessToken)).toBe(200);
});
