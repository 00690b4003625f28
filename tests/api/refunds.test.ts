import { beforeEach, expect, test } from 'vitest';
import type { Product } from '../../shared/api/catalog.ts';
import type { Credit } from '../../shared/api/credits.ts';
import type { Customer } from '../../shared/api/customers.ts';
import type { Order, OrderCommitted } from '../../shared/api/orders.ts';
import type { ErrorAnswer } from '../../shared/api/common.ts';
import type { RefundCommitted, VoidCommitted } from '../../shared/api/refunds.ts';
import type { DayReport, VerifyAnswer } from '../../shared/api/reports.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { openTestEngine, testShop, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, ringUp, tamper } from '../fixtures/ring-up.ts';
import { refundableOf, takeBack } from '../fixtures/take-back.ts';

let till: TestEngine;
let bread: Product;
let rice: Product;
let maria: Customer;

beforeEach(async () => {
  till = await openTestEngine();
  await till.setUp();
  await till.openShift();
  bread = await makeProduct(till, { name: 'Bread', priceMinor: 5_500, onHandMilli: 10_000 });
  rice = await makeProduct(till, { name: 'Rice', priceMinor: 5_800, unit: 'kg', onHandMilli: 50_000 });
  maria = (await till.call<Customer>('POST', '/customers', { body: { name: 'Maria Santos' } })).body;
});

const sell = (more: Partial<Parameters<typeof ringUp>[1]> = {}) =>
  ringUp(till, {
    lines: [
      { product: bread, quantityMilli: 3_000 },
      { product: rice, quantityMilli: 1_237 },
    ],
    customerId: maria.id,
    ...more,
  });
const customer = async () => (await till.call<Customer>('GET', `/customers/${maria.id}`)).body;
const onHand = async ({ id }: Product) =>
  (await till.call<Product>('GET', `/products/${id}`)).body.onHandMilli;
const orderNow = async ({ id }: Pick<Order, 'id'>) => (await till.call<Order>('GET', `/orders/${id}`)).body;
const expectSound = async () =>
  expect((await till.call<VerifyAnswer>('POST', '/journal/verify')).body.problems).toEqual([]);

test('a part, another part and the rest come to exactly the sale: money, tax, points, stock', async () => {
  const { order } = await sell();
  const before = await customer();
  expect(before.pointsBalance).toBe(order.pointsEarned);
  const one = await takeBack(till, order, { lines: [{ position: 0, quantityMilli: 1_000 }] });
  expect(one.status).toBe(201);
  expect(one.body.refund).toMatchObject({
    receiptNumber: 'S01-T1-A-000002',
    orderReceiptNumber: order.receiptNumber,
    totalMinor: 5_500,
    paidMinor: 5_500,
    payments: [{ kind: 'cash', amountMinor: 5_500 }],
    customer: { id: maria.id },
  });
  expect(await orderNow(order)).toMatchObject({
    state: 'paid',
    refundedMinor: 5_500,
    refunds: [{ receiptNumber: 'S01-T1-A-000002', totalMinor: 5_500, reason: 'Did not fit' }],
  });
  expect(await onHand(bread)).toBe(8_000);
  const grams = await takeBack(till, order, {
    lines: [{ position: 1, quantityMilli: 500 }],
    restock: false,
  });
  const rest = await takeBack(till, order);
  const refunds = [one, grams, rest].map(({ body }) => body.refund);
  const sum = (of: 'totalMinor' | 'taxMinor' | 'netMinor' | 'paidMinor') =>
    refunds.reduce((total, refund) => total + refund[of], 0);
  expect([sum('totalMinor'), sum('taxMinor'), sum('netMinor'), sum('paidMinor')]).toEqual([
    order.totalMinor,
    order.taxMinor,
    order.netMinor,
    order.paidMinor,
  ]);
  expect(await orderNow(order)).toMatchObject({ state: 'refunded', refundedMinor: order.totalMinor });
  expect(await customer()).toMatchObject({ pointsBalance: 0, spentMinor: 0, visits: 1 });
  expect(await onHand(bread)).toBe(10_000);
  expect(await onHand(rice)).toBe(50_000 - 500);
  expect((await refundableOf(till, order.id)).refusal).toBe('All of S01-T1-A-000001 has come back already.');
  await expectSound();
});

