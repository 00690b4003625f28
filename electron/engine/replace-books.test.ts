import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Product } from '../../shared/api/catalog.ts';
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
  const replaced = before.replaceBooks(file);
  const asked = till.call<{ needed: boolean }>('GET', '/setup', { token: null });
  expect(await replaced).toEqual({ ok: true, value: undefined });
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
  expect(await till.engine.context.replaceBooks(file)).toMatchObject({
    ok: false,
    failure: { code: 'database-damaged' },
  });
  await signIn(till);
  expect(await names(till)).toEqual(['Pandesal']);
});
