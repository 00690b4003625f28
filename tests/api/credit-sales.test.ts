import { expect, test } from 'vitest';
import { systemIds } from '../../electron/engine/ids.ts';
import type { ErrorAnswer } from '../../shared/api/common.ts';
import type { AccountPayment, Credit, CustomerCredits } from '../../shared/api/credits.ts';
import type { Customer } from '../../shared/api/customers.ts';
import type { OrderCommit, OrderCommitted } from '../../shared/api/orders.ts';
import type { VerifyAnswer } from '../../shared/api/reports.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';

type Shop = { till: TestEngine; productId: string; customerId: string };
type Sale = Partial<OrderCommit> & Pick<OrderCommit, 'tenders' | 'totalMinor'>;

/** A shop with bread for 100.00, a customer, and accounts up to 2000.00. */
async function openShop(): Promise<Shop> {
  const till = await openTestEngine();
  await till.setUp();
  await till.openShift();
  await till.call('PATCH', '/settings', { body: { credit: { onAccount: true } } });
  const product = { name: 'Bread', priceMinor: 10_000 };
  const { body } = await till.call<{ id: string }>('POST', '/products', { body: product });
  const customer = await till.call<Customer>('POST', '/customers', { body: { name: 'Maria Santos' } });
  return { till, productId: body.id, customerId: customer.body.id };
}

function bread({ productId }: Shop, count = 1): OrderCommit['lines'] {
  return [{ lineId: systemIds.uuid(), productId, quantityMilli: 1000 * count, unitPriceMinor: 10_000 }];
}

const sell = ({ till }: Shop, sale: Sale, token?: string) =>
  till.call<OrderCommitted & ErrorAnswer>('POST', '/orders', {
    body: { id: systemIds.uuid(), lines: [], ...sale },
    ...(token === undefined ? {} : { token }),
  });

async function sellCard(shop: Shop, amountMinor: number): Promise<string> {
  const { body } = await sell(shop, {
    giftCards: [{ lineId: systemIds.uuid(), amountMinor }],
    tenders: [{ kind: 'cash', amountMinor }],
    totalMinor: amountMinor,
  });
  return body.giftCards[0]?.code ?? '';
}

const balance = async ({ till }: Shop, code: string) =>
  (await till.call<Credit>('GET', `/gift-cards/${code}`)).body.balanceMinor;

const expectSound = async ({ till }: Shop) =>
  expect((await till.call<VerifyAnswer>('POST', '/journal/verify')).body).toMatchObject({ problems: [] });

test('a gift card is sold without tax, discount and points, and printed with its code', async () => {
  const shop = await openShop();
  const id = systemIds.uuid();
  const sale = {
    id,
    customerId: shop.customerId,
    lines: bread(shop),
    giftCards: [{ lineId: systemIds.uuid(), amountMinor: 50_000 }],
    tenders: [{ kind: 'cash' as const, amountMinor: 60_000 }],
    totalMinor: 60_000,
  };
  const { status, body } = await sell(shop, sale);
  expect(status).toBe(201);
  expect(body.order).toMatchObject({ totalMinor: 60_000, taxMinor: 1_071, pointsEarned: 10, itemCount: 2 });
  expect(body.order.lines[1]).toMatchObject({ kind: 'gift-card', taxMinor: 0, totalMinor: 50_000 });
  const code = body.giftCards[0]?.code ?? '';
  expect(code).toMatch(/^GC1(-[0-9A-Z]{4}){4}$/);
  expect(await balance(shop, code)).toBe(50_000);
  expect((await sell(shop, sale)).body).toMatchObject({ repeated: true, giftCards: [{ code }] });
  await expectSound(shop);
});