test('the same refund sent twice is one refund; other content under its id is refused', async () => {
  const { order } = await sell();
  const id = systemIds.uuid();
  const lineId = systemIds.uuid();
  const body = {
    id,
    orderId: order.id,
    lines: [{ lineId, orderPosition: 0, quantityMilli: 1_000, restock: true }],
    reason: 'Stale',
    payouts: [{ kind: 'cash', amountMinor: 5_500 }],
    totalMinor: 5_500,
  };
  const send = (more: object = {}) =>
    till.call<RefundCommitted & ErrorAnswer>('POST', '/refunds', { body: { ...body, ...more } });
  const [first, second] = await Promise.all([send(), send()]);
  expect([first.status, second.status].sort()).toEqual([200, 201]);
  expect(second.body.refund).toEqual(first.body.refund);
  expect((await send({ reason: 'Other' })).body.error.code).toBe('order-id-reused');
  expect((await send({ id: systemIds.uuid() })).body.error).toMatchObject({
    code: 'request-invalid',
    field: 'lines.0.lineId',
  });
  expect((await till.call<{ total: number }>('GET', '/refunds')).body.total).toBe(1);
});

test('the same receipt on two screens: the second is told what the first left', async () => {
  const { order } = await sell();
  const two = { lines: [{ position: 0, quantityMilli: 2_000 }] };
  const [first, second] = await Promise.all([takeBack(till, order, two), takeBack(till, order, two)]);
  expect([first.status, second.status].sort()).toEqual([201, 409]);
  const { error } = (first.status === 409 ? first : second).body;
  expect(error).toMatchObject({
    code: 'refund-exceeds',
    details: { lines: [{ name: 'Bread', leftMilli: 1_000, wantedMilli: 2_000 }] },
  });
  await expectSound();
});

