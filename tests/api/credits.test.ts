import { expect, test } from 'vitest';
import {
  checkCredits,
  creditsOfVoid,
  customerCredit,
  openCredit,
  writeCredit,
} from '../../electron/engine/credits/index.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import type { Credit, CreditEntry, CreditPage, CustomerCredits } from '../../shared/api/credits.ts';
import type { ErrorAnswer } from '../../shared/api/common.ts';
import type { Customer } from '../../shared/api/customers.ts';
import type { VerifyAnswer } from '../../shared/api/reports.ts';
import { giftCardText } from '../../shared/domain/gift-card-code.ts';
import { ok } from '../../shared/domain/result.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';

async function openShop(): Promise<{ till: TestEngine; customerId: string }> {
  const till = await openTestEngine();
  await till.setUp();
  await till.openShift();
  const { body } = await till.call<Customer>('POST', '/customers', { body: { name: 'Maria Santos' } });
  return { till, customerId: body.id };
}

/** A card with nothing on it, as the sale of one makes it. */
async function makeCard({ engine: { context } }: TestEngine, expiresOn: string | null = null) {
  const made = await context.write((tx) =>
    ok(
      openCredit(
        context,
        tx,
        { id: systemIds.uuid(), kind: 'gift-card', customerId: null, expiresOn },
        'system',
      ),
    ),
  );
  if (!made.ok) throw new Error(made.failure.message);
  return made.value;
}

const expectSound = async (till: TestEngine) =>
  expect((await till.call<VerifyAnswer>('POST', '/journal/verify')).body).toMatchObject({ problems: [] });

test('store credit by hand: given, corrected, never below nothing, once per id', async () => {
  const { till, customerId } = await openShop();
  const path = `/customers/${customerId}/credits`;
  const give = (id: string, amountMinor: number, reason = 'A present') =>
    till.call<Credit & ErrorAnswer>('POST', path, {
      body: { id, kind: 'store-credit', amountMinor, reason },
    });
  const id = systemIds.uuid();
  expect(await give(id, 5_000)).toMatchObject({
    status: 201,
    body: { balanceMinor: 5_000, leftMinor: 5_000 },
  });
  expect(await give(id, 5_000)).toMatchObject({ status: 200, body: { balanceMinor: 5_000 } });
  expect(await give(systemIds.uuid(), -2_000, 'Typing error')).toMatchObject({
    body: { balanceMinor: 3_000 },
  });
  expect((await give(systemIds.uuid(), -3_001)).body.error).toMatchObject({
    code: 'credit-short',
    message: 'The customer has PHP 30.00 of store credit left. Take that, and the rest another way.',
    field: 'amountMinor',
    details: { leftMinor: 3_000 },
  });
  expect((await give(systemIds.uuid(), 0)).body.error.code).toBe('money-invalid');

  const { body } = await till.call<CustomerCredits>('GET', path);
  expect(body).toMatchObject({ storeCredit: { balanceMinor: 3_000, codeEnd: null }, account: null });
  const entries = await till.call<{ items: CreditEntry[]; total: number }>(
    'GET',
    `/credits/${body.storeCredit?.id}/entries`,
  );
  expect(entries.body).toMatchObject({
    total: 2,
    items: [
      { kind: 'adjusted', amountMinor: -2_000, balanceAfterMinor: 3_000, reason: 'Typing error' },
      {
        kind: 'adjusted',
        amountMinor: 5_000,
        balanceAfterMinor: 5_000,
        reason: 'A present',
        by: 'Olivia Owner',
      },
    ],
  });
  await expectSound(till);
});

