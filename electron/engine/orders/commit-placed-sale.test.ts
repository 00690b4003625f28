import { expect, test } from 'vitest';
import type { Customer } from '../../../shared/api/customers.ts';
import type { Order } from '../../../shared/api/orders.ts';
import { openTestEngine, type TestEngine } from '../../../tests/fixtures/engine.ts';
import { systemIds } from '../ids.ts';
import { commitPlacedSale, type PlacedSale } from './commit-placed-sale.ts';
import { takePublicId } from './order-statements.ts';

async function openShop(): Promise<{ till: TestEngine; placed: PlacedSale }> {
  const till = await openTestEngine();
  await till.setUp();
  const { body: customer } = await till.call<Customer>('POST', '/customers', { body: { name: 'Maria' } });
  const { body: me } = await till.call<{ id: string }>('GET', '/sessions/current');
  return {
    till,
    placed: {
      orderId: systemIds.uuid(),
      publicId: 1,
      seller: { accountId: me.id, accountRowId: 1, displayName: 'Olivia Owner' },
      customerId: customer.id,
      lines: [{ name: 'Laptop', quantityMilli: 2_000, unitPriceMinor: 45_000_00 }],
      payments: [
        { amountMinor: 40_000_00, reference: 'web 1' },
        { amountMinor: 50_000_00, reference: 'web 2' },
      ],
    },
  };
}

const commit = (till: TestEngine, placed: PlacedSale) =>
  till.engine.context.write((tx) => {
    tx.first(takePublicId);
    return commitPlacedSale(till.engine.context, tx, placed);
  });

test('a placed order that is paid becomes a sale under its own id, in no shift while none is open', async () => {
  const { till, placed } = await openShop();
  const sold = await commit(till, placed);
  if (!sold.ok) throw new Error(sold.failure.message);
  expect(sold.value.order).toMatchObject({
    id: placed.orderId,
    publicId: 1,
    source: 'web',
    receiptNumber: 'S01-T1-A-000001',
    shiftNumber: null,
    totalMinor: 90_000_00,
    taxMinor: 9_642_86,
    pointsEarned: 9_000,
    tenders: [
      { kind: 'online', amountMinor: 40_000_00 },
      { kind: 'online', amountMinor: 50_000_00 },
    ],
    lines: [{ name: 'Laptop', productId: null, quantityMilli: 2_000 }],
  });
  expect((await till.call<Order>('GET', `/orders/${placed.orderId}`)).body).toEqual(sold.value.order);
  // The order itself was never placed here, and verifying says so; nothing else is wrong.
  expect((await till.engine.verify()).problems).toEqual([
    { seq: null, what: 'S01-T1-A-000001 is a sale of the web without the order that was placed.' },
  ]);
});

test('in the open shift while one is open', async () => {
  const { till, placed } = await openShop();
  await till.openShift();
  const sold = await commit(till, placed);
  expect(sold).toMatchObject({ ok: true, value: { order: { shiftNumber: 1 } } });
});

test('what is not paid in full is refused, and nothing is written', async () => {
  const { till, placed } = await openShop();
  expect(await commit(till, { ...placed, payments: placed.payments.slice(1) })).toMatchObject({
    ok: false,
    failure: { code: 'payment-short' },
  });
  expect((await till.call('GET', `/orders/${placed.orderId}`)).status).toBe(404);
  expect((await till.engine.verify()).problems).toEqual([]);
});
