import fc from 'fast-check';
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { z } from 'zod';
import type { reportAnswer, StoresAnswer } from '../../shared/sync/protocol.ts';
import { arrive, type EnrolledTill } from './support/arrive.ts';
import { entryWithPart, refundEntry, saleEntry, voidEntry, type MadeLine } from './support/make-entries.ts';
import { openTestCloud } from './support/test-cloud.ts';
import { enrolTill, openStore, type NewEntry } from './support/test-till.ts';

type Rows = z.output<typeof reportAnswer>['rows'];

async function reportOf(till: EnrolledTill, by: string, more = ''): Promise<Rows> {
  const { status, body } = await till.call<{ rows: Rows }>(
    'GET',
    `/reports?by=${by}&from=2026-03-01&to=2026-03-31${more}`,
  );
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.rows;
}

test('a day of two tills, with a void, a refund and a gift card', async () => {
  const cloud = await openTestCloud();
  const storeId = await openStore(cloud);
  const [first, second] = [await enrolTill(cloud, storeId), await enrolTill(cloud, storeId)];
  const bread: MadeLine = { productId: 'bread', quantityMilli: 2_000, totalMinor: 9_000 };
  const cake: MadeLine = { productId: null, name: 'Cake for Liza', quantityMilli: 1_000, totalMinor: 30_000 };
  const voided = v7();
  await arrive(
    first,
    {
      kind: 'product.created',
      v: 2,
      content: {
        product: { productId: 'bread', name: 'Pandesal', unit: 'each', priceMinor: 4_500, tracksStock: true },
      },
    },
    entryWithPart(
      'account.created',
      { accountId: 'olivia', role: 'admin' },
      { username: 'o', displayName: 'Olivia' },
    ),
    saleEntry({ lines: [bread, cake], giftCardMinor: 50_000 }),
    saleEntry({ id: voided, lines: [bread] }),
    voidEntry(voided),
  );
  await arrive(
    second,
    saleEntry({ lines: [bread], businessDate: '2026-03-03' }),
    refundEntry({
      lines: [{ ...bread, quantityMilli: 1_000, totalMinor: 4_500 }],
      giftCardMinor: 20_000,
      businessDate: '2026-03-03',
    }),
    saleEntry({ lines: [bread], businessDate: '2026-04-01' }),
  );
  const one = { sales: 1, currency: 'PHP' };
  expect(await reportOf(first, 'day')).toEqual([
    {
      ...one,
      key: '2026-03-02',
      name: '2026-03-02',
      quantityMilli: 3_000,
      totalMinor: 39_000,
      refundedMinor: 0,
    },
    {
      ...one,
      key: '2026-03-03',
      name: '2026-03-03',
      quantityMilli: 2_000,
      totalMinor: 9_000,
      refundedMinor: 4_500,
    },
  ]);
  const all = { sales: 2, currency: 'PHP', quantityMilli: 5_000, totalMinor: 48_000, refundedMinor: 4_500 };
  expect(await reportOf(second, 'store')).toEqual([{ ...all, key: storeId, name: 'Bakery' }]);
  expect(await reportOf(first, 'cashier')).toEqual([{ ...all, key: 'olivia', name: 'Olivia' }]);
  expect(await reportOf(first, 'product')).toEqual([
    {
      ...one,
      key: 'Cake for Liza',
      name: 'Cake for Liza',
      quantityMilli: 1_000,
      totalMinor: 30_000,
      refundedMinor: 0,
    },
    {
      key: 'bread',
      name: 'Pandesal',
      currency: 'PHP',
      sales: 2,
      quantityMilli: 4_000,
      totalMinor: 18_000,
      refundedMinor: 4_500,
    },
  ]);
  const registers = await reportOf(first, 'register');
  expect(registers.map(({ key, totalMinor }) => [key, totalMinor])).toEqual(
    [
      [first.id, 39_000],
      [second.id, 9_000],
    ].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
});

test('the latest name counts, in whatever order edits arrive', async () => {
  const cloud = await openTestCloud();
  const till = await enrolTill(cloud, await openStore(cloud));
  const change = (name: string, minute: number) => ({
    kind: 'product.changed',
    content: { productId: 'bread', changes: { name }, stamp: `00177241${minute}000000-00000-aaaaaaaa` },
  });
  const product = { productId: 'bread', name: 'Bread', unit: 'each', priceMinor: 1, tracksStock: true };
  await arrive(till, change('Newest', 30), saleEntry({}));
  await arrive(till, change('Older', 20), { kind: 'product.created', v: 2, content: { product } });
  await arrive(till, { kind: 'settings.changed', content: { changes: { shop: { name: 'Liza’s' } } } });
  expect(await reportOf(till, 'product')).toMatchObject([{ key: 'bread', name: 'Newest' }]);
  expect(await reportOf(till, 'store')).toMatchObject([{ name: 'Liza’s' }]);

  // The second till brings the settings of a shop that it was set up for before.
  const second = await enrolTill(cloud, till.storeId);
  const brought = { changes: { shop: { name: 'Practice' } } };
  await arrive(second, { kind: 'settings.changed', content: brought, businessDate: '2026-03-01' });
  expect(await reportOf(till, 'store')).toMatchObject([{ name: 'Liza’s' }]);
  await arrive(second, {
    kind: 'settings.changed',
    content: { changes: { shop: { name: 'New sign' } } },
    businessDate: '2026-03-03',
  });
  expect(await reportOf(till, 'store')).toMatchObject([{ name: 'New sign' }]);
});

test('other stores are seen where the whole organisation is asked for, and others’ organisations never', async () => {
  const cloud = await openTestCloud();
  const till = await enrolTill(cloud, await openStore(cloud));
  const stranger = await enrolTill(cloud, await openStore(cloud, 'Strangers'));
  await till.call('POST', '/registers/codes', { registerName: 'Till 1', store: { name: 'Branch' } });
  const known = await till.call<StoresAnswer>('GET', '/stores');
  const branch = await enrolTill(cloud, known.body.stores.find(({ name }) => name === 'Branch')?.id ?? '');
  await arrive(till, saleEntry({}));
  await arrive(stranger, saleEntry({ currency: 'EUR' }));
  await arrive(branch, saleEntry({ lines: [{ productId: 'bread', quantityMilli: 1_000, totalMinor: 200 }] }));
  const stores = await reportOf(till, 'store', '&scope=organisation');
  expect(stores.map(({ name, totalMinor }) => [name, totalMinor]).sort()).toEqual([
    ['Bakery', 5_500],
    ['Branch', 200],
  ]);
  expect(await reportOf(till, 'day', '&scope=organisation')).toMatchObject([{ sales: 2, totalMinor: 5_700 }]);
  expect(await reportOf(till, 'store')).toMatchObject([{ name: 'Bakery' }]);
});

type Made = {
  till: number;
  day: number;
  cashier: number;
  lines: [product: number, milli: number, minor: number][];
  card: number;
  fate: number;
};

const made: fc.Arbitrary<Made> = fc.record({
  till: fc.nat(1),
  day: fc.integer({ min: 1, max: 5 }),
  cashier: fc.nat(2),
  lines: fc.array(
    fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 100_000 })),
    { minLength: 1, maxLength: 4 },
  ),
  card: fc.constantFrom(0, 0, 25_000),
  /** 0 and 1: voided; 2 to 4: refunded on the next day. */
  fate: fc.nat(12),
});

