import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { systemIds } from '../../electron/engine/ids.ts';
import type { Product } from '../../shared/api/catalog.ts';
import type { LookupAnswer } from '../../shared/api/lookup.ts';
import type { OrderCommitted } from '../../shared/api/orders.ts';
import { writeEmbeddedCode } from '../../shared/domain/embedded-barcode.ts';
import { price, type PricingRules } from '../../shared/domain/price.ts';
import type { Settings } from '../../shared/api/settings.ts';
import { openTestEngine, testShop, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct } from '../fixtures/ring-up.ts';

let till: TestEngine;
let owner: string;
let staff: string;
let bread: Product;
let rice: Product;

type Refused = { error: { code: string; field?: string; details?: Record<string, unknown> } };
type Edit = Record<string, unknown>;

beforeEach(async () => {
  till = await openTestEngine();
  owner = await till.setUp();
  staff = await till.signInStaff();
  await till.openShift();
  bread = await makeProduct(till, {
    name: 'Bread',
    priceMinor: 10_000,
    onHandMilli: 10_000,
    tracksStock: true,
  });
  rice = await makeProduct(till, {
    name: 'Rice',
    priceMinor: 5_800,
    unit: 'kg',
    sku: '77',
    tracksStock: false,
  });
});

const lineOf = (product: Product, edit: Edit = {}) => ({
  lineId: systemIds.uuid(),
  productId: product.id,
  quantityMilli: 1_000,
  unitPriceMinor: product.priceMinor,
  ...edit,
});

/** Sells at this total, as staff unless said otherwise. */
function sell(lines: object[], totalMinor: number, more: Edit = {}, token: string = staff) {
  return till.call<OrderCommitted & Refused>('POST', '/orders', {
    token,
    body: {
      id: systemIds.uuid(),
      lines,
      tenders: totalMinor === 0 ? [] : [{ kind: 'cash', amountMinor: totalMinor }],
      totalMinor,
      ...more,
    },
  });
}

async function approve(act: string, subject: string, figure: number): Promise<string> {
  const { status, body } = await till.call<{ id: string }>('POST', '/approvals', {
    token: staff,
    body: { id: systemIds.uuid(), act, subject, figure, pin: testShop.owner.pin },
  });
  if (status !== 201) throw new Error(`an approval answered ${status}: ${JSON.stringify(body)}`);
  return body.id;
}

const tenth = { kind: 'percent', percentPpm: 100_000 };

test('discounts on a line and on the whole sale are in the books, line by line', async () => {
  const { status, body } = await sell(
    [lineOf(bread, { discount: tenth, discountReason: 'Damaged', note: 'sliced' }), lineOf(bread)],
    18_050,
    { discount: { kind: 'percent', percentPpm: 50_000 }, discountReason: 'Goodwill' },
  );
  expect(status).toBe(201);
  expect(body.order).toMatchObject({
    grossMinor: 20_000,
    discountMinor: 1_950,
    discountReason: 'Goodwill',
    lines: [
      { lineDiscountMinor: 1_000, orderDiscountMinor: 450, discountReason: 'Damaged', note: 'sliced' },
      { lineDiscountMinor: 0, orderDiscountMinor: 500, totalMinor: 9_500 },
    ],
  });
  const day = await till.call<{ discountMinor: number }>('GET', '/reports/day?date=2026-03-02');
  expect(day.body.discountMinor).toBe(1_950);
  expect((await till.engine.verify()).problems).toEqual([]);
});