test.each([
  ['a wrong total', { totalMinor: 1 }, 'total-differs'],
  ['too little paid out', { payouts: [{ kind: 'cash', amountMinor: 5_499 }] }, 'payment-short'],
  ['a line that is not there', { position: 9 }, 'request-invalid'],
  ['half a piece', { quantityMilli: 500, totalMinor: 2_750 }, 'quantity-invalid'],
  [
    'an exchange without what is taken',
    { payouts: [{ kind: 'exchange', amountMinor: 5_500 }] },
    'request-invalid',
  ],
  [
    'a gift card that paid nothing',
    { payouts: [{ kind: 'gift-card', amountMinor: 5_500 }] },
    'tender-unavailable',
  ],
  ['no reason', { reason: ' ' }, 'request-invalid'],
  ['another sale', { orderId: systemIds.uuid() }, 'order-unknown'],
])(
  'refuses %s and writes nothing',
  async (_, { position = 0, quantityMilli = 1_000, ...more }: Record<string, unknown>, code) => {
    const { order } = await sell();
    const { status, body } = await till.call<ErrorAnswer>('POST', '/refunds', {
      body: {
        id: systemIds.uuid(),
        orderId: order.id,
        lines: [{ lineId: systemIds.uuid(), orderPosition: position, quantityMilli, restock: true }],
        reason: 'Stale',
        payouts: [{ kind: 'cash', amountMinor: 5_500 }],
        totalMinor: 5_500,
        ...more,
      },
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body.error.code).toBe(code);
    expect((await till.call<{ total: number }>('GET', '/refunds')).body.total).toBe(0);
    await expectSound();
  },
);

test('without a shift nothing is refunded', async () => {
  const { order } = await sell();
  tamper(till, `UPDATE shifts SET state = 'closed'`);
  expect((await takeBack(till, order)).body.error.code).toBe('shift-needed');
});

test('what was paid by card goes back to the card, the rest in cash; store credit is another way', async () => {
  const { order } = await sell({ tenders: [{ kind: 'card', amountMinor: 10_000 }] });
  const part = await takeBack(till, order, { lines: [{ position: 0, quantityMilli: 2_000 }] });
  expect(part.body.refund.payments).toMatchObject([
    { kind: 'card', amountMinor: 10_000 },
    { kind: 'cash', amountMinor: 1_000 },
  ]);
  const credit = await takeBack(till, order, {
    lines: [{ position: 0, quantityMilli: 1_000 }],
    more: { payouts: [{ kind: 'store-credit', amountMinor: 5_500 }] },
  });
  expect(credit.status).toBe(201);
  const held = await till.call<{ storeCredit: Credit | null }>('GET', `/customers/${maria.id}/credits`);
  expect(held.body.storeCredit?.balanceMinor).toBe(5_500);
  await expectSound();
});

test('points that were paid with come back as points, in step with the money', async () => {
  await till.call('POST', `/customers/${maria.id}/points`, {
    body: { id: systemIds.uuid(), kind: 'bonus', points: 500, reason: 'Present' },
  });
  const lines = [
    { lineId: systemIds.uuid(), productId: bread.id, quantityMilli: 2_000, unitPriceMinor: 5_500 },
  ];
  const { body } = await till.call<OrderCommitted>('POST', '/orders', {
    body: {
      id: systemIds.uuid(),
      customerId: maria.id,
      lines,
      tenders: [
        { kind: 'points', amountMinor: 4_000 },
        { kind: 'cash', amountMinor: 7_000 },
      ],
      totalMinor: 11_000,
    },
  });
  const half = await takeBack(till, body.order, { lines: [{ position: 0, quantityMilli: 1_000 }] });
  expect(half.body.refund).toMatchObject({
    pointsGiven: 200,
    payments: [
      { kind: 'points', amountMinor: 2_000 },
      { kind: 'cash', amountMinor: 3_500 },
    ],
  });
  await takeBack(till, body.order);
  expect((await customer()).pointsBalance).toBe(500);
  await expectSound();
});

test('staff refunds with a manager’s PIN, once per approval; another way is asked for too', async () => {
  const { order } = await sell();
  const token = await till.signInStaff();
  const id = systemIds.uuid();
  const lines = [{ lineId: systemIds.uuid(), orderPosition: 0, quantityMilli: 1_000, restock: false }];
  const send = (approvalIds: string[], kind = 'store-credit') =>
    till.call<RefundCommitted & ErrorAnswer>('POST', '/refunds', {
      token,
      body: {
        id,
        orderId: order.id,
        lines,
        reason: 'Stale',
        payouts: [{ kind, amountMinor: 5_500 }],
        totalMinor: 5_500,
        approvalIds,
      },
    });
  const approvalIds: string[] = [];
  for (const act of ['refund', 'refund-other-tender']) {
    const refused = await send(approvalIds);
    expect(refused.body.error).toMatchObject({
      code: 'approval-needed',
      details: { act, way: 'manager', figure: 5_500, subject: id },
    });
    const given = await till.call<{ id: string }>('POST', '/approvals', {
      token,
      body: { id: systemIds.uuid(), act, subject: id, figure: 5_500, pin: testShop.owner.pin },
    });
    approvalIds.push(given.body.id);
  }
  expect((await send(approvalIds)).status).toBe(201);
  expect((await send([])).status).toBe(200);
  await expectSound();
});

test('an exchange is a refund and a sale in one commit; the difference is paid', async () => {
  const { order } = await sell();
  const exchangeId = systemIds.uuid();
  const exchange = {
    id: exchangeId,
    customerId: maria.id,
    lines: [{ lineId: systemIds.uuid(), productId: bread.id, quantityMilli: 2_000, unitPriceMinor: 5_500 }],
    tenders: [{ kind: 'cash' as const, amountMinor: 6_000 }],
    totalMinor: 11_000,
  };
  const lines = [{ position: 0, quantityMilli: 1_000 }];
  const payouts = [{ kind: 'exchange' as const, amountMinor: 5_500 }];
  const short = { ...exchange, tenders: [{ kind: 'cash' as const, amountMinor: 5_000 }] };
  const refused = await takeBack(till, order, { lines, more: { exchange: short, payouts } });
  expect(refused.body.error.code).toBe('payment-short');
  expect((await till.call<{ total: number }>('GET', '/refunds')).body.total).toBe(0);
  const taken = await takeBack(till, order, { lines, more: { exchange, payouts } });
  expect(taken.status).toBe(201);
  expect(taken.body.exchange?.order).toMatchObject({
    id: exchangeId,
    receiptNumber: 'S01-T1-A-000003',
    changeMinor: 500,
    payments: [
      { kind: 'cash', amountMinor: 5_500 },
      { kind: 'exchange', amountMinor: 5_500 },
    ],
  });
  expect(taken.body.refund.exchange?.orderId).toBe(exchangeId);
  expect(await onHand(bread)).toBe(10_000 - 3_000 + 1_000 - 2_000);
  expect(
    (
      await till.call<ErrorAnswer>('POST', `/orders/${exchangeId}/void`, {
        body: { id: systemIds.uuid(), reason: 'x' },
      })
    ).body.error.code,
  ).toBe('void-refused');
  await expectSound();
});

test('what is worth more than what is taken instead is paid out', async () => {
  const { order } = await sell();
  const exchange = {
    id: systemIds.uuid(),
    lines: [{ lineId: systemIds.uuid(), productId: bread.id, quantityMilli: 1_000, unitPriceMinor: 5_500 }],
    tenders: [],
    totalMinor: 5_500,
  };
  const payouts = [
    { kind: 'exchange' as const, amountMinor: 5_500 },
    { kind: 'cash' as const, amountMinor: 5_500 },
  ];
  const taken = await takeBack(till, order, {
    lines: [{ position: 0, quantityMilli: 2_000 }],
    more: { exchange, payouts },
  });
  expect(taken.body.refund).toMatchObject({ totalMinor: 11_000, paidMinor: 11_000 });
  await expectSound();
});

test('without a receipt: at today’s prices, in cash or as store credit, capped', async () => {
  const back = (quantityMilli: number, more: object = {}) =>
    till.call<RefundCommitted & ErrorAnswer>('POST', '/refunds', {
      body: {
        id: systemIds.uuid(),
        orderId: null,
        lines: [
          {
            lineId: systemIds.uuid(),
            orderPosition: null,
            productId: bread.id,
            quantityMilli,
            restock: true,
          },
        ],
        reason: 'No receipt',
        payouts: [{ kind: 'cash', amountMinor: 5.5 * quantityMilli }],
        totalMinor: 5.5 * quantityMilli,
        ...more,
      },
    });
  const cash = await back(2_000);
  expect(cash.body.refund).toMatchObject({
    orderId: null,
    receiptNumber: 'S01-T1-A-000001',
    totalMinor: 11_000,
    taxes: [{ name: 'VAT', taxMinor: 1_179 }],
  });
  expect(await onHand(bread)).toBe(12_000);
  expect((await back(19_000)).body.error).toMatchObject({
    code: 'refund-refused',
    details: { mostMinor: 100_000 },
  });
  const card = { payouts: [{ kind: 'card', amountMinor: 5_500, reference: 'T 1' }] };
  expect((await back(1_000, card)).body.error.code).toBe('tender-unavailable');
  const credit = { payouts: [{ kind: 'store-credit', amountMinor: 5_500 }] };
  expect((await back(1_000, credit)).body.error.code).toBe('customer-needed');
  expect((await back(1_000, { ...credit, customerId: maria.id })).status).toBe(201);
  await expectSound();
});

test('a void takes the whole sale back within its shift, and keeps its number', async () => {
  const { order } = await sell();
  const id = systemIds.uuid();
  const send = (voidId = id) =>
    till.call<VoidCommitted & ErrorAnswer>('POST', `/orders/${order.id}/void`, {
      body: { id: voidId, reason: 'Rung up twice' },
    });
  const voided = await send();
  expect(voided.status).toBe(201);
  expect(voided.body.order).toMatchObject({
    state: 'voided',
    receiptNumber: order.receiptNumber,
    voided: { slipNumber: 1, reason: 'Rung up twice', by: 'Olivia Owner' },
  });
  expect((await send()).status).toBe(200);
  expect((await send(systemIds.uuid())).body.error).toMatchObject({
    code: 'void-refused',
    message: 'S01-T1-A-000001 is voided already.',
  });
  expect(await customer()).toMatchObject({ pointsBalance: 0, spentMinor: 0, visits: 0 });
  expect([await onHand(bread), await onHand(rice)]).toEqual([10_000, 50_000]);
  expect((await takeBack(till, order)).body.error.code).toBe('refund-refused');
  expect((await till.call<{ sumMinor: number }>('GET', '/orders')).body.sumMinor).toBe(0);
  await expectSound();
});

test('after the shift, or after a refund, a sale is not voided', async () => {
  const { order } = await sell();
  const other = await sell();
  await takeBack(till, other.order, { lines: [{ position: 0, quantityMilli: 1_000 }] });
  const send = ({ id }: Pick<Order, 'id'>) =>
    till.call<ErrorAnswer>('POST', `/orders/${id}/void`, { body: { id: systemIds.uuid(), reason: 'x' } });
  expect((await send(other.order)).body.error).toMatchObject({
    code: 'void-refused',
    message: 'Some of S01-T1-A-000002 has been refunded. Refund the rest instead.',
  });
  tamper(till, `UPDATE shifts SET state = 'closed'`);
  expect((await send(order)).body.error.code).toBe('shift-needed');
  await till.openShift();
  expect((await send(order)).body.error).toMatchObject({
    code: 'void-refused',
    message: 'The shift of S01-T1-A-000001 is closed and its Z report stands. Refund it instead.',
  });
  expect((await refundableOf(till, order.id)).voidRefusal).toContain('Refund it instead');
});

test('a sale is found by the number of its refund, and a refund is told whole', async () => {
  const { order } = await sell();
  const { refund } = (await takeBack(till, order)).body;
  const found = await till.call<{ items: { id: string }[] }>('GET', `/orders?search=${refund.receiptNumber}`);
  expect(found.body.items.map(({ id }) => id)).toEqual([order.id]);
  expect((await till.call('GET', `/refunds/${refund.id}`)).body).toEqual(refund);
  expect((await till.call<ErrorAnswer>('GET', `/refunds/${order.id}`)).body.error.code).toBe(
    'refund-unknown',
  );
  const looked = await till.call<{ kind: string; order: { id: string } }>(
    'GET',
    `/lookup/${refund.receiptNumber}`,
  );
  expect(looked.body).toMatchObject({ kind: 'receipt', order: { id: order.id } });
  const paper = await till.call<{ blocks: unknown }>('GET', `/refunds/${refund.id}/receipt`);
  const text = JSON.stringify(paper.body.blocks);
  for (const words of [
    'REFUND',
    order.receiptNumber,
    refund.receiptNumber,
    'Did not fit',
    'Points taken back',
  ])
    expect(text).toContain(words);
});

test('verifying finds refunds and voids that were changed past the engine', async () => {
  const { order } = await sell();
  const other = await sell();
  await takeBack(till, order, { lines: [{ position: 0, quantityMilli: 1_000 }] });
  await till.call('POST', `/orders/${other.order.id}/void`, { body: { id: systemIds.uuid(), reason: 'x' } });
  await expectSound();
  const problemsAfter = async (sql: string, back: string) => {
    tamper(till, sql);
    const { problems } = (await till.call<VerifyAnswer>('POST', '/journal/verify')).body;
    tamper(till, back);
    return problems.map(({ what }) => what).join(' ');
  };
  expect(
    await problemsAfter(
      'UPDATE refund_lines SET tax_minor = tax_minor - 1',
      'UPDATE refund_lines SET tax_minor = tax_minor + 1',
    ),
  ).toContain('its lines differ');
  expect(
    await problemsAfter('UPDATE refunds SET number = number + 1', 'UPDATE refunds SET number = number - 1'),
  ).toContain('no gap');
  expect(await problemsAfter(`UPDATE voids SET reason = 'y'`, `UPDATE voids SET reason = 'x'`)).toContain(
    'its void differs',
  );
  expect(
    await problemsAfter(
      `UPDATE orders SET refunded_minor = 1 WHERE refunded_minor = 5500`,
      `UPDATE orders SET refunded_minor = 5500 WHERE refunded_minor = 1`,
    ),
  ).toContain('refunds that are not the sum');
  expect(
    await problemsAfter(
      `UPDATE orders SET state = 'paid' WHERE state = 'voided'`,
      `UPDATE orders SET state = 'voided' WHERE receipt_number = '${other.order.receiptNumber}'`,
    ),
  ).toContain('state is not that');
  await expectSound();
});

test('the day counts what the shop kept: sales without the voided, less what came back, and by whom', async () => {
  const { order } = await sell();
  const other = await sell();
  const refunded = await takeBack(till, order, { lines: [{ position: 0, quantityMilli: 1_000 }] });
  await till.call('POST', `/orders/${other.order.id}/void`, { body: { id: systemIds.uuid(), reason: 'x' } });
  const { body: day } = await till.call<DayReport>('GET', '/reports/day');
  expect(day).toMatchObject({
    ordersCount: 1,
    totalMinor: order.totalMinor,
    refundsCount: 1,
    refundedMinor: 5_500,
    keptMinor: order.totalMinor - 5_500,
    refundedBy: [{ name: 'Olivia Owner', count: 1, totalMinor: 5_500 }],
    voidsCount: 1,
    voidedBy: [{ name: 'Olivia Owner', count: 1, totalMinor: other.order.totalMinor }],
    byTender: [{ kind: 'cash', count: 1, amountMinor: order.totalMinor - 5_500 }],
    taxes: [{ taxMinor: order.taxMinor - refunded.body.refund.taxMinor }],
    journal: { agrees: true },
  });
  expect(day.byProduct.find(({ name }) => name === 'Bread')).toMatchObject({
    quantityMilli: 2_000,
    totalMinor: 11_000,
  });
  expect(day.pointsIssued).toBe(order.pointsEarned - refunded.body.refund.pointsTaken);
});

test('a gift card comes back while nothing was taken from it, and what it paid goes back onto it', async () => {
  const commit = (more: object) =>
    till.call<OrderCommitted>('POST', '/orders', {
      body: { id: systemIds.uuid(), lines: [], tenders: [], ...more },
    });
  const sellCard = async () =>
    (
      await commit({
        giftCards: [{ lineId: systemIds.uuid(), amountMinor: 10_000 }],
        tenders: [{ kind: 'cash', amountMinor: 10_000 }],
        totalMinor: 10_000,
      })
    ).body;
  const unused = await sellCard();
  expect((await takeBack(till, unused.order)).status).toBe(201);
  const used = await sellCard();
  const code = used.giftCards[0]?.code;
  const bought = await commit({
    lines: [{ lineId: systemIds.uuid(), productId: bread.id, quantityMilli: 1_000, unitPriceMinor: 5_500 }],
    tenders: [{ kind: 'gift-card', amountMinor: 5_500, code }],
    totalMinor: 5_500,
  });
  expect((await takeBack(till, used.order)).body.error).toMatchObject({ code: 'refund-refused' });
  const back = await takeBack(till, bought.body.order);
  expect(back.body.refund.payments).toMatchObject([{ kind: 'gift-card', amountMinor: 5_500 }]);
  expect((await till.call<Credit>('GET', `/gift-cards/${code}`)).body.balanceMinor).toBe(10_000);
  const voided = await till.call('POST', `/orders/${used.order.id}/void`, {
    body: { id: systemIds.uuid(), reason: 'x' },
  });
  expect(voided.status).toBe(201);
  await expectSound();
  const { body: day } = await till.call<DayReport>('GET', '/reports/day');
  const taken = day.byTender.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  expect([day.journal.agrees, day.keptMinor + day.giftCardsMinor]).toEqual([true, taken]);
});

test('money goes back only where it can be spent, and goods only where they came from', async () => {
  const untracked = await makeProduct(till, { name: 'Wrapping', priceMinor: 2_000, tracksStock: false });
  const commit = (more: object) =>
    till.call<OrderCommitted>('POST', '/orders', { body: { id: systemIds.uuid(), lines: [], ...more } });
  const lineOf = (product: Product) => ({
    lineId: systemIds.uuid(),
    productId: product.id,
    quantityMilli: 1_000,
    unitPriceMinor: product.priceMinor,
  });
  const plain = await commit({
    lines: [lineOf(untracked)],
    tenders: [{ kind: 'cash', amountMinor: 2_000 }],
    totalMinor: 2_000,
  });
  await till.call('PATCH', `/products/${untracked.id}`, { body: { tracksStock: true } });
  const returned = await takeBack(till, plain.body.order, { restock: true });
  expect(returned.body.refund.lines).toMatchObject([{ restock: false }]);

  const card = await commit({
    giftCards: [{ lineId: systemIds.uuid(), amountMinor: 10_000 }],
    tenders: [{ kind: 'cash', amountMinor: 10_000 }],
    totalMinor: 10_000,
  });
  const code = card.body.giftCards[0]?.code;
  const { body: credit } = await till.call<Credit>('GET', `/gift-cards/${code}`);
  const bought = await commit({
    lines: [lineOf(bread)],
    tenders: [{ kind: 'gift-card', amountMinor: 5_500, code }],
    totalMinor: 5_500,
  });
  const blocked = await till.call('PATCH', `/credits/${credit.id}`, {
    body: { blocked: true, reason: 'Lost' },
  });
  expect(blocked.status).toBe(200);
  const refused = await takeBack(till, bought.body.order);
  expect(refused.body.error).toMatchObject({ code: 'credit-refused' });

  await till.call('PATCH', '/settings', { body: { credit: { storeCredit: false } } });
  const payouts = [{ kind: 'store-credit' as const, amountMinor: 5_500 }];
  const asCredit = await takeBack(till, bought.body.order, { more: { payouts } });
  expect(asCredit.body.error).toMatchObject({ code: 'tender-unavailable' });
  const inCash = { payouts: [{ kind: 'cash' as const, amountMinor: 5_500 }] };
  expect((await takeBack(till, bought.body.order, { more: inCash })).status).toBe(201);
  await expectSound();
});
