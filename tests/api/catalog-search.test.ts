import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOf } from '../../electron/engine/catalog/search-words.ts';
import type { Product } from '../../shared/api/catalog.ts';
import { foldText } from '../../shared/domain/search-text.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';

const shelf: Record<string, unknown>[] = [
  { name: 'Milk', barcodes: ['4800016641503'] },
  { name: 'Milk chocolate bar', sku: 'CHOC-01' },
  { name: 'Soy milk' },
  { name: 'Buttermilk' },
  { name: 'Crème brûlée' },
  { name: 'Creme de la creme, sweet' },
  { name: 'Chocolate cake' },
  { name: 'Dark chocolate 70%' },
  { name: 'Straße Äpfel' },
  { name: 'Молоко тёмный' },
  { name: '日清 焼きそば 大盛' },
  { name: '海鮮味干貝糖' },
  { name: 'นมสด รสหวาน' },
  { name: '바나나맛 우유' },
  { name: 'حليب كامل الدسم' },
  { name: "M&M's peanut" },
  { name: 'Spaghetti n. 5' },
  { name: 'Coca-Cola Zero' },
  { name: 'Cola light' },
];

async function stockedShop(): Promise<TestEngine> {
  const till = await openTestEngine();
  await till.setUp();
  for (const body of shelf) {
    const { status } = await till.call('POST', '/products', { body: { priceMinor: 100, ...body } });
    expect(status).toBe(201);
  }
  return till;
}

async function search(till: TestEngine, text: string, more = ''): Promise<string[]> {
  const { body } = await till.call<{ items: Product[]; total: number }>(
    'GET',
    `/products?search=${encodeURIComponent(text)}${more}`,
  );
  expect(body.total).toBe(body.items.length);
  return body.items.map(({ name }) => name);
}

test('names that begin so come first, then word starts, then parts of words; shorter first', async () => {
  const till = await stockedShop();
  expect(await search(till, 'milk')).toEqual(['Milk', 'Milk chocolate bar', 'Soy milk', 'Buttermilk']);
  expect(await search(till, 'MILK ')).toEqual(['Milk', 'Milk chocolate bar', 'Soy milk', 'Buttermilk']);
  expect((await search(till, 'choc'))[0]).toBe('Chocolate cake');
  expect(await search(till, 'termil')).toEqual(['Buttermilk']);
});

test('one or two letters find the beginnings of words', async () => {
  const till = await stockedShop();
  expect(await search(till, 'm')).toEqual(['Milk', "M&M's peanut", 'Milk chocolate bar', 'Soy milk']);
  expect(await search(till, 'co')).toEqual(['Cola light', 'Coca-Cola Zero']);
  expect(await search(till, '5')).toEqual(['Spaghetti n. 5', 'Milk'].filter((name) => name !== 'Milk'));
});

test('several words must all be there, in any order', async () => {
  const till = await stockedShop();
  expect(await search(till, 'chocolate milk')).toEqual(['Milk chocolate bar']);
  expect(await search(till, 'choc mi')).toEqual(['Milk chocolate bar']);
  expect(await search(till, 'bar soy')).toEqual([]);
  expect(await search(till, 'coca-cola')).toEqual(['Coca-Cola Zero']);
  expect(await search(till, 'dark 70%')).toEqual(['Dark chocolate 70%']);
});

test('accents and case make no difference, either way', async () => {
  const till = await stockedShop();
  expect(await search(till, 'creme brulee')).toEqual(['Crème brûlée']);
  expect(await search(till, 'CRÈME')).toEqual(['Crème brûlée', 'Creme de la creme, sweet']);
  expect(await search(till, 'strasse apfel')).toEqual(['Straße Äpfel']);
});

test('every script is found, in part too', async () => {
  const till = await stockedShop();
  expect(await search(till, 'молоко')).toEqual(['Молоко тёмный']);
  expect(await search(till, 'темн')).toEqual(['Молоко тёмный']);
  expect(await search(till, '焼')).toEqual(['日清 焼きそば 大盛']);
  expect(await search(till, 'そば')).toEqual(['日清 焼きそば 大盛']);
  expect(await search(till, '焼きそば')).toEqual(['日清 焼きそば 大盛']);
  expect(await search(till, '干貝')).toEqual(['海鮮味干貝糖']);
  expect(await search(till, '糖')).toEqual(['海鮮味干貝糖']);
  expect(await search(till, 'หวาน')).toEqual(['นมสด รสหวาน']);
  expect(await search(till, 'สด')).toEqual(['นมสด รสหวาน']);
  expect(await search(till, '우유')).toEqual(['바나나맛 우유']);
  expect(await search(till, '나맛')).toEqual(['바나나맛 우유']);
  expect(await search(till, 'حليب')).toEqual(['حليب كامل الدسم']);
});

