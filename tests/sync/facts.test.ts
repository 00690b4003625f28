import { expect, test } from 'vitest';
import { systemIds } from '../../electron/engine/ids.ts';
import { listOverRefunds } from '../../electron/engine/refunds/index.ts';
import type { ErrorAnswer } from '../../shared/api/common.ts';
import type { Credit, CustomerCredits } from '../../shared/api/credits.ts';
import type { Customer } from '../../shared/api/customers.ts';
import type { Order, OrderCommitted } from '../../shared/api/orders.ts';
import type { JournalEntry } from '../../shared/api/reports.ts';
import type { Refundable } from '../../shared/api/refunds.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { createExchange } from '../fixtures/exchange.ts';
import { makeProduct, ringUp, tamper } from '../fixtures/ring-up.ts';
import { takeBack } from '../fixtures/take-back.ts';

/** Two tills of one shop, each with a shift, and bread for 100.00. */
async function openShop() {
  const [one, two] = [await openTestEngine(), await openTestEngine()];
  await one.setUp();
  await two.setUp();
  const bread = await makeProduct(one, { name: 'Bread', priceMinor: 10_000 });
  const exchange = createExchange([one.engine.context, two.engine.context]);
  await exchange();
  await one.openShift();
  await two.openShift();
  const sound = async () => {
    for (const { engine } of [one, two]) expect((await engine.verify()).problems).toEqual([]);
  };
  return { one, two, bread, exchange, sound };
}

const orderAt = async (till: TestEngine, id: string) => (await till.call<Order>('GET', `/orders/${id}`)).body;

test('a sale of another till is in no shift here, is refunded here, and voided there', async () => {
  const { one, two, bread, exchange, sound } = await openShop();
  const { order } = await ringUp(one, { lines: [{ product: bread, quantityMilli: 2_000 }] });
  // Both tills began as the same register: the receipt that came later is told apart.
  const own = await ringUp(two, { lines: [{ product: bread, quantityMilli: 1_000 }] });
  expect(own.order.receiptNumber).toBe(order.receiptNumber);
  await exchange();
  const here = await orderAt(two, order.id);
  expect(here).toMatchObject({ shiftNumber: null, totalMinor: 20_000, pointsBalanceAfter: null });
  expect(here.receiptNumber.startsWith(`${order.receiptNumber}~`)).toBe(true);
  const { body } = await two.call<Refundable>('GET', `/orders/${order.id}/refundable`);
  expect(body).toMatchObject({ refusal: null, leftMinor: 20_000 });
  expect(body.voidRefusal).toContain('another till');
  expect((await takeBack(two, order, { lines: [{ position: 0, quantityMilli: 1_000 }] })).status).toBe(201);
  await exchange();
  expect(await orderAt(one, order.id)).toMatchObject({ refundedMinor: 10_000, state: 'paid' });
  expect((await one.call('GET', `/products/${bread.id}`)).body).toMatchObject({ onHandMilli: -2_000 });
  await sound();
});

test('the journal lists what other tills did, with the register that did it', async () => {
  const { one, two, bread, exchange } = await openShop();
  const { order } = await ringUp(one, { lines: [{ product: bread, quantityMilli: 1_000 }] });
  await exchange();
  const search = encodeURIComponent(order.receiptNumber);
  const { body } = await two.call<{ items: JournalEntry[] }>('GET', `/journal?search=${search}`);
  expect(body.items).toMatchObject([{ kind: 'sale.committed', from: { register: '?' } }]);
  const all = await two.call<{ items: JournalEntry[]; total: number }>('GET', '/journal?limit=200');
  expect(all.body.items).toHaveLength(all.body.total);
  const times = all.body.items.map(({ at }) => at);
  expect(times).toEqual([...times].sort().reverse());
});