test('a gift card: found however its code is typed, blocked with a reason, expired after its last day', async () => {
  const { till } = await openShop();
  const card = await makeCard(till, '2026-03-02');
  const text = giftCardText(card.code ?? '');
  const enquire = (code: string) =>
    till.call<Credit & ErrorAnswer>('GET', `/gift-cards/${encodeURIComponent(code)}`);
  expect(await enquire(text.toLowerCase())).toMatchObject({
    status: 200,
    body: { id: card.id, state: 'usable', codeEnd: text.slice(-4), expiresOn: '2026-03-02' },
  });
  expect(JSON.stringify((await enquire(text)).body)).not.toContain(text.slice(4, 13));
  expect((await enquire(`${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`)).body.error).toMatchObject({
    code: 'credit-unknown',
    message: 'This is not a gift card’s code. Check each character: GC1 and four groups of four.',
  });
  expect((await enquire('4111 1111 1111 1111')).body.error.code).toBe('card-number-refused');

  const change = (body: object) => till.call<Credit & ErrorAnswer>('PATCH', `/credits/${card.id}`, { body });
  expect((await change({ blocked: true })).status).toBe(400);
  expect((await change({ blocked: true, reason: 'Reported lost' })).body).toMatchObject({
    state: 'blocked',
    blockedReason: 'Reported lost',
  });
  expect((await change({ blocked: false, reason: 'Found' })).body).toMatchObject({
    state: 'usable',
    blockedReason: '',
  });
  till.clock.advance(86_400_000);
  const later = await till.restart();
  const path = `/credits/${card.id}`;
  expect((await later.call<Credit>('GET', path)).body).toMatchObject({ state: 'expired', leftMinor: 0 });
  const forEver = { expiresOn: null, reason: 'Goodwill' };
  expect((await later.call<Credit>('PATCH', path, { body: forEver })).body.state).toBe('usable');
  await expectSound(later);
});

test('the list tells what the shop owes and is owed; staff may look and not change', async () => {
  const { till, customerId } = await openShop();
  const adjust = (kind: string, amountMinor: number) =>
    till.call('POST', `/customers/${customerId}/credits`, {
      body: { id: systemIds.uuid(), kind, amountMinor, reason: 'Opening balance' },
    });
  await adjust('store-credit', 12_000);
  await adjust('on-account', -50_000);
  const { body } = await till.call<CreditPage>('GET', '/credits?open=true&search=santos');
  expect(body).toMatchObject({
    total: 2,
    outstanding: { giftCardsMinor: 0, storeCreditMinor: 12_000, onAccountMinor: 50_000 },
    items: [
      { kind: 'on-account', balanceMinor: -50_000, leftMinor: 150_000 },
      { kind: 'store-credit', balanceMinor: 12_000 },
    ],
  });
  expect(
    (await till.call<Credit>('PATCH', `/customers/${customerId}/account`, { body: { limitMinor: 60_000 } }))
      .body,
  ).toMatchObject({ limitMinor: 60_000, leftMinor: 10_000 });
  const token = await till.signInStaff();
  expect((await till.call('GET', '/credits', { token })).status).toBe(200);
  const refused = { token, body: { blocked: true, reason: 'x' } };
  expect((await till.call('PATCH', `/credits/${body.items[0]?.id}`, refused)).status).toBe(403);
  await expectSound(till);
});

test('a customer has one store credit, whoever asks for it', async () => {
  const { till, customerId } = await openShop();
  const { context } = till.engine;
  const open = () =>
    context.write((tx) => ok(customerCredit(context, tx, { customerId, kind: 'store-credit' }, 'system').id));
  expect(await open()).toEqual(await open());
  await expectSound(till);
});

test('what a void takes back of cards is refused once a card of that sale was used', async () => {
  const { till } = await openShop();
  const { context } = till.engine;
  const card = await makeCard(till);
  const voided = await context.write((tx) => {
    const facts = creditsOfVoid(context, tx, { orderRowId: 1, voidId: 'v' });
    expect(facts).toEqual(ok([]));
    return checkCredits(context, tx, [
      { key: 'a', creditId: card.id, kind: 'issued', amountMinor: 100 },
      { key: 'b', creditId: card.id, kind: 'reversed', amountMinor: -101 },
    ]);
  });
  expect(voided).toMatchObject({ ok: false, failure: { code: 'credit-short', details: { leftMinor: 100 } } });
});

test('verifying finds an entry that no entry of the journal tells of', async () => {
  const { till, customerId } = await openShop();
  await till.call('POST', `/customers/${customerId}/credits`, {
    body: { id: systemIds.uuid(), kind: 'store-credit', amountMinor: 700, reason: 'A present' },
  });
  const { context } = till.engine;
  const card = await makeCard(till);
  await context.write((tx) => {
    const fact = { key: 'stray', creditId: card.id, kind: 'issued' as const, amountMinor: 100 };
    return ok(
      writeCredit(context, tx, fact, { reason: '', actor: 'system', journalSeq: 1, at: card.createdAt }),
    );
  });
  const { body } = await till.call<VerifyAnswer>('POST', '/journal/verify');
  expect(body.problems).toEqual([
    {
      seq: null,
      what: expect.stringMatching(/^Credit entry .* does not follow from the journal\.$/) as string,
    },
  ]);
});
