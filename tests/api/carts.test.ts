import { beforeEach, expect, test } from 'vitest';
import type { XReport } from '../../shared/api/shifts.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import type { CartSave, CartSummary, CartWhole } from '../../shared/api/carts.ts';
import type { Product } from '../../shared/api/catalog.ts';
import type { ZReport } from '../../shared/api/shifts.ts';
import { openTestEngine, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, tamper } from '../fixtures/ring-up.ts';

let till: TestEngine;
let bread: Product;
const screen = systemIds.uuid();
const otherScreen = systemIds.uuid();

beforeEach(async () => {
  till = await openTestEngine();
  await till.setUp();
  bread = await makeProduct(till, { name: 'Bread', priceMinor: 5_000 });
});

type Line = CartSave['lines'][number];
const lineOf = (quantityMilli = 1000, lineId = systemIds.uuid()): Line => ({
  lineId,
  productId: bread.id,
  name: 'Bread',
  quantityMilli,
  amountMinor: (5_000 * quantityMilli) / 1000,
});

function save(id: string, lines: Line[], more: Partial<CartSave> & { token?: string } = {}) {
  const { token, ...rest } = more;
  const body: CartSave = {
    state: 'in-hand',
    name: '',
    screen,
    lines,
    draft: { version: 1, anything: ['the screen', { likes: true }] },
    itemCount: lines.length,
    totalMinor: lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    ...rest,
  };
  return till.call<{ cart: CartSummary | null; error?: { code: string } }>('PATCH', `/carts/${id}`, {
    body,
    ...(token === undefined ? {} : { token }),
  });
}
const list = async () => (await till.call<{ items: CartSummary[] }>('GET', '/carts')).body.items;
const take = (id: string, heldBy: string | null, by = screen) =>
  till.call<CartWhole & { error?: { code: string } }>('POST', `/carts/${id}/take`, {
    body: { screen: by, heldBy },
  });
const removals = async () =>
  (await till.call<{ items: { kind: string; summary: string }[] }>('GET', '/journal')).body.items
    .filter(({ kind }) => kind === 'cart.lines-removed')
    .map(({ summary }) => summary);
const wellKept = async () => expect((await till.engine.verify()).problems).toEqual([]);

test('a cart is kept as it is, put aside, and taken again, over a restart', async () => {
  const id = systemIds.uuid();
  const lines = [lineOf(2000)];
  expect((await save(id, lines)).body.cart).toMatchObject({ state: 'in-hand', heldBy: screen });
  await save(id, lines, { state: 'parked', name: 'Blue shirt' });
  till = await till.restart();
  expect(await list()).toMatchObject([
    { id, state: 'parked', name: 'Blue shirt', heldBy: null, itemCount: 1, totalMinor: 10_000 },
  ]);
  const taken = await take(id, null);
  expect(taken.body).toMatchObject({
    state: 'in-hand',
    heldBy: screen,
    draft: { version: 1, anything: ['the screen', { likes: true }] },
  });
  expect(await removals()).toEqual([]);
  await wellKept();
});

test('of two screens that take the same cart the second is told', async () => {
  const id = systemIds.uuid();
  await save(id, [lineOf()], { state: 'parked' });
  const answers = await Promise.all([take(id, null), take(id, null, otherScreen)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 409]);
  expect(answers[1].body.error?.code).toBe('cart-taken');
  // What is in hand here cannot be changed from there.
  expect((await save(id, [lineOf()], { screen: otherScreen })).body.error?.code).toBe('cart-taken');
});

test('a cart that a screen left behind is taken from it, once', async () => {
  const id = systemIds.uuid();
  await save(id, [lineOf()], { screen: otherScreen });
  expect((await take(id, null)).body.error?.code).toBe('cart-taken');
  expect((await take(id, otherScreen)).body.heldBy).toBe(screen);
  expect((await save(id, [lineOf()], { screen: otherScreen })).body.error?.code).toBe('cart-taken');
});

