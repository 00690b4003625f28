import { expect, test } from 'vitest';
import type { Customer } from '../../shared/api/customers.ts';
import type { LookupAnswer } from '../../shared/api/lookup.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, ringUp } from '../fixtures/ring-up.ts';

async function openShop() {
  const till = await openTestEngine();
  await till.setUp();
  await till.openShift();
  const bread = await makeProduct(till, {
    name: 'Bread',
    priceMinor: 2_550,
    sku: 'BRD-1',
    barcodes: ['036000291452'],
  });
  const { body: ana } = await till.call<Customer>('POST', '/customers', { body: { name: 'Ana' } });
  const { order } = await ringUp(till, {
    lines: [{ product: bread, quantityMilli: 1000 }],
    customerId: ana.id,
  });
  return { till, bread, ana, order };
}

async function lookUp(till: TestEngine, code: string): Promise<[number, string, string]> {
  const { status, body } = await till.call<LookupAnswer & { error?: { code: string } }>(
    'GET',
    `/lookup/${encodeURIComponent(code)}`,
  );
  if (status !== 200) return [status, body.error?.code ?? '', ''];
  const id =
    body.kind === 'product'
      ? body.product.id
      : body.kind === 'customer'
        ? body.customer.id
        : body.kind === 'promotion'
          ? body.promotion.id
          : body.order.id;
  return [status, body.kind, id];
}

test('a code is a product, a customer or a receipt', async () => {
  const { till, bread, ana, order } = await openShop();
  const product = [200, 'product', bread.id];
  expect(await lookUp(till, '036000291452')).toEqual(product);
  expect(await lookUp(till, '0036000291452')).toEqual(product);
  expect(await lookUp(till, ']C1036000291452\r\n')).toEqual(product);
  expect(await lookUp(till, 'BRD-1')).toEqual(product);
  const customer = [200, 'customer', ana.id];
  expect(await lookUp(till, ana.code)).toEqual(customer);
  expect(await lookUp(till, ana.qrCode.toLowerCase())).toEqual(customer);
  expect(await lookUp(till, order.receiptNumber)).toEqual([200, 'receipt', order.id]);
  expect(await lookUp(till, order.receiptNumber.toLowerCase())).toEqual([200, 'receipt', order.id]);
});

test('what looks like a customer or a receipt may be a product after all', async () => {
  const { till } = await openShop();
  const odd = await makeProduct(till, { name: 'Odd', priceMinor: 100, sku: 'CUST-77777' });
  const odder = await makeProduct(till, {
    name: 'Odder',
    priceMinor: 100,
    barcodes: ['0123456789abcdef'.repeat(2)],
  });
  expect(await lookUp(till, 'CUST-77777')).toEqual([200, 'product', odd.id]);
  expect(await lookUp(till, '0123456789abcdef'.repeat(2))).toEqual([200, 'product', odder.id]);
});

test('an unknown code is 404, whatever was scanned', async () => {
  const { till } = await openShop();
  const scans = [
    '4006381333931',
    'CUST-99999',
    'F'.repeat(32),
    'S01-T1-A-999999',
    "' OR 1=1 --",
    ' ',
    '%',
    'x'.repeat(2000),
    '\u0000',
    '日本',
  ];
  for (const scan of scans) expect(await lookUp(till, scan)).toEqual([404, 'code-unknown', '']);
  expect((await till.call('GET', '/lookup/BRD-1', { token: null })).status).toBe(401);
});

test('an archived product is not on sale', async () => {
  const { till, bread } = await openShop();
  await till.call('PATCH', `/products/${bread.id}`, { body: { archived: true } });
  expect(await lookUp(till, 'BRD-1')).toEqual([404, 'code-unknown', '']);
});
