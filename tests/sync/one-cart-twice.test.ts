import { expect, test } from 'vitest';
import { systemIds } from '../../electron/engine/ids.ts';
import type { Customer } from '../../shared/api/customers.ts';
import type { Order, OrderCommitted } from '../../shared/api/orders.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { createExchange } from '../fixtures/exchange.ts';
import { makeProduct } from '../fixtures/ring-up.ts';
import { takeBack } from '../fixtures/take-back.ts';

/** Three tills of one shop; the first two are copies of each other, with one cart parked. */
async function openShop() {
  const tills = [await openTestEngine(), await openTestEngine(), await openTestEngine()] as const;
  for (const till of tills) await till.setUp();
  const [one] = tills;
  const bread = await makeProduct(one, { name: 'Bread', priceMinor: 10_000, tracksStock: true });
  const { body: ana } = await one.call<Customer>('POST', '/customers', { body: { name: 'Ana' } });
  const exchange = createExchange(tills.map(({ engine }) => engine.context));
  await exchange();
  for (const till of tills) await till.openShift();
  const cart = {
    id: systemIds.uuid(),
    customerId: ana.id,
    lines: [{ lineId: systemIds.uuid(), productId: bread.id, quantityMilli: 2_000, unitPriceMinor: 10_000 }],
    tenders: [{ kind: 'cash', amountMinor: 20_000 }],
    totalMinor: 20_000,
  };
  const pay = async (till: TestEngine): Promise<Order> => {
    const { status, body } = await till.call<OrderCommitted>('POST', '/orders', { body: cart });
    expect(status).toBe(201);
    return body.order;
  };
  return { tills, bread, ana, exchange, cart, pay };
}

test('a cart that was paid at two copies of a till counts twice on every till', async () => {
  const { tills, bread, ana, exchange, cart, pay } = await openShop();
  const [one, two, three] = tills;
  // So that the receipts have other numbers.
  await two.call('POST', '/orders', {
    body: { ...cart, id: systemIds.uuid(), lines: [{ ...cart.lines[0], lineId: systemIds.uuid() }] },
  });
  const first = await pay(one);
  const second = await pay(two);
  expect(second.receiptNumber).not.toBe(first.receiptNumber);
  await exchange();
  for (const till of tills) {
    expect((await till.call('GET', '/reports/day?date=2026-03-02')).body).toMatchObject({
      ordersCount: 3,
      totalMinor: 60_000,
    });
    expect((await till.call('GET', `/products/${bread.id}`)).body).toMatchObject({ onHandMilli: -6_000 });
    expect((await till.call('GET', `/customers/${ana.id}`)).body).toMatchObject({
      pointsBalance: 60,
      visits: 3,
    });
  }

  // Each till takes back of the sale that it means, by whatever id it knows that.
  const { body } = await three.call<{ items: Order[] }>('GET', '/orders');
  const idOf = (number: string) =>
    body.items.find((order) => order.receiptNumber.startsWith(number))?.id ?? '';
  for (const { receiptNumber } of [first, second])
    expect((await takeBack(three, { id: idOf(receiptNumber) })).status).toBe(201);
  await exchange();
  for (const till of tills) {
    const { items } = (await till.call<{ items: Order[] }>('GET', '/orders')).body;
    expect(items.map(({ state }) => state).toSorted()).toEqual(['paid', 'refunded', 'refunded']);
    expect((await till.engine.verify()).problems).toEqual([]);
  }
});

test('a void of one of them leaves the other as it is', async () => {
  const { tills, exchange, pay } = await openShop();
  const [one, two] = tills;
  await pay(one);
  const { id } = await pay(two);
  await exchange();
  const voided = await two.call('POST', `/orders/${id}/void`, {
    body: { id: systemIds.uuid(), reason: 'Paid twice' },
  });
  expect(voided.status).toBe(201);
  await exchange();
  for (const till of tills) {
    const { items } = (await till.call<{ items: Order[] }>('GET', '/orders')).body;
    expect(items.map(({ state }) => state).toSorted()).toEqual(['paid', 'voided']);
    expect((await till.engine.verify()).problems).toEqual([]);
  }
});
