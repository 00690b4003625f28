import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFile } from '../../electron/engine/catalog/index.ts';
import { rawQuery } from '../../electron/engine/db/query.ts';
import type { Category, Product, ProductImport } from '../../shared/api/catalog.ts';
import type { ErrorAnswer } from '../../shared/api/common.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, ringUp } from '../fixtures/ring-up.ts';

type Page<T> = { items: T[]; total: number };

async function shop(): Promise<TestEngine> {
  const till = await openTestEngine();
  await till.setUp();
  return till;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(
  till: TestEngine,
  id: string,
  ended: (state: ProductImport) => boolean,
): Promise<ProductImport> {
  for (let attempt = 0; attempt < 2000; attempt += 1) {
    const { body } = await till.call<ProductImport>('GET', `/product-imports/${id}`);
    if (ended(body)) return body;
    await pause(5);
  }
  throw new Error('the import did not come to an end');
}

async function check(till: TestEngine, file: string): Promise<ProductImport> {
  const started = await till.call<ProductImport>('POST', '/product-imports?fileName=list.csv', {
    raw: file,
    headers: { 'content-type': 'text/csv' },
  });
  expect(started.status, JSON.stringify(started.body)).toBe(202);
  expect(started.body).toMatchObject({ fileName: 'list.csv', state: 'checking' });
  return until(till, started.body.id, ({ state }) => state !== 'checking');
}

async function apply(till: TestEngine, id: string): Promise<ProductImport> {
  const { status, body } = await till.call<ProductImport>('POST', `/product-imports/${id}/apply`);
  expect(status, JSON.stringify(body)).toBe(202);
  return until(till, id, ({ state }) => state !== 'applying');
}

async function count(till: TestEngine): Promise<number> {
  return (await till.call<Page<Product>>('GET', '/products?limit=1')).body.total;
}

function rowsIn(till: TestEngine, table: string): number {
  const sql = `SELECT count(*) AS total FROM ${table}`;
  return till.engine.context.read.first(rawQuery<Record<never, never>, { total: number }>(sql))?.total ?? -1;
}

const header = 'barcode,name,price\n';
const list = (length: number, price = '12.50') =>
  header + Array.from({ length }, (_, at) => `${1_000_000 + at},Item number ${at},${price}\n`).join('');

test('a dry run writes nothing, applying writes everything, and a second time nothing changes', async () => {
  const till = await shop();
  const checked = await check(till, list(1000));
  expect(checked).toMatchObject({
    state: 'ready',
    rowsTotal: 1000,
    rowsChecked: 1000,
    toCreate: 1000,
    problemCount: 0,
  });
  expect(await count(till)).toBe(0);
  const done = await apply(till, checked.id);
  expect(done).toMatchObject({
    state: 'done',
    rowsApplied: 1000,
    problemCount: 0,
    finishedAt: expect.any(String),
  });
  expect(await count(till)).toBe(1000);
  expect(rowsIn(till, 'product_import_chunks')).toBe(0);
  const found = await till.call<Page<Product>>('GET', '/products?search=number 777');
  expect(found.body.items).toMatchObject([
    { name: 'Item number 777', priceMinor: 1250, barcodes: ['1000777'] },
  ]);

  const entries = rowsIn(till, 'journal');
  const again = await check(till, list(1000));
  expect(again).toMatchObject({ state: 'ready', toCreate: 0, toUpdate: 0, unchanged: 1000 });
  expect(await apply(till, again.id)).toMatchObject({ state: 'done', rowsApplied: 1000 });
  expect(rowsIn(till, 'journal')).toBe(entries);
  expect(await till.engine.verify()).toMatchObject({ content: true, problems: [] });
});

test('known barcodes are updated where they differ, others added; stock and categories come along', async () => {
  const till = await shop();
  const milk = await till.call<Product>('POST', '/products', {
    body: { name: 'Milk', priceMinor: 500, barcodes: ['0041497153718'], onHandMilli: 4000 },
  });
  const file =
    'barcode,name,price,sku,category,unit,stock,favourite,tax_class\n' +
    '041497153718,Milk,6.00,MLK,Dairy,each,99,yes,standard\n' +
    '2,Cheese,120,,dairy,kg,1.250,no,none\n' +
    ',Service,50,SRV,,,,,\n';
  const checked = await check(till, file);
  expect(checked).toMatchObject({ toCreate: 2, toUpdate: 1, unchanged: 0 });
  await apply(till, checked.id);
  const { items } = (await till.call<Page<Product>>('GET', '/products')).body;
  expect(items).toMatchObject([
    {
      name: 'Cheese',
      unit: 'kg',
      onHandMilli: 1250,
      priceMinor: 12_000,
      taxClassId: 'none',
      favouritePosition: null,
    },
    {
      id: milk.body.id,
      name: 'Milk',
      priceMinor: 600,
      sku: 'MLK',
      barcodes: ['0041497153718'],
      onHandMilli: 4000,
      favouritePosition: 1,
    },
    { name: 'Service', sku: 'SRV', barcodes: [], categoryId: null },
  ]);
  const categories = (await till.call<Page<Category>>('GET', '/categories')).body.items;
  expect(categories).toMatchObject([{ name: 'Dairy', productCount: 2 }]);
  expect(await check(till, file)).toMatchObject({ toCreate: 0, toUpdate: 0, unchanged: 3 });
  expect(await till.engine.verify()).toMatchObject({ content: true, problems: [] });
});

test('a row with a new barcode and a known SKU adds the barcode to that product', async () => {
  const till = await shop();
  await till.call('POST', '/products', {
    body: { name: 'Milk', priceMinor: 500, barcodes: ['1'], sku: 'MLK' },
  });
  const checked = await check(till, 'barcode,sku,name,price\n2,MLK,Milk,5.00\n');
  expect(checked).toMatchObject({ toUpdate: 1, toCreate: 0 });
  await apply(till, checked.id);
  const { items } = (await till.call<Page<Product>>('GET', '/products')).body;
  expect(items).toMatchObject([{ barcodes: ['1', '2'], sku: 'MLK' }]);
});

test('a barcode and an SKU that belong to different products are a problem that names them', async () => {
  const till = await shop();
  await till.call('POST', '/products', {
    body: { name: 'Milk', priceMinor: 500, barcodes: ['1'], sku: 'MLK' },
  });
  await till.call('POST', '/products', {
    body: { name: 'Tea', priceMinor: 500, barcodes: ['2'], sku: 'TEA' },
  });
  const checked = await check(till, 'barcode,sku,name,price\n1,TEA,x,1\n2,NEW,y,1\n1,,z,1\n');
  expect(checked).toMatchObject({ state: 'refused', problemCount: 3 });
  expect(checked.problems).toMatchObject([
    { row: 2, column: 'sku', value: 'TEA', reason: expect.stringMatching(/“Milk”.*“Tea”/) },
    { row: 3, column: 'barcode', value: '2', reason: expect.stringMatching(/“Tea”, whose SKU is TEA/) },
    { row: 4, column: 'barcode', reason: expect.stringContaining('row 2') },
  ]);
});

test('two rows about one product are a problem', async () => {
  const till = await shop();
  await till.call('POST', '/products', { body: { name: 'Milk', priceMinor: 500, barcodes: ['1', '2'] } });
  const checked = await check(till, `${header}1,Milk,5\n2,Milk,6\n`);
  expect(checked.problems).toMatchObject([
    { row: 3, reason: 'Rows 2 and 3 are both about “Milk”. Keep one of them.' },
  ]);
});

test('one bad row and nothing of the file is imported', async () => {
  const till = await shop();
  const checked = await check(till, `${list(600)}1,Milk,"12,5"\n`);
  expect(checked).toMatchObject({
    state: 'refused',
    problemCount: 1,
    problems: [{ row: 602, column: 'price' }],
  });
  const answer = await till.call<ErrorAnswer>('POST', `/product-imports/${checked.id}/apply`);
  expect(answer.status).toBe(409);
  expect(answer.body.error).toMatchObject({ code: 'import-has-problems' });
  expect(await count(till)).toBe(0);
  expect(rowsIn(till, 'product_import_chunks')).toBe(0);
});

test('one import at a time; a newer one takes the place of one that waits', async () => {
  const till = await shop();
  const post = () => till.call<ProductImport & ErrorAnswer>('POST', '/product-imports', { raw: list(3000) });
  const answers = await Promise.all([post(), post(), post()]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.error.code).toBe('import-running');
  const first = answers.find(({ status }) => status === 202)?.body.id ?? '';
  await until(till, first, ({ state }) => state === 'ready');
  const second = await check(till, list(10));
  expect((await till.call<ProductImport>('GET', `/product-imports/${first}`)).body.state).toBe('cancelled');
  const late = await till.call<ErrorAnswer>('POST', `/product-imports/${first}/apply`);
  expect(late.body.error.code).toBe('import-not-ready');
  const twice = await Promise.all([
    till.call('POST', `/product-imports/${second.id}/apply`),
    till.call('POST', `/product-imports/${second.id}/apply`),
  ]);
  expect(twice.map(({ status }) => status).toSorted()).toEqual([202, 409]);
  await until(till, second.id, ({ state }) => state === 'done');
  expect(await count(till)).toBe(10);
  const latest = await till.call<Page<ProductImport>>('GET', '/product-imports');
  expect(latest.body.items.map(({ state }) => state)).toEqual(['done', 'cancelled']);
});

test('a dry run can be dropped, while it runs and after', async () => {
  const till = await shop();
  const started = await till.call<ProductImport>('POST', '/product-imports', { raw: list(20_000) });
  expect((await till.call('DELETE', `/product-imports/${started.body.id}`)).status).toBe(204);
  const ready = await check(till, list(500));
  expect((await till.call('DELETE', `/product-imports/${ready.id}`)).status).toBe(204);
  expect((await till.call<ErrorAnswer>('DELETE', `/product-imports/${ready.id}`)).body.error.code).toBe(
    'import-not-ready',
  );
  for (const { id } of [started.body, ready]) {
    expect((await till.call<ProductImport>('GET', `/product-imports/${id}`)).body.state).toBe('cancelled');
  }
  expect(rowsIn(till, 'product_import_chunks')).toBe(0);
  const nobody = '018f0000-0000-7000-8000-000000000000';
  expect((await till.call<ErrorAnswer>('GET', `/product-imports/${nobody}`)).body.error.code).toBe(
    'import-unknown',
  );
});

test('a till that ends in the middle goes on at its next start, and the catalogue is whole', async () => {
  const till = await shop();
  const checked = await check(till, list(6000));
  await till.call('POST', `/product-imports/${checked.id}/apply`);
  const middle = await until(till, checked.id, ({ rowsApplied }) => rowsApplied > 0);
  expect(middle).toMatchObject({ state: 'applying' });
  const again = await till.restart();
  const first = rowsIn(again, 'products');
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(6000);
  const done = await until(again, checked.id, ({ state }) => state === 'done');
  expect(done).toMatchObject({ rowsApplied: 6000, problemCount: 0 });
  expect(await count(again)).toBe(6000);
  expect(rowsIn(again, 'barcodes')).toBe(6000);
  expect(await again.engine.verify()).toMatchObject({ content: true, problems: [] });
  expect(await check(again, list(6000))).toMatchObject({ unchanged: 6000, toCreate: 0, toUpdate: 0 });
});

test('a dry run that a restart cut off is cancelled, one that was ready can still be applied', async () => {
  const till = await shop();
  const cut = await till.call<ProductImport>('POST', '/product-imports', { raw: list(50_000) });
  const again = await till.restart();
  const cancelled = await until(again, cut.body.id, ({ state }) => state !== 'checking');
  expect(cancelled.state).toBe('cancelled');
  const ready = await check(again, list(700));
  const third = await again.restart();
  expect(await apply(third, ready.id)).toMatchObject({ state: 'done', rowsApplied: 700 });
  expect(await count(third)).toBe(700);
});

test('the till writes between the chunks, and what became impossible meanwhile is left out and told', async () => {
  const till = await shop();
  await till.call('POST', '/products', { body: { name: 'Probe', priceMinor: 1, barcodes: ['probe'] } });
  const rows = Array.from(
    { length: 6000 },
    (_, at) => `${1_000_000 + at},SKU-${at},Item ${String(at).padStart(5, '0')},1\n`,
  );
  const checked = await check(till, `barcode,sku,name,price\n${rows.join('')}`);
  await till.call('POST', `/product-imports/${checked.id}/apply`);
  const taken = await till.call('POST', '/products', {
    body: { name: 'Mine', priceMinor: 1, sku: 'SKU-5999' },
  });
  const other = await till.call('POST', '/products', {
    body: { name: 'Also mine', priceMinor: 1, barcodes: ['1005998'], sku: 'KEEP' },
  });
  expect([taken.status, other.status]).toEqual([201, 201]);
  let writes = 0;
  const done = await until(till, checked.id, ({ state }) => {
    writes += 1;
    return state === 'done';
  });
  expect(writes).toBeGreaterThan(1);
  expect(done).toMatchObject({ rowsApplied: 6000, problemCount: 1 });
  expect(done.problems).toMatchObject([
    { row: 6000, column: 'barcode', value: '1005998', reason: expect.stringContaining('left out') },
  ]);
  // The row whose SKU was taken meanwhile is that product now; no other is doubled.
  expect(await count(till)).toBe(6001);
  expect(await till.engine.verify()).toMatchObject({ content: true, problems: [] });
});

test('sales go on between the chunks, and both are whole in the end', async () => {
  const till = await shop();
  await till.openShift();
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 5_500, onHandMilli: 500_000 });
  const checked = await check(till, list(8000));
  await till.call('POST', `/product-imports/${checked.id}/apply`);
  let sales = 0;
  let appliedAtLastSale = 0;
  for (;;) {
    await ringUp(till, { lines: [{ product: bread, quantityMilli: 1_000 }] });
    sales += 1;
    const { body } = await till.call<ProductImport>('GET', `/product-imports/${checked.id}`);
    if (body.state === 'done') break;
    appliedAtLastSale = body.rowsApplied;
  }
  expect(appliedAtLastSale).toBeGreaterThan(0);
  expect(appliedAtLastSale).toBeLessThan(8000);
  expect((await till.call<Page<unknown>>('GET', '/orders')).body.total).toBe(sales);
  expect((await till.call<Product>('GET', `/products/${bread.id}`)).body.onHandMilli).toBe(
    500_000 - sales * 1_000,
  );
  expect(await count(till)).toBe(8001);
  expect(await till.engine.verify()).toMatchObject({ content: true, problems: [], sales });
});

