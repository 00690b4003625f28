import { expect, test } from 'vitest';
import type { Category, Product, StockMovement } from '../../shared/api/catalog.ts';
import type { ErrorAnswer } from '../../shared/api/common.ts';
import type { LookupAnswer } from '../../shared/api/lookup.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';

type Page<T> = { items: T[]; total: number; offset: number };

async function shop(): Promise<TestEngine> {
  const till = await openTestEngine();
  await till.setUp();
  return till;
}

async function add(till: TestEngine, body: Record<string, unknown>): Promise<Product> {
  const answer = await till.call<Product>('POST', '/products', { body: { priceMinor: 1000, ...body } });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

async function journalOf(
  till: TestEngine,
  kind: string,
): Promise<{ actor: string; body: Record<string, unknown> }[]> {
  const journal = await import('../../electron/engine/db/query.ts');
  const rows = till.engine.context.read.all(
    journal.rawQuery<{ kind: string }, { actor: string; body: string }>(
      'SELECT actor, body FROM journal WHERE kind = @kind ORDER BY seq',
    ),
    { kind },
  );
  return rows.map(({ actor, body }) => ({ actor, body: JSON.parse(body) as Record<string, unknown> }));
}

test('a product is added with barcodes, category and opening stock, and is found again', async () => {
  const till = await shop();
  const category = await till.call<Category>('POST', '/categories', {
    body: { name: 'Bread', colour: 'brown' },
  });
  expect(category.status).toBe(201);
  const made = await add(till, {
    name: 'Pan de sal',
    sku: 'BRD-1',
    barcodes: ['4800016641503', 'PANDESAL'],
    categoryId: category.body.id,
    priceMinor: 1250,
    onHandMilli: 12_000,
  });
  expect(made).toMatchObject({
    name: 'Pan de sal',
    sku: 'BRD-1',
    barcodes: ['4800016641503', 'PANDESAL'],
    categoryId: category.body.id,
    colour: 'brown',
    priceMinor: 1250,
    taxClassId: 'standard',
    unit: 'each',
    tracksStock: true,
    onHandMilli: 12_000,
    archived: false,
  });
  expect((await till.call<Product>('GET', `/products/${made.id}`)).body).toEqual(made);
  const moves = await till.call<Page<StockMovement>>('GET', `/products/${made.id}/stock-movements`);
  expect(moves.body.items).toMatchObject([{ kind: 'opening', quantityMilli: 12_000, by: 'Olivia Owner' }]);
  const categories = await till.call<{ items: Category[] }>('GET', '/categories');
  expect(categories.body.items).toMatchObject([{ name: 'Bread', productCount: 1, position: 1 }]);
  expect(await till.engine.verify()).toMatchObject({ content: true, problems: [] });
});

test('every barcode and the SKU lead to the product, however the scanner pads the code', async () => {
  const till = await shop();
  const made = await add(till, {
    name: 'Olive oil',
    sku: 'oil-5',
    barcodes: ['041497153718', 'OWN 1'.replace(' ', '-')],
  });
  for (const code of ['041497153718', '0041497153718', '00041497153718', 'OWN-1', 'oil-5']) {
    const found = await till.call<LookupAnswer>('GET', `/lookup/${code}`);
    expect(found.body, code).toMatchObject({ kind: 'product', product: { id: made.id } });
  }
  const upper = await add(till, { name: 'Vinegar', sku: 'VIN-1' });
  expect((await till.call<LookupAnswer>('GET', '/lookup/vin-1')).body).toMatchObject({
    product: { id: upper.id },
  });
  expect((await till.call('GET', '/lookup/41497153718')).status).toBe(404);
});

test('a barcode or SKU of another product is refused by name, in any spelling of the code', async () => {
  const till = await shop();
  const first = await add(till, { name: 'Olive oil', sku: 'OIL', barcodes: ['0041497153718'] });
  const barcode = await till.call<ErrorAnswer>('POST', '/products', {
    body: { name: 'Other', priceMinor: 1, barcodes: ['X', '041497153718'] },
  });
  expect(barcode.status).toBe(409);
  expect(barcode.body.error).toMatchObject({
    code: 'barcode-taken',
    field: 'barcodes.1',
    details: { productId: first.id, name: 'Olive oil' },
  });
  const twice = await till.call<ErrorAnswer>('POST', '/products', {
    body: { name: 'Other', priceMinor: 1, barcodes: ['X', 'X'] },
  });
  expect(twice.body.error).toMatchObject({ code: 'barcode-taken', field: 'barcodes.1' });
  const sku = await till.call<ErrorAnswer>('POST', '/products', {
    body: { name: 'Other', priceMinor: 1, sku: 'OIL' },
  });
  expect(sku.body.error).toMatchObject({ code: 'sku-taken', field: 'sku' });
  expect((await till.call<Page<Product>>('GET', '/products')).body.total).toBe(1);
});

test('of many that claim one barcode at the same moment exactly one gets it', async () => {
  const till = await shop();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      till.call<Product>('POST', '/products', {
        body: { name: `Claim ${index}`, priceMinor: 100, barcodes: ['4800016641503'], sku: `S${index}` },
      }),
    ),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  expect((await till.call<Page<Product>>('GET', '/products')).body.total).toBe(1);
  expect((await till.call<Page<Product>>('GET', '/products?search=claim')).body.total).toBe(1);
});