test('two tills refund one sale at once: both stand, and a person is told', async () => {
  const { one, two, bread, exchange, sound } = await openShop();
  const { order } = await ringUp(one, { lines: [{ product: bread, quantityMilli: 1_000 }] });
  await exchange();
  expect((await takeBack(one, order)).status).toBe(201);
  expect((await takeBack(two, order)).status).toBe(201);
  await exchange();
  for (const till of [one, two]) {
    expect(await orderAt(till, order.id)).toMatchObject({ state: 'refunded', refundedMinor: 20_000 });
    expect(listOverRefunds(till.engine.context.read)).toMatchObject([
      { orderId: order.id, paidMinor: 10_000, backMinor: 20_000, because: 'refunded-twice' },
    ]);
    const lines = [{ position: 0, quantityMilli: 1_000 }];
    expect((await takeBack(till, order, { lines })).body.error.code).toBe('refund-exceeds');
  }
  await sound();
});

test('a gift card that one till sold pays at the other, by its code; the code stays with who sold it', async () => {
  const { one, two, bread, exchange, sound } = await openShop();
  const sold = await one.call<OrderCommitted>('POST', '/orders', {
    body: {
      id: systemIds.uuid(),
      lines: [],
      giftCards: [{ lineId: systemIds.uuid(), amountMinor: 15_000 }],
      tenders: [{ kind: 'cash', amountMinor: 15_000 }],
      totalMinor: 15_000,
    },
  });
  const code = sold.body.giftCards[0]?.code ?? '';
  await exchange();
  const known = await two.call<Credit>('GET', `/gift-cards/${code}`);
  expect(known.body).toMatchObject({ balanceMinor: 15_000, codeEnd: null, state: 'usable' });
  const pay = (till: TestEngine) =>
    till.call<OrderCommitted & ErrorAnswer>('POST', '/orders', {
      body: {
        id: systemIds.uuid(),
        lines: [
          { lineId: systemIds.uuid(), productId: bread.id, quantityMilli: 1_000, unitPriceMinor: 10_000 },
        ],
        tenders: [{ kind: 'gift-card', amountMinor: 10_000, code }],
        totalMinor: 10_000,
      },
    });
  // Both tills, not knowing of each other: what was taken twice is shown, never hidden.
  expect((await pay(two)).status).toBe(201);
  expect((await pay(one)).status).toBe(201);
  await exchange();
  for (const till of [one, two]) {
    expect((await till.call<Credit>('GET', `/gift-cards/${code}`)).body.balanceMinor).toBe(-5_000);
    expect((await pay(till)).body.error.code).toBe('credit-short');
  }
  await sound();
});

test('a customer has one account, though two tills opened it', async () => {
  const { one, two, exchange, sound } = await openShop();
  const { body: maria } = await one.call<Customer>('POST', '/customers', { body: { name: 'Maria' } });
  await exchange();
  for (const till of [one, two]) {
    const body = { id: systemIds.uuid(), kind: 'store-credit', amountMinor: 3_000, reason: 'Sorry' };
    expect((await till.call('POST', `/customers/${maria.id}/credits`, { body })).status).toBeLessThan(300);
  }
  await exchange();
  const credits = await Promise.all(
    [one, two].map((till) => till.call<CustomerCredits>('GET', `/customers/${maria.id}/credits`)),
  );
  const [here, there] = credits.map(({ body }) => body.storeCredit);
  expect(here).toMatchObject({ balanceMinor: 6_000, id: there?.id });
  await sound();
});

test('a Z report tells of its own till alone, and the day of all', async () => {
  const { one, two, bread, exchange } = await openShop();
  await ringUp(one, { lines: [{ product: bread, quantityMilli: 3_000 }] });
  await ringUp(two, { lines: [{ product: bread, quantityMilli: 1_000 }] });
  await exchange();
  const x = await two.call('GET', '/shifts/current/x-report');
  const day = await two.call('GET', '/reports/day?date=2026-03-02');
  expect(day.body).toMatchObject({ ordersCount: 2, totalMinor: 40_000, journal: { agrees: true } });
  expect(x.body).toMatchObject({ facts: { sales: { count: 1, totalMinor: 10_000 }, addenda: [] } });
});