test('a card is used in parts, with cash and a tip beside it, until nothing is left', async () => {
  const shop = await openShop();
  const code = await sellCard(shop, 15_000);
  const withTip: Sale = {
    lines: bread(shop),
    tenders: [
      { kind: 'gift-card', amountMinor: 9_000, code: code.toLowerCase() },
      { kind: 'cash', amountMinor: 5_000 },
    ],
    tipMinor: 1_500,
    totalMinor: 10_000,
  };
  expect((await sell(shop, withTip)).body.error).toMatchObject({
    code: 'tender-unavailable',
    field: 'tipMinor',
  });
  await shop.till.call('PATCH', '/settings', { body: { counter: { tips: true } } });
  const first = await sell(shop, withTip);
  expect(first.body.order).toMatchObject({ tipMinor: 1_500, paidMinor: 11_500, changeMinor: 2_500 });
  expect(await balance(shop, code)).toBe(6_000);
  const tooMuch = await sell(shop, {
    lines: bread(shop),
    tenders: [
      { kind: 'gift-card', amountMinor: 4_000, code },
      { kind: 'gift-card', amountMinor: 6_000, code },
    ],
    totalMinor: 10_000,
  });
  expect(tooMuch.body.error).toMatchObject({
    code: 'credit-short',
    message: 'This gift card has PHP 60.00 left. Take that, and the rest another way.',
    field: 'tenders.1.amountMinor',
    details: { leftMinor: 6_000 },
  });
  expect(await balance(shop, code)).toBe(6_000);
  await expectSound(shop);
});