test('a change writes and journals only the fields that differ', async () => {
  const till = await shop();
  const made = await add(till, { name: 'Milk', barcodes: ['1'], priceMinor: 500 });
  const changed = await till.call<Product>('PATCH', `/products/${made.id}`, {
    body: { name: 'Milk', priceMinor: 550, barcodes: ['1'] },
  });
  expect(changed.body).toMatchObject({ name: 'Milk', priceMinor: 550 });
  await till.call('PATCH', `/products/${made.id}`, { body: { priceMinor: 550 } });
  expect((await journalOf(till, 'product.changed')).map(({ body }) => body)).toEqual([
    { productId: made.id, changes: { priceMinor: 550 }, stamp: expect.stringMatching(/^\d{15}-/) as string },
  ]);
});

test('edits of different fields at the same moment all stay', async () => {
  const till = await shop();
  const made = await add(till, { name: 'Milk' });
  await Promise.all([
    till.call('PATCH', `/products/${made.id}`, { body: { priceMinor: 777 } }),
    till.call('PATCH', `/products/${made.id}`, { body: { name: 'Fresh milk' } }),
    till.call('PATCH', `/products/${made.id}`, { body: { sku: 'MLK' } }),
    till.call('PATCH', `/products/${made.id}`, { body: { barcodes: ['a', 'b'] } }),
  ]);
  expect((await till.call<Product>('GET', `/products/${made.id}`)).body).toMatchObject({
    priceMinor: 777,
    name: 'Fresh milk',
    sku: 'MLK',
    barcodes: ['a', 'b'],
  });
  for (const word of ['fresh', 'mlk']) {
    expect((await till.call<Page<Product>>('GET', `/products?search=${word}`)).body.total, word).toBe(1);
  }
});

test('an archived product leaves list, search and look-up, and comes back', async () => {
  const till = await shop();
  const made = await add(till, { name: 'Summer drink', barcodes: ['77'] });
  await add(till, { name: 'Winter drink' });
  const listed = async (query: string) =>
    (await till.call<Page<Product>>('GET', `/products?${query}`)).body.items.map(({ name }) => name);
  await till.call('PATCH', `/products/${made.id}`, { body: { archived: true } });
  expect(await listed('')).toEqual(['Winter drink']);
  expect(await listed('search=drink')).toEqual(['Winter drink']);
  expect(await listed('search=drink&archived=true')).toEqual(['Summer drink']);
  expect(await listed('archived=true')).toEqual(['Summer drink']);
  expect((await till.call('GET', '/lookup/77')).status).toBe(404);
  const taken = await till.call<ErrorAnswer>('POST', '/products', {
    body: { name: 'x', priceMinor: 1, barcodes: ['77'] },
  });
  expect(taken.body.error).toMatchObject({ code: 'barcode-taken', details: { archived: true } });
  await till.call('PATCH', `/products/${made.id}`, { body: { archived: false } });
  expect(await listed('search=drink')).toEqual(['Summer drink', 'Winter drink']);
  expect((await till.call('GET', '/lookup/77')).status).toBe(200);
});