test('what is taken out is journalled with its amount, and what undo puts back is no removal', async () => {
  const id = systemIds.uuid();
  const [bun, roll] = [lineOf(3000), lineOf(1000)];
  await save(id, [bun, roll]);
  await save(id, [{ ...bun, quantityMilli: 1000, amountMinor: 5_000 }, roll]);
  await save(id, [{ ...bun, quantityMilli: 1000, amountMinor: 5_000 }]);
  expect(await removals()).toEqual([
    'Took out of a cart: 1 Bread (PHP 50.00)',
    'Took out of a cart: 2 Bread (PHP 100.00)',
  ]);
  await save(id, [{ ...bun, quantityMilli: 1000, amountMinor: 5_000 }, roll]);
  expect((await removals())[0]).toBe('Put 1 line back into a cart');
  await wellKept();
  tamper(till, `UPDATE removed_lines SET amount_minor = 1 WHERE kind = 'lowered'`);
  expect((await till.engine.verify()).problems.map(({ what }) => what).join()).toContain('removed line');
});

test('an emptied or discarded cart is gone, and its lines are in the journal', async () => {
  const [emptied, discarded] = [systemIds.uuid(), systemIds.uuid()];
  await save(emptied, [lineOf()]);
  expect((await save(emptied, [])).body).toEqual({ cart: null });
  await save(discarded, [lineOf(), lineOf()], { state: 'parked' });
  expect((await till.call('POST', `/carts/${discarded}/discard`, { body: {} })).status).toBe(204);
  expect((await till.call('POST', `/carts/${discarded}/discard`, { body: {} })).status).toBe(404);
  expect(await list()).toEqual([]);
  expect(await removals()).toHaveLength(2);
  await wellKept();
});

test('a sale ends its cart in its own commit, and tells what was left out at the last moment', async () => {
  await till.openShift();
  const id = systemIds.uuid();
  const [bun, roll] = [lineOf(), lineOf()];
  await save(id, [bun, roll]);
  const sold = await till.call('POST', '/orders', {
    body: {
      id,
      lines: [{ lineId: bun.lineId, productId: bread.id, quantityMilli: 1000, unitPriceMinor: 5_000 }],
      tenders: [{ kind: 'cash', amountMinor: 5_000 }],
      totalMinor: 5_000,
    },
  });
  expect(sold.status).toBe(201);
  expect(await list()).toEqual([]);
  expect(await removals()).toEqual(['Took out of a cart: 1 Bread (PHP 50.00)']);
  // An answer that was under way when the sale was stored brings the cart back no more.
  expect((await save(id, [bun])).status).toBe(404);
  await wellKept();
});

test('where the rule asks for a manager, staff take nothing out without one', async () => {
  const token = await till.signInStaff();
  await till.call('PATCH', '/settings', {
    body: { acts: { 'remove-line': { within: 'allow', limit: 5_000, beyond: 'manager' } } },
  });
  const id = systemIds.uuid();
  const [bun, roll] = [lineOf(2000), lineOf(1000)];
  await save(id, [bun, roll], { token });
  expect((await save(id, [bun], { token })).status).toBe(200);
  const refused = await save(id, [], { token });
  expect(refused.body.error).toMatchObject({
    code: 'approval-needed',
    details: { act: 'remove-line', subject: bun.lineId, figure: 10_000 },
  });
  expect(await list()).toMatchObject([{ id, owner: { name: 'Carlo Cashier' } }]);
});

test('what is taken out between two shifts is on the next Z report, once', async () => {
  const id = systemIds.uuid();
  await save(id, [lineOf()], { state: 'parked', name: 'Ana' });
  await till.call('POST', `/carts/${id}/discard`, { body: {} });
  for (const removedLines of [[{ name: 'Bread', amountMinor: 5_000 }], []]) {
    const shift = await till.call<{ id: string }>('POST', '/shifts', {
      body: { id: systemIds.uuid(), floatMinor: 0 },
    });
    const shiftPath = `/shifts/${shift.body.id}`;
    const count = { id: systemIds.uuid(), cashMinor: 0 };
    await till.call('POST', `${shiftPath}/counts`, { body: count });
    const close = { zReportId: systemIds.uuid(), countId: count.id };
    const { body } = await till.call<ZReport>('POST', `${shiftPath}/close`, { body: close });
    expect(body.facts).toMatchObject({ removedLines });
  }
  await wellKept();
});

test('a cart that a screen left in hand is told with the parked ones when the shift closes', async () => {
  await till.openShift();
  await save(systemIds.uuid(), [lineOf()], { state: 'parked' });
  await save(systemIds.uuid(), [lineOf(), lineOf()]);
  const { body } = await till.call<XReport>('GET', '/shifts/current/x-report');
  expect(body.facts.parked).toEqual({ count: 2, totalMinor: 15_000 });
});