test('reports are what the sales add up to, whatever they are', async () => {
  const cloud = await openTestCloud();
  const run = async (sales: Made[]): Promise<void> => {
    const storeId = await openStore(cloud);
    const tills = [await enrolTill(cloud, storeId), await enrolTill(cloud, storeId)];
    const expected: Record<string, Map<string, number[]>> = {};
    const batches: NewEntry[][] = [[], []];
    for (const sale of sales) {
      const till = tills[sale.till];
      if (till === undefined) throw new Error('no till');
      const id = v7();
      const businessDate = `2026-03-0${sale.day}`;
      const cashierId = `cashier-${sale.cashier}`;
      const lines = sale.lines.map(([product, quantityMilli, totalMinor]): MadeLine =>
        product === 0
          ? { productId: null, name: 'Ad hoc', quantityMilli, totalMinor }
          : { productId: `product-${product}`, quantityMilli, totalMinor },
      );
      const batch = batches[sale.till];
      batch?.push(saleEntry({ id, businessDate, cashierId, lines, giftCardMinor: sale.card }));
      if (sale.fate < 2) {
        batch?.push(voidEntry(id, businessDate));
        continue;
      }
      addTo(
        expected,
        { day: businessDate, store: storeId, register: till.id, cashier: cashierId },
        lines,
        'sale',
      );
      if (sale.fate > 4) continue;
      const back = `2026-03-0${sale.day + 1}`;
      batch?.push(refundEntry({ businessDate: back, cashierId, lines, giftCardMinor: sale.card }));
      addTo(expected, { day: back, store: storeId, register: till.id, cashier: cashierId }, lines, 'refund');
    }
    for (const [at, batch] of batches.entries()) {
      const till = tills[at];
      if (till !== undefined && batch.length > 0) await arrive(till, ...batch);
    }
    const [till] = tills;
    if (till === undefined) throw new Error('no till');
    for (const by of ['day', 'store', 'register', 'cashier', 'product']) {
      const rows = await reportOf(till, by);
      const told = rows.map((row) => [
        row.key,
        [row.sales, row.quantityMilli, row.totalMinor, row.refundedMinor],
      ]);
      expect(new Map(told as [string, number[]][])).toEqual(expected[by] ?? new Map());
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(made, { minLength: 1, maxLength: 30 }), run), { numRuns: 25 });
}, 120_000);

/** An own way of adding up: one document after another. */
function addTo(
  sums: Record<string, Map<string, number[]>>,
  keys: Record<string, string>,
  lines: MadeLine[],
  kind: 'sale' | 'refund',
): void {
  const add = (by: string, key: string, more: number[]): void => {
    const rows = (sums[by] ??= new Map<string, number[]>());
    rows.set(
      key,
      (rows.get(key) ?? [0, 0, 0, 0]).map((sum, at) => sum + (more[at] ?? 0)),
    );
  };
  const quantity = lines.reduce((sum, line) => sum + line.quantityMilli, 0);
  const total = lines.reduce((sum, line) => sum + line.totalMinor, 0);
  const figures = kind === 'sale' ? [1, quantity, total, 0] : [0, 0, 0, total];
  for (const [by, key] of Object.entries(keys)) add(by, key, figures);
  const seen = new Set<string>();
  for (const line of lines) {
    const key = line.productId ?? line.name ?? '';
    const isFirst = !seen.has(key);
    seen.add(key);
    const { quantityMilli, totalMinor } = line;
    const counted = [isFirst ? 1 : 0, quantityMilli, totalMinor, 0];
    add('product', key, kind === 'sale' ? counted : [0, 0, 0, totalMinor]);
  }
}