test('one card in two sales at once: one goes through, the other is told what is left', async () => {
  const shop = await openShop();
  const code = await sellCard(shop, 15_000);
  const spend = () =>
    sell(shop, {
      lines: bread(shop),
      tenders: [{ kind: 'gift-card', amountMinor: 10_000, code }],
      totalMinor: 10_000,
    });
  const answers = await Promise.all([spend(), spend(), spend()]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  for (const { status, body } of answers)
    if (status === 409)
      expect(body.error).toMatchObject({ code: 'credit-short', details: { leftMinor: 5_000 } });
  expect(await balance(shop, code)).toBe(5_000);
  await expectSound(shop);
});

test.each([
  ['a code that is none', { code: 'GC1-0000' }, 'credit-unknown'],
  ['no code', {}, 'credit-unknown'],
  ['a bank card’s number', { code: '4111 1111 1111 1111' }, 'card-number-refused'],
])('a gift card with %s is refused', async (_, more, code) => {
  const shop = await openShop();
  const { body } = await sell(shop, {
    lines: bread(shop),
    tenders: [{ kind: 'gift-card', amountMinor: 10_000, ...more }],
    totalMinor: 10_000,
  });
  expect(body.error).toMatchObject({ code, field: 'tenders.0.code' });
});

test('gift cards are not bought with gift cards; blocked ones pay for nothing; none are sold where the shop sells none', async () => {
  const shop = await openShop();
  const code = await sellCard(shop, 15_000);
  const giftCards = [{ lineId: systemIds.uuid(), amountMinor: 5_000 }];
  const tenders = [{ kind: 'gift-card' as const, amountMinor: 5_000, code }];
  expect((await sell(shop, { giftCards, tenders, totalMinor: 5_000 })).body.error).toMatchObject({
    code: 'tender-unavailable',
    message: 'Gift cards cannot be paid with a gift card or points. Take another payment for them.',
  });
  const { body } = await shop.till.call<Credit>('GET', `/gift-cards/${code}`);
  await shop.till.call('PATCH', `/credits/${body.id}`, {
    body: { blocked: true, reason: 'Reported stolen' },
  });
  const blocked = {
    lines: bread(shop),
    tenders: tenders.map((tender) => ({ ...tender, amountMinor: 10_000 })),
    totalMinor: 10_000,
  };
  expect((await sell(shop, blocked)).body.error).toMatchObject({
    code: 'credit-refused',
    message: 'This gift card is blocked: Reported stolen. Take another payment.',
  });
  await shop.till.call('PATCH', '/settings', { body: { credit: { giftCards: false } } });
  const cash = [{ kind: 'cash' as const, amountMinor: 5_000 }];
  expect((await sell(shop, { giftCards, tenders: cash, totalMinor: 5_000 })).body.error.code).toBe(
    'credit-refused',
  );
  await expectSound(shop);
});

test('on account: for a customer, up to the limit, approved above what staff may do alone', async () => {
  const shop = await openShop();
  const { till, customerId } = shop;
  await till.call('PATCH', '/settings', {
    body: { acts: { 'charge-account': { within: 'allow', limit: 15_000, beyond: 'manager' } } },
  });
  const token = await till.signInStaff();
  const charge = (count: number, more: Partial<OrderCommit> = {}, by: string | undefined = token) =>
    sell(
      shop,
      {
        customerId,
        lines: bread(shop, count),
        tenders: [{ kind: 'on-account', amountMinor: 10_000 * count }],
        totalMinor: 10_000 * count,
        ...more,
      },
      by,
    );
  expect((await charge(1, { customerId: null })).body.error.code).toBe('customer-needed');
  expect((await charge(1)).status).toBe(201);
  const id = systemIds.uuid();
  const lines = bread(shop, 2);
  const needed = await charge(2, { id, lines });
  expect(needed.body.error).toMatchObject({
    code: 'approval-needed',
    details: { act: 'charge-account', way: 'manager', figure: 20_000, subject: id },
  });
  const approvalId = systemIds.uuid();
  const asked = { id: approvalId, act: 'charge-account', subject: id, figure: 20_000, pin: '2580' };
  expect((await till.call('POST', '/approvals', { token, body: asked })).status).toBe(201);
  expect((await charge(2, { id, lines, approvalIds: [approvalId] })).status).toBe(201);
  expect((await charge(18, {}, undefined)).body.error).toMatchObject({
    code: 'credit-short',
    message: 'The customer may put PHP 1700.00 more on account. Take the rest another way.',
  });
  const { body } = await till.call<CustomerCredits>('GET', `/customers/${customerId}/credits`);
  expect(body.account).toMatchObject({ balanceMinor: -30_000, leftMinor: 170_000 });
  await expectSound(shop);
});

test('store credit is spent by its customer only', async () => {
  const shop = await openShop();
  const { till, customerId } = shop;
  await till.call('POST', `/customers/${customerId}/credits`, {
    body: { id: systemIds.uuid(), kind: 'store-credit', amountMinor: 12_000, reason: 'Goodwill' },
  });
  const tenders = [{ kind: 'store-credit' as const, amountMinor: 10_000 }];
  const spend = (who: string | null) =>
    sell(shop, { customerId: who, lines: bread(shop), tenders, totalMinor: 10_000 });
  expect((await spend(null)).body.error.code).toBe('customer-needed');
  expect((await spend(customerId)).status).toBe(201);
  expect((await spend(customerId)).body.error).toMatchObject({
    code: 'credit-short',
    details: { leftMinor: 2_000 },
  });
  await expectSound(shop);
});

test('what is owed is paid off at the till: a slip, the drawer’s shift, never more than is owed, once per id', async () => {
  const shop = await openShop();
  const { till, customerId } = shop;
  const tenders = [{ kind: 'on-account' as const, amountMinor: 10_000 }];
  await sell(shop, { customerId, lines: bread(shop), tenders, totalMinor: 10_000 });
  const pay = (body: object) =>
    till.call<AccountPayment & ErrorAnswer>('POST', `/customers/${customerId}/account/payments`, {
      body: { id: systemIds.uuid(), tender: 'cash', ...body },
    });
  const id = systemIds.uuid();
  const paid = { slipNumber: 1, amountMinor: 4_000, credit: { balanceMinor: -6_000 } };
  expect(await pay({ id, amountMinor: 4_000 })).toMatchObject({ status: 201, body: paid });
  expect(await pay({ id, amountMinor: 4_000 })).toMatchObject({ status: 200, body: paid });
  expect((await pay({ amountMinor: 6_001 })).body.error).toMatchObject({
    code: 'amount-over-due',
    message: 'The customer owes PHP 60.00. Take at most that.',
  });
  expect((await pay({ tender: 'card', amountMinor: 100 })).body.error).toMatchObject({
    code: 'tender-reference-required',
    field: 'reference',
  });
  const card = { tender: 'card', amountMinor: 100, reference: '4242 4242 4242 4242' };
  expect((await pay(card)).body.error.code).toBe('card-number-refused');
  expect((await pay({ tender: 'ewallet', amountMinor: 6_000, reference: 'G 123' })).body).toMatchObject({
    slipNumber: 2,
    credit: { balanceMinor: 0 },
  });
  expect((await pay({ amountMinor: 1 })).body.error.message).toBe('This customer owes nothing on account.');
  await expectSound(shop);
});