test('a whole file is imported in one call for the command line', async () => {
  const till = await shop();
  const file = new TextEncoder().encode(list(1500));
  const imported = await importFile(till.engine.context, file, 'list.csv');
  expect(imported).toMatchObject({ ok: true, value: { state: 'done', rowsApplied: 1500 } });
  const refused = await importFile(till.engine.context, new TextEncoder().encode('nothing'), 'bad.csv');
  expect(refused).toMatchObject({ ok: true, value: { state: 'refused', problemCount: 3 } });
  expect(await count(till)).toBe(1500);
});

test('the sample that comes with the program has no problems', async () => {
  const till = await shop();
  const file = readFileSync(new URL('../../resources/sample-products.csv', import.meta.url));
  const imported = await importFile(till.engine.context, file, 'sample-products.csv');
  expect(imported).toMatchObject({ ok: true, value: { state: 'done', toCreate: 300, problemCount: 0 } });
});

test('any text is imported whole or not at all', async () => {
  const till = await shop();
  const field = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom('12.50', '7', 'Milk', '"', '""', 'a"b'),
  );
  const row = fc.array(field, { minLength: 3, maxLength: 3 }).map((fields) => fields.join(','));
  let expected = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 6 }), async (rows) => {
      const file = new TextEncoder().encode(header + rows.join('\n'));
      const imported = await importFile(till.engine.context, file, 'any.csv');
      expect(imported.ok).toBe(true);
      if (!imported.ok) return;
      const { state, toCreate, problemCount, rowsApplied, rowsTotal } = imported.value;
      expect(state).toBe(problemCount === 0 ? 'done' : 'refused');
      if (state === 'done') expected += toCreate;
      expect(rowsApplied).toBe(state === 'done' ? rowsTotal : 0);
      expect(rowsIn(till, 'products')).toBe(expected);
    }),
    { numRuns: 15 },
  );
}, 90_000);
