import { expect, test } from 'vitest';
import { ask, type DialectRequest } from '../fixtures/dialects.ts';
import { openTestEngine, testShop, type TestEngine } from '../fixtures/engine.ts';

const { username, password, pin } = testShop.owner;
const ownPage = { origin: 'http://127.0.0.1:8000' };
const allowedPage = { origin: 'http://localhost:8080' };
const window: DialectRequest['door'] = { name: 'window' };

async function openTill(): Promise<TestEngine> {
  const till = await openTestEngine();
  await till.setUp();
  return till;
}

async function atTheTill(till: TestEngine, json: object, more: DialectRequest = {}): Promise<number> {
  return (await ask(till, 'POST /api/v1/sessions', { json, ...more })).status;
}

async function atAClient(till: TestEngine, json: object, more: DialectRequest = {}): Promise<number> {
  return (await ask(till, 'POST /api/token/', { json, ...more })).status;
}

test('a web client that guesses the owner’s password keeps nobody out of the till’s own screens', async () => {
  const till = await openTill();
  const form = { username, password: 'wrong' };
  for (let failed = 0; failed < 5; failed += 1) {
    const page = { form, headers: { origin: 'https://evil.example' } };
    expect((await ask(till, 'POST /api/token/', page)).status).toBe(401);
  }
  for (const path of ['/api/token/', '/auth/token/']) {
    expect((await ask(till, `POST ${path}`, { json: { username, password } })).status).toBe(429);
  }
  for (const more of [{ headers: ownPage }, {}, { door: window }]) {
    expect(await atTheTill(till, { username, password }, more)).toBe(201);
    expect(await atTheTill(till, { pin }, more)).toBe(201);
  }
});

test('an allowed page of another origin counts as a web client at /api/v1 too', async () => {
  const till = await openTill();
  for (let failed = 0; failed < 5; failed += 1) {
    expect(await atTheTill(till, { pin: '8642' }, { headers: allowedPage })).toBe(401);
    expect(await atTheTill(till, { username, password: 'wrong' }, { headers: allowedPage })).toBe(401);
  }
  expect(await atTheTill(till, { pin }, { headers: allowedPage })).toBe(429);
  expect(await atAClient(till, { username, password })).toBe(429);
  expect(await atTheTill(till, { pin }, { headers: ownPage })).toBe(201);
  expect(await atTheTill(till, { username, password }, { headers: ownPage })).toBe(201);
});

test('guesses at the till’s own screens slow no web client down', async () => {
  const till = await openTill();
  for (let failed = 0; failed < 5; failed += 1) {
    expect(await atTheTill(till, { username, password: 'wrong' }, { headers: ownPage })).toBe(401);
  }
  expect(await atTheTill(till, { username, password }, { headers: ownPage })).toBe(429);
  expect(await atAClient(till, { username, password })).toBe(200);
});

test('#23: who tries a new name each time waits after 120, longer each time, and the till does not', async () => {
  const till = await openTill();
  till.clock.set(Date.parse('2026-03-02T02:00:00.000Z'));
  const guess = (n: number) => ask(till, 'POST /api/token/', { json: { username: `n${n}`, password: 'x' } });
  const many = await Promise.all(Array.from({ length: 120 }, (_, n) => guess(n)));
  expect(new Set(many.map(({ status }) => status))).toEqual(new Set([401]));
  for (const delay of [5, 10, 20]) {
    const late = await guess(200);
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, String(delay)]);
    till.clock.advance(delay * 1000);
    expect((await guess(200 + delay)).status).toBe(401);
  }
  expect(await atAClient(till, { username, password }, { door: { remoteAddress: '127.0.0.2' } })).toBe(200);
  expect(await atTheTill(till, { pin }, { door: window })).toBe(201);
}, 60_000);

test('right logins of one caller, many at once and again, never wait', async () => {
  const till = await openTill();
  for (let round = 0; round < 8; round += 1) {
    const logins = Array.from({ length: 16 }, () => atAClient(till, { username, password }));
    expect(new Set(await Promise.all(logins))).toEqual(new Set([200]));
  }
}, 60_000);
