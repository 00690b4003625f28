import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { productCreate, type Product } from '../../shared/api/catalog.ts';
import { createProduct } from './catalog/index.ts';
import { rawQuery } from './db/query.ts';
import { openTestEngine, testShop, type TestEngine } from '../../tests/fixtures/engine.ts';
import { makeProduct } from '../../tests/fixtures/ring-up.ts';

const names = async (till: TestEngine) =>
  (await till.call<{ items: Product[] }>('GET', '/products')).body.items.map(({ name }) => name);

async function signIn(till: TestEngine): Promise<void> {
  const { username, password } = testShop.owner;
  const { body } = await till.call<{ accessToken: string }>('POST', '/sessions', {
    body: { username, password },
    token: null,
  });
  till.useToken(body.accessToken);
}

const owner = rawQuery<Record<never, never>, { accountId: string; accountRowId: number }>(
  'SELECT id AS accountId, row_id AS accountRowId FROM accounts',
);
const newest = rawQuery<Record<never, never>, { seq: number }>('SELECT max(seq) AS seq FROM journal');
const newestEntry = ({ engine }: TestEngine) => engine.context.read.first(newest)?.seq ?? 0;

/** A till with one product in its books, closed: gives its database. */
async function booksWith(product: string): Promise<string> {
  const till = await openTestEngine();
  await till.setUp();
  await makeProduct(till, { name: product, priceMinor: 100 });
  await till.engine.close();
  const file = join(till.dataDir, 'arrived.db');
  copyFileSync(join(till.dataDir, 'sukli.db'), file);
  return file;
}

test('other books take the place of those that are open, and what is asked meanwhile waits for them', async () => {
  const file = await booksWith('Pandesal');
  const till = await openTestEngine();
  expect(till.engine.setUpNeeded()).toBe(true);
  const before = till.engine.context;
  const replaced = before.replaceBooks(file, 0);
  const asked = till.call<{ needed: boolean }>('GET', '/setup', { token: null });
  expect(await replaced).toEqual({ ok: true, value: true });
  expect((await asked).body.needed).toBe(false);
  expect(till.engine.context).not.toBe(before);
  await signIn(till);
  expect(await names(till)).toEqual(['Pandesal']);
  expect(existsSync(join(till.dataDir, 'sukli.db.before'))).toBe(true);
  await makeProduct(till, { name: 'Ensaymada', priceMinor: 200 });
  expect((await till.engine.verify()).content).toBe(true);
});

test('books that cannot be opened leave those of before as they were', async () => {
  const till = await openTestEngine();
  await till.setUp();
  await makeProduct(till, { name: 'Pandesal', priceMinor: 100 });
  const file = join(till.dataDir, 'arrived.db');
  writeFileSync(file, 'this is no database');
  expect(await till.engine.context.replaceBooks(file, newestEntry(till))).toMatchObject({
    ok: false,
    failure: { code: 'database-damaged' },
  });
  await signIn(till);
  expect(await names(till)).toEqual(['Pandesal']);
});

test('what was written while other books were put together is not lost: the books stay', async () => {
  const file = await booksWith('Pandesal');
  const till = await openTestEngine();
  await till.setUp();
  const madeFrom = newestEntry(till);
  const { context } = till.engine;
  const actor = context.read.first(owner);
  if (actor === undefined) throw new Error('nobody owns the till');
  const product = productCreate.parse({ name: 'Ensaymada', priceMinor: 200 });
  const written = createProduct(context, product, actor);
  expect(await context.replaceBooks(file, madeFrom)).toEqual({ ok: true, value: false });
  expect(await written).toMatchObject({ ok: true });
  await signIn(till);
  expect(await names(till)).toEqual(['Ensaymada']);
  expect((await till.engine.verify()).content).toBe(true);
});