test('a discount beyond the limit needs a reason, and an approval that is taken once', async () => {
  const fifth = { kind: 'amount', amountMinor: 2_000 };
  const line = lineOf(bread, { discount: fifth });
  expect((await sell([line], 8_000)).body.error).toMatchObject({
    code: 'reason-needed',
    details: { act: 'discount-line', figure: 200_000, subject: line.lineId },
  });
  const explained = { ...line, discountReason: 'Damaged' };
  const refused = await sell([explained], 8_000);
  expect(refused.status).toBe(403);
  expect(refused.body.error).toMatchObject({
    code: 'approval-needed',
    details: { act: 'discount-line', way: 'manager', figure: 200_000, subject: line.lineId },
  });
  const id = await approve('discount-line', line.lineId, 200_000);
  const sold = await sell([explained], 8_000, { approvalIds: [id] });
  expect(sold.status).toBe(201);
  const again = { ...explained, lineId: systemIds.uuid() };
  expect((await sell([again], 8_000, { approvalIds: [id] })).body.error.code).toBe('approval-needed');
  expect((await till.engine.verify()).problems).toEqual([]);
});

test('an approval does not make another sale of the same request', async () => {
  const line = lineOf(bread, { discount: { kind: 'amount', amountMinor: 2_000 }, discountReason: 'Staff' });
  const id = systemIds.uuid();
  const approvalIds = [await approve('discount-line', line.lineId, 200_000)];
  const sold = await sell([line], 8_000, { id, approvalIds });
  const again = await sell([line], 8_000, { id });
  expect([sold.body.repeated, again.body.repeated]).toEqual([false, true]);
});

test('the discount on a whole sale is limited by its part of the sum', async () => {
  const more = { discount: { kind: 'amount', amountMinor: 1_001 }, discountReason: 'Goodwill' };
  const refused = await sell([lineOf(bread)], 8_999, more);
  expect(refused.body.error).toMatchObject({
    code: 'approval-needed',
    details: { act: 'discount-order', figure: 100_100 },
  });
  expect((await sell([lineOf(bread)], 8_999, more, owner)).status).toBe(201);
});

test('a price is changed on purpose only, with a reason and an approval', async () => {
  const cheaper = { unitPriceMinor: 9_000 };
  expect((await sell([lineOf(bread, cheaper)], 9_000)).body.error.code).toBe('price-changed');
  const line = lineOf(bread, { ...cheaper, priceChange: { reason: 'Price match' } });
  expect((await sell([line], 9_000)).body.error).toMatchObject({
    code: 'approval-needed',
    details: { act: 'price-change', figure: 100_000, subject: line.lineId },
  });
  const approvalIds = [await approve('price-change', line.lineId, 100_000)];
  const { body } = await sell([line], 9_000, { approvalIds });
  expect(body.order.lines).toMatchObject([
    { listPriceMinor: 10_000, unitPriceMinor: 9_000, priceReason: 'Price match', totalMinor: 9_000 },
  ]);
  const same = lineOf(bread, { priceChange: { reason: 'Nothing' } });
  expect((await sell([same], 10_000)).body.order.lines).toMatchObject([{ priceReason: '' }]);
  expect((await till.engine.verify()).problems).toEqual([]);
});

test('an ad-hoc item has a name, a price and a tax class, up to an amount', async () => {
  const item = (edit: Edit = {}) => ({
    lineId: systemIds.uuid(),
    name: 'Gift wrapping',
    quantityMilli: 2_000,
    unitPriceMinor: 2_500,
    ...edit,
  });
  const sold = await sell([item({ taxClassId: 'none' })], 5_000);
  expect(sold.status).toBe(201);
  expect(sold.body.order).toMatchObject({
    taxMinor: 0,
    lines: [
      { kind: 'ad-hoc', productId: null, name: 'Gift wrapping', listPriceMinor: 2_500, totalMinor: 5_000 },
    ],
  });
  expect((await sell([item({ taxClassId: 'nope' })], 5_000)).body.error.code).toBe('tax-class-unknown');
  expect((await sell([item({ quantityMilli: 1_500 })], 3_750)).body.error.code).toBe('quantity-invalid');
  expect((await sell([item({ productId: bread.id })], 5_000)).body.error.code).toBe('request-invalid');
  expect((await sell([item({ unitPriceMinor: 60_000 })], 120_000)).body.error).toMatchObject({
    code: 'approval-needed',
    details: { act: 'ad-hoc-item', figure: 120_000 },
  });
  expect((await till.engine.verify()).problems).toEqual([]);
});