test('numbers that this register gave in a former life are not given again', async () => {
  const [former, now] = [await openTestEngine(), await openTestEngine()];
  await former.setUp();
  await now.setUp();
  const { writer } = former.engine.context.identity();
  tamper(
    now,
    `INSERT INTO registers VALUES ('r', 'T1', '', NULL); INSERT INTO streams VALUES ('${writer}', 'r')`,
  );
  const move = (till: TestEngine) =>
    till.call<{ slipNumber: number }>('POST', '/cash-moves', {
      body: { id: systemIds.uuid(), kind: 'in', amountMinor: 5_000, reason: 'Change' },
    });
  await former.openShift();
  expect((await move(former)).body.slipNumber).toBe(1);
  await createExchange([former.engine.context, now.engine.context])();
  await now.openShift();
  expect((await now.call('GET', '/shifts/current')).body).toMatchObject({ shift: { number: 2 } });
  expect((await move(now)).body.slipNumber).toBe(2);
  expect((await now.engine.verify()).problems).toEqual([]);
});

test('what was changed in the rows or entries of another till is noticed', async () => {
  const { one, two, bread, exchange } = await openShop();
  await ringUp(one, { lines: [{ product: bread, quantityMilli: 1_000 }] });
  await exchange();
  const [{ writer }] = [one.engine.context.identity()];
  tamper(two, `UPDATE orders SET total_minor = total_minor + 1 WHERE journal_seq < 0`);
  expect((await two.engine.verify()).content).toBe(false);
  tamper(two, `UPDATE orders SET total_minor = total_minor - 1 WHERE journal_seq < 0`);
  expect((await two.engine.verify()).content).toBe(true);
  tamper(
    two,
    `DROP TRIGGER journal_no_update; UPDATE journal SET actor = 'x' WHERE stream = '${writer}' AND stream_seq = 3`,
  );
  expect((await two.engine.verify()).problems).toMatchObject([{ what: 'This entry was altered.' }]);
});

test('sales and refunds are listed by when they were made, not by when they arrived', async () => {
  const { one, two, bread, exchange } = await openShop();
  const sale = { lines: [{ product: bread, quantityMilli: 2_000 }] };
  const early = await ringUp(one, sale);
  await takeBack(one, early.order, { lines: [{ position: 0, quantityMilli: 1_000 }] });
  two.clock.advance(60_000);
  const late = await ringUp(two, sale);
  await takeBack(two, late.order, { lines: [{ position: 0, quantityMilli: 1_000 }] });
  await exchange();
  for (const till of [one, two]) {
    const { body } = await till.call<{ items: { id: string }[] }>('GET', '/orders');
    expect(body.items.map(({ id }) => id)).toEqual([late.order.id, early.order.id]);
    const refunds = await till.call<{ items: { orderId: string }[] }>('GET', '/refunds');
    expect(refunds.body.items.map(({ orderId }) => orderId)).toEqual([late.order.id, early.order.id]);
  }
});

test('what another till printed is printed here as a copy, with a reason to show for it', async () => {
  const { one, two, bread, exchange } = await openShop();
  const sale = { lines: [{ product: bread, quantityMilli: 1_000 }] };
  const [sold, voided, back] = [await ringUp(one, sale), await ringUp(one, sale), await ringUp(one, sale)];
  await one.call('POST', `/orders/${voided.order.id}/void`, {
    body: { id: systemIds.uuid(), reason: 'Wrong' },
  });
  const { body: refund } = await takeBack(one, back.order);
  await exchange();
  await two.call('PATCH', '/settings', { body: { printer: { kind: 'network', host: '127.0.0.1' } } });
  const papers = [
    `/orders/${sold.order.id}/receipt/print`,
    `/orders/${voided.order.id}/void/print`,
    `/refunds/${refund.refund.id}/receipt/print`,
  ];
  for (const path of papers) expect((await two.call('POST', path, { body: {} })).status).toBe(202);
  const { body } = await two.call<{ items: JournalEntry[] }>('GET', '/journal?limit=3');
  expect(body.items.map(({ kind }) => kind)).toEqual([
    'paper.reprinted',
    'paper.reprinted',
    'receipt.reprinted',
  ]);
});