test('the list pages from both ends without a gap, in every order', async () => {
  const till = await shop();
  for (let index = 0; index < 23; index += 1) {
    await add(till, {
      name: `Item ${index % 7}`,
      priceMinor: (index * 37) % 11,
      onHandMilli: (index % 5) * 1000,
    });
  }
  const key = { name: 'name', price: 'priceMinor', onHand: 'onHandMilli', updatedAt: 'updatedAt' } as const;
  for (const sort of ['name', 'price', 'onHand', 'updatedAt'] as const) {
    for (const sign of ['', '-']) {
      const seen: Product[] = [];
      for (let offset = 0; offset < 30; offset += 4) {
        const { body } = await till.call<Page<Product>>(
          'GET',
          `/products?sort=${sign}${sort}&limit=4&offset=${offset}`,
        );
        expect(body.total).toBe(23);
        expect(body.items).toHaveLength(Math.max(0, Math.min(4, 23 - offset)));
        seen.push(...body.items);
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(23);
      const values = seen.map((item) => item[key[sort]]);
      const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(values, sign + sort).toEqual(sign === '' ? sorted : sorted.toReversed());
    }
  }
});

test('favourites come in their own order and categories filter', async () => {
  const till = await shop();
  const category = await till.call<Category>('POST', '/categories', {
    body: { name: 'Drinks', colour: 'blue' },
  });
  await add(till, { name: 'Zebra', favouritePosition: 1, categoryId: category.body.id });
  await add(till, { name: 'Apple', favouritePosition: 2 });
  await add(till, { name: 'Mango', categoryId: category.body.id });
  const names = async (query: string) =>
    (await till.call<Page<Product>>('GET', `/products?${query}`)).body.items.map(({ name }) => name);
  expect(await names('favourites=true')).toEqual(['Zebra', 'Apple']);
  expect(await names('favourites=true&search=app')).toEqual(['Apple']);
  expect(await names(`categoryId=${category.body.id}`)).toEqual(['Mango', 'Zebra']);
  expect(await names(`categoryId=${category.body.id}&search=zeb`)).toEqual(['Zebra']);
  expect(await names(`categoryId=${category.body.id}&search=apple`)).toEqual([]);
  const unknown = await till.call<ErrorAnswer>(
    'GET',
    '/products?categoryId=018f0000-0000-7000-8000-000000000000',
  );
  expect(unknown.body.error).toMatchObject({ code: 'category-unknown', field: 'categoryId' });
});

test('categories keep their names apart, whatever the case and accents', async () => {
  const till = await shop();
  const first = await till.call<Category>('POST', '/categories', { body: { name: 'Crème' } });
  await till.call('POST', '/categories', { body: { name: 'Bread' } });
  const taken = await till.call<ErrorAnswer>('POST', '/categories', { body: { name: ' CREME ' } });
  expect(taken.body.error.code).toBe('category-taken');
  const renamed = await till.call<ErrorAnswer>('PATCH', `/categories/${first.body.id}`, {
    body: { name: 'bread' },
  });
  expect(renamed.body.error.code).toBe('category-taken');
  const moved = await till.call<Category>('PATCH', `/categories/${first.body.id}`, {
    body: { name: 'Cream', position: 9, colour: 'red' },
  });
  expect(moved.body).toMatchObject({ name: 'Cream', position: 9, colour: 'red' });
  expect((await journalOf(till, 'category.changed')).map(({ body }) => body['changes'])).toEqual([
    { name: 'Cream', position: 9, colour: 'red' },
  ]);
});

test('stock is received, counted and adjusted; the ledger adds up to what is on hand', async () => {
  const till = await shop();
  const made = await add(till, { name: 'Flour', unit: 'kg', onHandMilli: 2500 });
  const move = (body: object) => till.call<Product>('POST', `/products/${made.id}/stock-movements`, { body });
  expect((await move({ kind: 'receive', quantityMilli: 10_000, reason: 'Delivery' })).body.onHandMilli).toBe(
    12_500,
  );
  expect((await move({ kind: 'count', quantityMilli: 11_750 })).body.onHandMilli).toBe(11_750);
  expect((await move({ kind: 'adjust', quantityMilli: -750, reason: 'Spilled' })).status).toBe(201);
  const { body } = await till.call<Page<StockMovement>>(
    'GET',
    `/products/${made.id}/stock-movements?limit=2`,
  );
  expect(body).toMatchObject({
    total: 4,
    items: [
      { kind: 'adjust', quantityMilli: -750, reason: 'Spilled' },
      { kind: 'count', quantityMilli: -750 },
    ],
  });
  expect(await journalOf(till, 'stock.moved')).toHaveLength(4);
  expect(await till.engine.verify()).toMatchObject({ content: true });
});

test.each([
  ['each', { kind: 'receive', quantityMilli: 1500 }],
  ['each', { kind: 'receive', quantityMilli: -1000 }],
  ['each', { kind: 'adjust', quantityMilli: 0 }],
  ['kg', { kind: 'count', quantityMilli: -1 }],
])('%s: %j is no movement of stock', async (unit, body) => {
  const till = await shop();
  const made = await add(till, { name: 'Thing', unit });
  const answer = await till.call<ErrorAnswer>('POST', `/products/${made.id}/stock-movements`, { body });
  expect(answer.status).toBe(422);
  expect(answer.body.error).toMatchObject({ code: 'quantity-invalid', field: 'quantityMilli' });
  expect((await till.call<Product>('GET', `/products/${made.id}`)).body.onHandMilli).toBe(0);
});

test('staff see products and change nothing', async () => {
  const till = await shop();
  const made = await add(till, { name: 'Milk' });
  const token = await till.signInStaff();
  expect((await till.call('GET', '/products', { token })).status).toBe(200);
  expect((await till.call('PATCH', `/products/${made.id}`, { token, body: { priceMinor: 1 } })).status).toBe(
    403,
  );
  expect((await till.call('POST', '/products', { token, body: { name: 'x', priceMinor: 1 } })).status).toBe(
    403,
  );
  const move = { kind: 'receive', quantityMilli: 1000 };
  expect(
    (await till.call('POST', `/products/${made.id}/stock-movements`, { token, body: move })).status,
  ).toBe(403);
  expect((await till.call('POST', '/product-imports', { token, raw: 'barcode' })).status).toBe(403);
  expect((await till.call('GET', '/products', { token: null })).status).toBe(401);
});

test('what is not there or not right is said', async () => {
  const till = await shop();
  const nobody = '018f0000-0000-7000-8000-000000000000';
  expect((await till.call<ErrorAnswer>('GET', `/products/${nobody}`)).body.error.code).toBe(
    'product-unknown',
  );
  const change = await till.call<ErrorAnswer>('PATCH', `/products/${nobody}`, { body: { name: 'x' } });
  expect(change.body.error.code).toBe('product-unknown');
  const made = await add(till, { name: 'Milk' });
  const tax = await till.call<ErrorAnswer>('PATCH', `/products/${made.id}`, { body: { taxClassId: 'nope' } });
  expect(tax.body.error).toMatchObject({ code: 'tax-class-unknown', field: 'taxClassId' });
  const category = await till.call<ErrorAnswer>('PATCH', `/products/${made.id}`, {
    body: { categoryId: nobody },
  });
  expect(category.body.error).toMatchObject({ code: 'category-unknown', field: 'categoryId' });
  for (const body of [
    { priceMinor: -1 },
    { priceMinor: 1.5 },
    { name: '' },
    { name: 'a\nb' },
    { colour: 'red' },
  ]) {
    expect((await till.call('PATCH', `/products/${made.id}`, { body })).status, JSON.stringify(body)).toBe(
      400,
    );
  }
});