test('SKU and barcode are found whole and in part', async () => {
  const till = await stockedShop();
  expect(await search(till, 'choc-01')).toEqual(['Milk chocolate bar']);
  expect(await search(till, 'choc-0')).toEqual(['Milk chocolate bar']);
  expect(await search(till, '4800016641503')).toEqual(['Milk']);
  expect(await search(till, '48000')).toEqual(['Milk']);
  expect(await search(till, '1503')).toEqual(['Milk']);
  expect(await search(till, '04800016641503')).toEqual(['Milk']);
});

test.each([
  ['choclate cake', 'Chocolate cake'],
  ['chocolatte', 'Chocolate cake'],
  ['mlik', 'Milk'],
  ['spagetti', 'Spaghetti n. 5'],
  ['sphagetti', 'Spaghetti n. 5'],
  ['buttrmilk', 'Buttermilk'],
  ['penut', "M&M's peanut"],
  ['молако', 'Молоко тёмный'],
  ['coca kola', 'Coca-Cola Zero'],
])('a slip is forgiven: %s', async (typed, meant) => {
  const till = await stockedShop();
  expect((await search(till, typed))[0]).toBe(meant);
});

test('nonsense finds nothing, and nothing typed can break the query', async () => {
  const till = await stockedShop();
  const typed = [
    'xyzzy',
    '"',
    '*',
    '" OR "a',
    'NEAR(',
    'a AND',
    '\\',
    '%',
    '_',
    "'",
    '()',
    '^c',
    'text:milk',
    '\u0001',
    '😀',
    '-',
  ];
  for (const text of typed) {
    const { status } = await till.call('GET', `/products?search=${encodeURIComponent(text)}`);
    expect(status, text).toBe(200);
  }
  expect(await search(till, 'xyzzy')).toEqual([]);
  expect(await search(till, '" OR "milk')).toEqual([]);
  expect(await search(till, '%')).toEqual([]);
});

test('other orders sort the hits, and pages of hits join up', async () => {
  const till = await openTestEngine();
  await till.setUp();
  for (let index = 0; index < 30; index += 1) {
    await till.call('POST', '/products', { body: { name: `Tea no ${index}`, priceMinor: (index * 7) % 30 } });
  }
  const page = async (query: string) =>
    (await till.call<{ items: Product[]; total: number }>('GET', `/products?search=tea&${query}`)).body;
  const prices = (await page('sort=-price&limit=100')).items.map(({ priceMinor }) => priceMinor);
  expect(prices).toEqual(prices.toSorted((a, b) => b - a));
  const seen = new Set<string>();
  for (let offset = 0; offset < 30; offset += 7) {
    const { items, total } = await page(`limit=7&offset=${offset}`);
    expect(total).toBe(30);
    for (const { id } of items) seen.add(id);
  }
  expect(seen.size).toBe(30);
});

test('a renamed product is found by its new name only', async () => {
  const till = await stockedShop();
  const { body } = await till.call<{ items: Product[] }>('GET', '/products?search=spaghetti');
  await till.call('PATCH', `/products/${body.items[0]?.id}`, { body: { name: 'Linguine' } });
  expect(await search(till, 'linguine')).toEqual(['Linguine']);
  expect(await search(till, 'spaghetti')).toEqual([]);
});

test('search finds exactly the products that have every word, as a plain look at each would', async () => {
  const till = await openTestEngine();
  await till.setUp();
  const letter = fc.constantFrom('a', 'b', 'c', 'é', 'ü', 'я', '牛', '奶', '糖', '7');
  const word = fc.string({ unit: letter, minLength: 1, maxLength: 6 });
  // Words of two letters have the same trigrams in many places.
  const echo = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 6, maxLength: 12 });
  const name = fc.array(fc.oneof(word, echo), { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const names = fc.sample(name, { numRuns: 80, seed: 7 });
  for (const each of names) {
    await till.call('POST', '/products', { body: { name: each, priceMinor: 1 } });
  }
  const has = (text: string, wanted: string) =>
    wordsOf(foldText(text)).some((each) =>
      [...wanted].length >= 3 || /[牛奶糖]/.test(wanted) ? each.includes(wanted) : each.startsWith(wanted),
    );
  const part = fc.oneof(
    fc.string({ unit: letter, minLength: 1, maxLength: 4 }),
    fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 4, maxLength: 8 }),
  );
  const query = fc.array(part, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(' '));
  await fc.assert(
    fc.asyncProperty(query, fc.constantFrom(2, 100), async (typed, limit) => {
      const wanted = wordsOf(foldText(typed));
      const expected = names.filter((each) => wanted.every((part) => has(each, part)));
      const { body } = await till.call<{ items: Product[]; total: number }>(
        'GET',
        `/products?limit=${limit}&search=${encodeURIComponent(typed)}`,
      );
      // With few hits, words that are spelled alike may follow; what has the words comes first.
      const found = body.items.map((product) => product.name).slice(0, expected.length);
      if (limit < expected.length) {
        expect(found).toHaveLength(limit);
        for (const each of found) expect(expected).toContain(each);
      } else {
        expect(found.toSorted()).toEqual(expected.toSorted());
        if (expected.length >= 5) expect(body.total).toBe(expected.length);
      }
    }),
    { numRuns: 300 },
  );
});