test('what is not in stock waits for a manager where the owner wants it so', async () => {
  await till.call('PATCH', '/settings', { body: { stock: { belowZero: 'manager' } } });
  const id = systemIds.uuid();
  const lines = [lineOf(bread, { quantityMilli: 11_000 })];
  expect((await sell(lines, 110_000, { id })).body.error).toMatchObject({
    code: 'approval-needed',
    details: { act: 'sell-below-zero', subject: id },
  });
  const approvalIds = [await approve('sell-below-zero', id, 0)];
  expect((await sell(lines, 110_000, { id, approvalIds })).status).toBe(201);
  expect((await sell([lineOf(rice)], 5_800)).status).toBe(201);
});

test('a label sells exactly its printed price, and a weight by the gram', async () => {
  const byPrice = { prefix: '21', itemDigits: 5, valueDigits: 5, value: 'price' } as const;
  const byWeight = { ...byPrice, prefix: '22', value: 'weight' } as const;
  const saved = await till.call('PATCH', '/settings', {
    body: { barcodes: { embedded: [byPrice, byWeight] } },
  });
  expect(saved.status).toBe(200);
  const priced = writeEmbeddedCode(byPrice, '77', 3_333);
  const weighed = writeEmbeddedCode(byWeight, '77', 1_530);
  const labelOf = async (code: string) => (await till.call<LookupAnswer>('GET', `/lookup/${code}`)).body;
  expect(await labelOf(priced)).toMatchObject({
    kind: 'product',
    product: { id: rice.id },
    label: { quantityMilli: 575, printedMinor: 3_333 },
  });
  expect(await labelOf(weighed)).toMatchObject({ label: { quantityMilli: 1_530, printedMinor: null } });

  const pack = lineOf(rice, { quantityMilli: 575, barcode: priced });
  const kilos = lineOf(rice, { quantityMilli: 1_530, barcode: weighed });
  const { body } = await sell([pack, kilos], 3_333 + 8_874);
  expect(body.order.lines).toMatchObject([
    { barcode: priced, grossMinor: 3_333, quantityMilli: 575 },
    { barcode: weighed, grossMinor: 8_874, quantityMilli: 1_530 },
  ]);
  // Another price asks for all that is sold, whatever is printed.
  const dearer = lineOf(rice, {
    quantityMilli: 10_000,
    unitPriceMinor: 5_801,
    barcode: priced,
    priceChange: { reason: 'Typed' },
  });
  expect((await sell([dearer], 3_333, {}, owner)).body.error.code).toBe('total-differs');
  expect((await sell([dearer], 58_010, {}, owner)).body.order.lines).toMatchObject([{ grossMinor: 58_010 }]);
  expect((await sell([lineOf(rice, { barcode: priced })], 3_333)).body.error.code).toBe('request-invalid');
  expect((await sell([lineOf(bread, { barcode: priced })], 3_333)).body.error.code).toBe('request-invalid');
  expect((await till.engine.verify()).problems).toEqual([]);
});

test('a label of a piece sells at its price as a price that was changed; a label is easily typed', async () => {
  const byPrice = { prefix: '21', itemDigits: 5, valueDigits: 5, value: 'price' } as const;
  await till.call('PATCH', '/settings', { body: { barcodes: { embedded: [byPrice] } } });
  const cake = await makeProduct(till, { name: 'Cake', priceMinor: 40_000, sku: '88' });
  const unpriced = await makeProduct(till, { name: 'Tray', priceMinor: 0, sku: '89' });
  const atPrice = lineOf(cake, { barcode: writeEmbeddedCode(byPrice, '88', 40_000) });
  const atAny = lineOf(unpriced, { barcode: writeEmbeddedCode(byPrice, '89', 9_900) });
  expect((await sell([atPrice, atAny], 49_900)).status).toBe(201);
  const cheaper = lineOf(cake, { barcode: writeEmbeddedCode(byPrice, '88', 30_000) });
  const refused = await sell([cheaper], 30_000);
  expect(refused.body.error).toMatchObject({
    code: 'approval-needed',
    details: { act: 'price-change', figure: 250_000, subject: cheaper.lineId },
  });
  const approvalIds = [await approve('price-change', cheaper.lineId, 250_000)];
  const sold = await sell([cheaper], 30_000, { approvalIds });
  expect(sold.body.order.lines).toMatchObject([
    {
      unitPriceMinor: 30_000,
      listPriceMinor: 40_000,
      priceReason: 'In-store label',
      totalMinor: 30_000,
    },
  ]);
  expect((await till.engine.verify()).problems).toEqual([]);
});

