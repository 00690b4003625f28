import { expect, test } from 'vitest';
import type { Customer } from '../../shared/api/customers.ts';
import type { OrderCommitted } from '../../shared/api/orders.ts';
import type { DayReport, VerifyAnswer } from '../../shared/api/reports.ts';
import type { ShiftCount, XReport, ZReport } from '../../shared/api/shifts.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct } from '../fixtures/ring-up.ts';

const id = () => systemIds.uuid();

async function post<T>(till: TestEngine, path: string, body: object): Promise<T> {
  const { status, body: answer } = await till.call<T>('POST', path, { body });
  if (status >= 300) throw new Error(`${path} answered ${status}: ${JSON.stringify(answer)}`);
  return answer;
}

test('the Z report of a day with everything is what the day comes to, worked out by hand', async () => {
  const till = await openTestEngine();
  await till.setUp();
  await till.call('PATCH', '/settings', { body: { credit: { onAccount: true }, counter: { tips: true } } });
  const bread = await makeProduct(till, { name: 'Bread', priceMinor: 10_000 });
  const maria = await post<Customer>(till, '/customers', { name: 'Maria Santos' });
  const shiftId = id();
  await post(till, '/shifts', { id: shiftId, floatMinor: 200_000, pieces: { '100000': 2 } });
  const line = (unitPriceMinor = 10_000, more: object = {}) => ({
    lineId: id(),
    productId: bread.id,
    quantityMilli: 1_000,
    unitPriceMinor,
    ...more,
  });
  const sell = async (sale: object) =>
    (await post<OrderCommitted>(till, '/orders', { id: id(), lines: [line()], totalMinor: 10_000, ...sale }))
      .order;
  const cash = (amountMinor: number) => [{ kind: 'cash', amountMinor }];

  const first = await sell({ tenders: cash(20_000) });
  const voided = await sell({ tenders: cash(10_000) });
  const cheaper = line(8_000, { priceChange: { reason: 'Day old' } });
  await sell({ lines: [cheaper], totalMinor: 8_000, tenders: cash(8_000) });
  await sell({ tenders: cash(10_500), tipMinor: 500 });
  const card = { kind: 'card', amountMinor: 6_000, reference: 'A17' };
  await sell({ tenders: [card, ...cash(4_000)] });
  await sell({ customerId: maria.id, tenders: [{ kind: 'on-account', amountMinor: 10_000 }] });
  const giftCards = [{ lineId: id(), amountMinor: 50_000 }];
  await sell({ lines: [], giftCards, totalMinor: 50_000, tenders: cash(50_000) });
  const payment = { id: id(), tender: 'cash', amountMinor: 3_000 };
  await post(till, `/customers/${maria.id}/account/payments`, payment);
  await post(till, `/orders/${voided.id}/void`, { id: id(), reason: 'Typed twice' });
  const refund = { lineId: id(), orderPosition: 0, quantityMilli: 1_000, restock: true };
  await post(till, '/refunds', {
    id: id(),
    orderId: first.id,
    lines: [refund],
    reason: 'Stale',
    payouts: cash(10_000),
    totalMinor: 10_000,
  });
  for (const [kind, amountMinor] of [
    ['in', 5_000],
    ['out', 2_000],
    ['drop', 40_000],
    ['no-sale', 0],
  ] as const)
    await post(till, '/cash-moves', { id: id(), kind, amountMinor, reason: 'as always' });

  const x = await till.call<XReport>('GET', '/shifts/current/x-report');
  const expected = 200_000 + 102_500 - 10_000 - 10_000 - 10_000 + 3_000 + 5_000 - 2_000 - 40_000;
  expect(x.body.facts.cash?.expectedMinor).toBe(expected);
  const count = await post<ShiftCount>(till, `/shifts/${shiftId}/counts`, {
    id: id(),
    cashMinor: expected,
    tenders: [{ kind: 'card', countedMinor: 5_900 }],
  });
  const z = await post<ZReport>(till, `/shifts/${shiftId}/close`, { zReportId: id(), countId: count.id });

  const { facts } = z;
  const { steps } = facts.cash ?? { steps: [] };
  expect(Object.fromEntries(steps.map(({ name, amountMinor }) => [name, amountMinor]))).toEqual({
    float: 200_000,
    cashSales: 102_500,
    change: -10_000,
    cashRefunds: -10_000,
    voids: -10_000,
    accountPayments: 3_000,
    cashIn: 5_000,
    cashOut: -2_000,
    drops: -40_000,
  });
  expect(facts).toMatchObject({
    receipts: { first: first.receiptNumber, count: 8 },
    sales: { count: 6, itemCount: 5, grossMinor: 48_000, totalMinor: 48_000 },
    giftCardsMinor: 50_000,
    refunds: { count: 1, totalMinor: 10_000, list: [{ reason: 'Stale' }] },
    voids: { count: 1, totalMinor: 10_000, list: [{ receiptNumber: voided.receiptNumber }] },
    byCategory: [{ name: null, totalMinor: 38_000 }],
    byCashier: [{ salesCount: 6, salesMinor: 48_000, refundsMinor: 10_000 }],
    priceChanges: [{ name: 'Bread', listPriceMinor: 10_000, unitPriceMinor: 8_000, reason: 'Day old' }],
    tipMinor: 500,
    grandTotal: { beforeMinor: 0, afterMinor: 38_000 },
    credits: [
      { kind: 'gift-card', issuedMinor: 50_000, outstandingMinor: 50_000 },
      { kind: 'on-account', issuedMinor: 3_000, spentMinor: 10_000, outstandingMinor: -7_000 },
    ],
  });
  const tenders = facts.tenders?.map(({ kind, expectedMinor, varianceMinor }) => [
    kind,
    expectedMinor,
    varianceMinor,
  ]);
  expect(tenders).toEqual([
    ['cash', expected, 0],
    ['card', 6_000, -100],
    ['on-account', 10_000, null],
  ]);
  const taxMinor = facts.taxes.reduce((sum, tax) => sum + tax.taxMinor, 0);
  expect(taxMinor).toBe(facts.sales.taxMinor - facts.refunds.taxMinor);
  expect(facts.moves.map(({ kind }) => kind)).toEqual(['in', 'out', 'drop', 'no-sale']);
  const day = await till.call<DayReport>('GET', '/reports/day');
  expect(day.body).toMatchObject({
    ordersCount: 6,
    itemsCount: 5,
    grossMinor: 48_000,
    totalMinor: 48_000,
    giftCardsMinor: 50_000,
    keptMinor: 38_000,
    byProduct: [{ name: 'Bread', totalMinor: 38_000 }],
    byCashier: [{ totalMinor: 48_000 }],
    byHour: [{ totalMinor: 48_000 }],
    journal: { agrees: true },
  });
  const taken = day.body.byTender.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  expect(taken).toBe(38_000 + 50_000 + 500);
  const verified = await till.call<VerifyAnswer>('POST', '/journal/verify');
  expect(verified.body.problems).toEqual([]);
});
