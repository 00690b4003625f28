import { expect, test } from 'vitest';
import type { Settings } from '../../../shared/api/settings.ts';
import { openTestEngine, testShop } from '../../../tests/fixtures/engine.ts';
import { cookieOf, refresh, signIn, statusWith } from '../../../tests/fixtures/people.ts';
import { query } from '../db/query.ts';

const kinds = query()((b) => b.selectFrom('journal').select(['kind', 'actor', 'body']).orderBy('seq'));
const accounts = query()((b) => b.selectFrom('accounts').select(['id', 'role', 'username']));
type Failed = { error: { code: string; field?: string } };

test('a fresh till asks to be set up, is, and has its owner signed in', async () => {
  const { call, setUp, engine } = await openTestEngine();
  expect((await call('GET', '/setup', { token: null })).body).toEqual({ needed: true, demo: false });
  const token = await setUp();
  expect((await call('GET', '/setup', { token: null })).body).toEqual({ needed: false, demo: false });
  expect(engine.setUpNeeded()).toBe(false);
  expect(await statusWith(call, token)).toBe(200);

  const { body } = await call<Settings>('GET', '/settings');
  expect(body.shop).toMatchObject({ name: 'Corner Bakery', currency: 'PHP', address: '12 Mabini Street' });
  expect(body.tax.classes).toEqual([
    { id: 'standard', name: 'Standard', rates: [{ name: 'VAT', ratePpm: 120_000, compound: false }] },
    { id: 'none', name: 'No tax', rates: [] },
  ]);
  expect(body.cash.rounding).toBeNull();
  expect((await signIn(call, { pin: testShop.owner.pin })).status).toBe(201);

  const entries = engine.context.read.all(kinds);
  expect(entries.map(({ kind }) => kind)).toEqual(['store.set-up', 'account.created', 'settings.changed']);
  const [owner] = engine.context.read.all(accounts);
  expect(entries.every(({ actor }) => actor === owner?.id)).toBe(true);
  expect(entries.map(({ body: text }) => text).join()).not.toMatch(/olivia|2580|correct horse|argon2/i);
  expect(await engine.verify()).toMatchObject({ problems: [] });
});

test('the cookie of the set-up refreshes', async () => {
  const { call } = await openTestEngine();
  const done = await call('POST', '/setup', { body: testShop, token: null });
  expect((await refresh(call, cookieOf(done))).status).toBe(200);
});

test('a second set-up is refused, signed in or not', async () => {
  const { call, setUp, engine } = await openTestEngine();
  const token = await setUp();
  const intruder = { ...testShop, owner: { ...testShop.owner, username: 'mallory', pin: '8642' } };
  for (const as of [null, token]) {
    const { status, body } = await call<Failed>('POST', '/setup', { body: intruder, token: as });
    expect([status, body.error.code]).toEqual([409, 'set-up-done']);
  }
  expect(engine.context.read.all(accounts)).toHaveLength(1);
});

test('of many set-ups at once exactly one wins, with its own shop', async () => {
  const { call, engine } = await openTestEngine();
  const bodies = [2580, 4711, 8642, 1357].map((pin) => ({
    ...testShop,
    shop: { ...testShop.shop, name: `Shop ${pin}` },
    owner: { ...testShop.owner, username: `owner${pin}`, pin: String(pin) },
  }));
  const answers = await Promise.all(bodies.map((body) => call('POST', '/setup', { body, token: null })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
  const [owner, ...others] = engine.context.read.all(accounts);
  expect(others).toEqual([]);
  expect(engine.settings().shop.name).toBe(`Shop ${owner?.username.slice('owner'.length)}`);
});

test('what cannot be is refused with its field, and nothing is kept', async () => {
  const { call, engine } = await openTestEngine();
  const wrong: [object, number, string, string][] = [
    [{ ...testShop, shop: { ...testShop.shop, currency: 'ZZZ' } }, 422, 'setting-invalid', 'shop.currency'],
    [
      { ...testShop, shop: { ...testShop.shop, timeZone: 'Mars/Base' } },
      422,
      'setting-invalid',
      'shop.timeZone',
    ],
    [{ ...testShop, owner: { ...testShop.owner, pin: '1234' } }, 409, 'pin-taken', 'owner.pin'],
    [
      { ...testShop, owner: { ...testShop.owner, password: 'password1' } },
      422,
      'password-weak',
      'owner.password',
    ],
    [
      { ...testShop, owner: { ...testShop.owner, password: 'short' } },
      400,
      'request-invalid',
      'owner.password',
    ],
  ];
  for (const [body, status, code, field] of wrong) {
    const answer = await call<Failed>('POST', '/setup', { body, token: null });
    expect([answer.status, answer.body.error.code, answer.body.error.field]).toEqual([status, code, field]);
  }
  expect(engine.setUpNeeded()).toBe(true);
  expect(engine.context.read.all(accounts)).toEqual([]);
  expect(engine.context.read.all(kinds)).toEqual([]);
  expect(engine.settings().shop.name).toBe('My shop');
});

test('no tax means no rate', async () => {
  const { call, engine } = await openTestEngine();
  await call('POST', '/setup', { body: { ...testShop, tax: { ...testShop.tax, ratePpm: 0 } }, token: null });
  expect(engine.settings().tax.classes.map(({ rates }) => rates)).toEqual([[], []]);
});