test('rules that do not fill a barcode are refused', async () => {
  const embedded = [{ prefix: '21', itemDigits: 4, valueDigits: 4, value: 'price' }];
  expect((await till.call('PATCH', '/settings', { body: { barcodes: { embedded } } })).status).toBe(400);
});

test('whatever is done by hand, the engine comes to the price function’s own total', async () => {
  const { tax } = (await till.call<Settings>('GET', '/settings')).body;
  const anyDiscount = fc.option(
    fc.oneof(
      fc.record({
        kind: fc.constant('percent' as const),
        percentPpm: fc.integer({ min: 1, max: 1_000_000 }),
      }),
      fc.record({ kind: fc.constant('amount' as const), amountMinor: fc.integer({ min: 1, max: 20_000 }) }),
    ),
    { nil: undefined },
  );
  const anyLine = fc.record({
    what: fc.constantFrom('bread' as const, 'rice' as const, 'other' as const),
    pieces: fc.integer({ min: 1, max: 4 }),
    grams: fc.integer({ min: 1, max: 4_000 }),
    unitPriceMinor: fc.option(fc.nat({ max: 20_000 })),
    discount: anyDiscount,
  });
  const sale = fc.record({ lines: fc.array(anyLine, { minLength: 1, maxLength: 5 }), discount: anyDiscount });
  await fc.assert(
    fc.asyncProperty(sale, async ({ lines, discount }) => {
      const rows = lines.map(({ what, pieces, grams, unitPriceMinor, ...edit }) => {
        const product = what === 'rice' ? rice : bread;
        const quantityMilli = what === 'rice' ? grams : pieces * 1_000;
        const priceMinor = unitPriceMinor ?? product.priceMinor;
        const line = { lineId: systemIds.uuid(), quantityMilli, unitPriceMinor: priceMinor, ...edit };
        return what === 'other'
          ? { ...line, name: 'Other item' }
          : { ...line, productId: product.id, priceChange: { reason: 'Match' } };
      });
      const taxRates = tax.classes[0]?.rates ?? [];
      const cart = rows.map((row) => ({ ...row, productId: null, name: 'x', taxRates }));
      const priced = price({ lines: cart, discount }, rules);
      const why = { discountReason: 'Goodwill' };
      const { status, body } = await sell(
        rows.map((row) => ({ ...row, ...why })),
        priced.totalMinor,
        { discount, ...why },
        owner,
      );
      expect(status).toBe(201);
      const { order } = body;
      for (const line of order.lines) {
        const { grossMinor, lineDiscountMinor, orderDiscountMinor, totalMinor } = line;
        expect(
          Math.min(grossMinor, lineDiscountMinor, orderDiscountMinor, totalMinor),
        ).toBeGreaterThanOrEqual(0);
        expect(grossMinor - lineDiscountMinor - orderDiscountMinor).toBe(totalMinor);
      }
      expect(order.lines.reduce((sum, line) => sum + line.totalMinor, 0)).toBe(order.totalMinor);
    }),
    { numRuns: 60 },
  );
  expect((await till.engine.verify()).problems).toEqual([]);
});

const rules: PricingRules = {
  version: 1,
  currency: { code: 'PHP', exponent: 2 },
  taxMode: 'inclusive',
  taxRounding: 'line',
  rounding: 'half-up',
};
