import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Product } from '../../shared/api/catalog.ts';
import type { PrintJob } from '../../shared/api/orders.ts';
import type { VerifyAnswer } from '../../shared/api/reports.ts';
import type { CashMove, ShiftCount, XReport, ZReport } from '../../shared/api/shifts.ts';
import { startFakePrinter } from '../../electron/devices/fake-printer.ts';
import { systemIds } from '../../electron/engine/ids.ts';
import { openTestEngine, testShop, type TestEngine } from '../fixtures/engine.ts';
import { makeProduct, ringUp, tamper } from '../fixtures/ring-up.ts';

let till: TestEngine;
let bread: Product;
let cashier: string;
const staffPin = '7351';

beforeEach(async () => {
  till = await openTestEngine();
  await till.setUp();
  await till.call('POST', '/accounts', {
    body: {
      username: 'carlo',
      displayName: 'Carlo Cashier',
      role: 'staff',
      password: 'battery staple 9',
      pin: staffPin,
    },
  });
  const signedIn = await till.call<{ accessToken: string }>('POST', '/sessions', {
    body: { pin: staffPin },
    token: null,
  });
  cashier = signedIn.body.accessToken;
  bread = await makeProduct(till, { name: 'Ensaymada', priceMinor: 5_500 });
});

type Error = { error: { code: string; details?: Record<string, unknown> } };
const asCashier = <T>(method: 'GET' | 'POST', path: string, body?: unknown) =>
  till.call<T & Error>(method, path, { token: cashier, ...(body === undefined ? {} : { body }) });

async function openAsCashier(float: object = { floatMinor: 200_000 }): Promise<string> {
  const id = systemIds.uuid();
  const { status } = await asCashier('POST', '/shifts', { id, ...float });
  expect(status).toBe(201);
  return id;
}

const move = (kind: CashMove['kind'], amountMinor: number, more: object = {}) =>
  asCashier<CashMove>('POST', '/cash-moves', {
    id: systemIds.uuid(),
    kind,
    amountMinor,
    reason: 'as always',
    ...more,
  });
const count = (shiftId: string, cashMinor: number, more: object = {}) =>
  asCashier<ShiftCount>('POST', `/shifts/${shiftId}/counts`, { id: systemIds.uuid(), cashMinor, ...more });
const close = (shiftId: string, countId: string, more: object = {}) =>
  asCashier<ZReport>('POST', `/shifts/${shiftId}/close`, { zReportId: systemIds.uuid(), countId, ...more });
const sell = (cashMinor: number, quantityMilli = 1_000) =>
  ringUp(till, { lines: [{ product: bread, quantityMilli }], cashMinor, token: cashier });
const approve = async (act: string, subject: string, figure: number, pin: string = testShop.owner.pin) => {
  const id = systemIds.uuid();
  const { status } = await asCashier('POST', '/approvals', { id, act, subject, figure, pin });
  expect(status).toBe(201);
  return id;
};
const verified = async () =>
  (await till.call<VerifyAnswer>('POST', '/journal/verify')).body.problems.map(({ what }) => what);

describe('opening', () => {
  test('by pieces, which have to add up, and the next one is told what was left', async () => {
    const id = systemIds.uuid();
    const wrong = await asCashier('POST', '/shifts', { id, floatMinor: 100, pieces: { '10000': 2 } });
    expect(wrong).toMatchObject({ status: 422, body: { error: { code: 'pieces-differ' } } });
    const shiftId = await openAsCashier({ floatMinor: 20_000, pieces: { '10000': 2, '500': 0 } });
    const counted = await count(shiftId, 20_000, { pieces: { '10000': 1, '5000': 2 } });
    await close(shiftId, counted.body.id);
    const { body } = await asCashier<{ left: object; shift: null }>('GET', '/shifts/current');
    expect(body).toEqual({ shift: null, left: { cashMinor: 20_000, pieces: { '10000': 1, '5000': 2 } } });
    expect(await asCashier('POST', '/shifts', { id: shiftId, floatMinor: 0 })).toMatchObject({
      status: 409,
      body: { error: { code: 'shift-closed' } },
    });
    expect(await verified()).toEqual([]);
  });
});

test('the same id with other content is refused in words', async () => {
  const refused = { status: 400, body: { error: { code: 'request-invalid' } } };
  const one = await openAsCashier();
  expect(await asCashier('POST', '/shifts', { id: one, floatMinor: 200_000 })).toMatchObject({ status: 201 });
  expect(await asCashier('POST', '/shifts', { id: one, floatMinor: 100_000 })).toMatchObject(refused);
  const id = systemIds.uuid();
  const counted = await count(one, 200_000, { id });
  expect((await count(one, 200_000, { id })).body).toEqual(counted.body);
  expect(await count(one, 199_999, { id })).toMatchObject(refused);
  const zReportId = systemIds.uuid();
  const closed = await close(one, id, { zReportId });
  expect((await close(one, id, { zReportId })).body).toEqual(closed.body);
  expect(await close(one, id, { zReportId, reason: 'Another' })).toMatchObject(refused);
  const two = await openAsCashier();
  expect(await count(two, 200_000, { id })).toMatchObject(refused);
  const next = (await count(two, 200_000)).body.id;
  expect(await close(two, next, { zReportId })).toMatchObject(refused);
  expect((await close(two, next)).status).toBe(200);
  expect(await verified()).toEqual([]);
});

describe('cash moves', () => {
  test('are numbered, need a reason and an amount, and the same id is the same move', async () => {
    expect(await move('in', 100)).toMatchObject({ body: { error: { code: 'shift-needed' } } });
    await openAsCashier();
    expect(await move('out', 100, { reason: ' ' })).toMatchObject({
      body: { error: { code: 'reason-needed' } },
    });
    expect(await move('drop', 0)).toMatchObject({ body: { error: { code: 'amount-needed' } } });
    const id = systemIds.uuid();
    const first = await move('in', 5_000, { id });
    const again = await move('in', 5_000, { id });
    expect(first).toMatchObject({ status: 201, body: { slipNumber: 1, by: 'Carlo Cashier' } });
    expect(again.body).toEqual(first.body);
    expect((await move('in', 9_000, { id })).body).toMatchObject({ error: { code: 'request-invalid' } });
    expect((await move('drop', 1_000)).body.slipNumber).toBe(2);
  });

  test('over the limit need a manager, and a no-sale the own PIN', async () => {
    await openAsCashier();
    const id = systemIds.uuid();
    const refused = await move('out', 60_000, { id });
    expect(refused).toMatchObject({
      status: 403,
      body: { error: { code: 'approval-needed', details: { way: 'manager', figure: 60_000, subject: id } } },
    });
    const approvalIds = [await approve('cash-out', id, 60_000)];
    expect((await move('out', 60_000, { id, approvalIds })).status).toBe(201);
    const noSale = systemIds.uuid();
    expect((await move('no-sale', 0, { id: noSale })).status).toBe(403);
    const own = [await approve('no-sale', noSale, 0, staffPin)];
    expect((await move('no-sale', 500, { id: noSale, approvalIds: own })).body.amountMinor).toBe(0);
    expect(await verified()).toEqual([]);
  });
});

describe('the close', () => {
  test('is blind: nothing tells the expected cash before the count is stored', async () => {
    const shiftId = await openAsCashier();
    await sell(10_000);
    await move('drop', 4_321);
    const expected = 200_000 + 5_500 - 4_321;
    for (const path of ['/shifts/current', '/shifts/current/x-report', `/shifts/${shiftId}/counts`]) {
      expect(JSON.stringify((await asCashier('GET', path)).body)).not.toContain(String(expected));
    }
    const own = await till.call<XReport>('GET', '/shifts/current/x-report');
    expect(own.body.facts.cash?.expectedMinor).toBe(expected);
    const first = await count(shiftId, 200_000);
    expect(first.body).toMatchObject({
      number: 1,
      expectedCashMinor: expected,
      varianceMinor: 200_000 - expected,
      reasonNeeded: false,
      outdated: false,
    });
    expect(first.body.steps.reduce((sum, step) => sum + step.amountMinor, 0)).toBe(expected);
    const second = await count(shiftId, expected);
    const { body } = await asCashier<{ items: ShiftCount[] }>('GET', `/shifts/${shiftId}/counts`);
    expect(body.items.map(({ cashMinor }) => cashMinor)).toEqual([200_000, expected]);
    expect((await close(shiftId, first.body.id)).body.error.code).toBe('count-outdated');
    await sell(5_500);
    expect((await close(shiftId, second.body.id)).body.error.code).toBe('count-outdated');
    const third = await count(shiftId, expected + 5_500);
    const closed = await close(shiftId, third.body.id);
    expect(closed).toMatchObject({ status: 200, body: { number: 1, varianceMinor: 0, salesCount: 2 } });
    expect(closed.body.facts.cash?.counts).toMatchObject([
      { number: 1, countedMinor: 200_000 },
      { number: 2, countedMinor: expected },
      { number: 3, countedMinor: expected + 5_500 },
    ]);
    expect(JSON.stringify(closed.body.blocks)).toContain('"1. Carlo Cashier"');
    const repeated = await close(shiftId, third.body.id);
    expect(repeated.body).toEqual(closed.body);
    expect(await verified()).toEqual([]);
  });

  test('with too large a variance takes a reason and a manager, and tells both', async () => {
    const shiftId = await openAsCashier();
    const { id: countId, reasonNeeded } = (await count(shiftId, 180_000)).body;
    expect(reasonNeeded).toBe(true);
    expect((await close(shiftId, countId)).body.error.code).toBe('reason-needed');
    const reason = 'Paid the baker from the drawer';
    const refused = await close(shiftId, countId, { reason });
    expect(refused.body.error).toMatchObject({
      code: 'approval-needed',
      details: { act: 'close-variance', figure: 20_000, subject: shiftId },
    });
    const approvalIds = [await approve('close-variance', shiftId, 20_000)];
    const closed = await close(shiftId, countId, { reason, approvalIds });
    expect(closed.body.facts.variance.reason).toBe(reason);
    expect(closed.body.facts.variance.approvals).toHaveLength(1);
    expect(closed.body.varianceMinor).toBe(-20_000);
    expect(await verified()).toEqual([]);
  });

  test('with any variance takes a reason where it has no limit', async () => {
    const rule = { within: 'allow', limit: null, beyond: 'manager' };
    await till.call('PATCH', '/settings', { body: { acts: { 'close-variance': rule } } });
    const shiftId = await openAsCashier();
    const { id: countId, reasonNeeded } = (await count(shiftId, 199_999)).body;
    expect(reasonNeeded).toBe(true);
    expect((await close(shiftId, countId)).body.error.code).toBe('reason-needed');
    expect((await close(shiftId, countId, { reason: 'A coin is missing' })).status).toBe(200);
  });

  test('of another’s shift takes a manager', async () => {
    await till.openShift();
    const { body } = await asCashier<{ shift: { id: string } }>('GET', '/shifts/current');
    const counted = await count(body.shift.id, 200_000);
    const refused = await close(body.shift.id, counted.body.id);
    expect(refused.body.error).toMatchObject({
      code: 'approval-needed',
      details: { act: 'close-other-shift' },
    });
    const approvalIds = [await approve('close-other-shift', body.shift.id, 0)];
    expect((await close(body.shift.id, counted.body.id, { approvalIds })).status).toBe(200);
  });

  test('needs a count, and a shift', async () => {
    const shiftId = await openAsCashier();
    expect((await close(shiftId, systemIds.uuid())).body.error.code).toBe('count-needed');
    expect((await close(systemIds.uuid(), systemIds.uuid())).body.error.code).toBe('shift-unknown');
    expect((await count(systemIds.uuid(), 1)).body.error.code).toBe('shift-unknown');
    expect(await asCashier('GET', '/z-reports')).toMatchObject({ status: 403 });
  });
});

test('an X report with the figures of the drawer, and a gift card’s paper, are not printed again by anybody', async () => {
  const fake = await startFakePrinter(0, 'answers');
  onTestFinished(() => fake.switchOff());
  const printer = { kind: 'network', host: '127.0.0.1', port: fake.port };
  await till.call('PATCH', '/settings', { body: { printer } });
  await openAsCashier();
  const x = await till.call<PrintJob>('POST', '/shifts/current/x-report/print', { body: {} });
  const giftCards = [{ lineId: systemIds.uuid(), amountMinor: 50_000 }];
  const sale = { id: systemIds.uuid(), lines: [], giftCards, totalMinor: 50_000 };
  await asCashier('POST', '/orders', { ...sale, tenders: [{ kind: 'cash', amountMinor: 50_000 }] });
  const { body } = await till.call<{ items: PrintJob[] }>('GET', '/print-jobs');
  const card = body.items.find(({ kind }) => kind === 'gift-card');
  for (const jobId of [x.body.id, card?.id ?? '']) {
    expect(await asCashier('POST', `/print-jobs/${jobId}/reprint`, {})).toMatchObject({
      status: 403,
      body: { error: { code: 'act-forbidden' } },
    });
    expect((await till.call('POST', `/print-jobs/${jobId}/reprint`, { body: {} })).status).toBe(202);
  }
});

describe('the Z report', () => {
  test('prints, and prints again the same to the byte; the reprint is journalled', async () => {
    const fake = await startFakePrinter(0, 'answers');
    onTestFinished(() => fake.switchOff());
    const printer = { kind: 'network', host: '127.0.0.1', port: fake.port };
    await till.call('PATCH', '/settings', { body: { printer, receipt: { printAutomatically: false } } });
    const shiftId = await openAsCashier();
    const closed = await close(shiftId, (await count(shiftId, 200_000)).body.id);
    await till.call('PATCH', '/settings', { body: { shop: { name: 'Another name' } } });
    const path = `/z-reports/${closed.body.id}/print`;
    expect(await asCashier<PrintJob>('POST', path, {})).toMatchObject({
      status: 202,
      body: { kind: 'z-report', title: 'Z REPORT 1' },
    });
    await expect.poll(() => fake.printed().length, { timeout: 5_000 }).toBe(2);
    const [first, second] = fake.printed().map((bytes) => Buffer.from(bytes).toString('hex'));
    expect(second).toBe(first);
    const journal = await till.call<{ items: { kind: string }[] }>('GET', '/journal');
    expect(journal.body.items[0]?.kind).toBe('paper.reprinted');
    const pdf = await till.call<string>('GET', `/z-reports/${closed.body.id}/z-report.pdf`);
    expect(pdf.body.startsWith('%PDF-')).toBe(true);
  });

  test('numbers without a gap, adds up over shifts, and lists what belongs to no shift as an addendum', async () => {
    const one = await openAsCashier();
    const sold = await sell(11_000, 2_000);
    const closed = await close(one, (await count(one, 211_000)).body.id);
    expect(closed.body.facts).toMatchObject({
      receipts: { first: sold.order.receiptNumber, count: 1 },
      sales: { count: 1, totalMinor: 11_000 },
      grandTotal: { beforeMinor: 0, afterMinor: 11_000 },
      addenda: [],
    });
    const two = await openAsCashier();
    await sell(5_500);
    tamper(till, `UPDATE orders SET shift_row_id = NULL WHERE number = 2`);
    const second = await close(two, (await count(two, 200_000)).body.id);
    expect(second.body.facts).toMatchObject({
      number: 2,
      sales: { count: 1, totalMinor: 5_500 },
      grandTotal: { beforeMinor: 11_000, afterMinor: 16_500 },
      addenda: [{ number: 1, totalMinor: 5_500 }],
      cash: { expectedMinor: 200_000 },
    });
    const list = await till.call<{ items: { number: number }[]; total: number }>('GET', '/z-reports');
    expect([list.body.total, ...list.body.items.map(({ number }) => number)]).toEqual([2, 2, 1]);
    const again = await till.call<ZReport>('GET', `/z-reports/${closed.body.id}`);
    expect(again.body).toEqual(closed.body);
  });

  test.each([
    [
      'UPDATE z_reports SET facts = replace(facts, \'"salesMinor":11000\', \'"salesMinor":9000\')',
      /Z report 1/,
    ],
    ["UPDATE z_reports SET signature = 'AAAA'", /signature/],
    ['UPDATE shift_counts SET cash_minor = 1', /count 1/],
    ['UPDATE cash_moves SET amount_minor = 1', /slip 1/],
    ["UPDATE shifts SET state = 'open'", /shift 1/],
    ['DELETE FROM z_reports', /Z report 1/],
    ['DELETE FROM cash_moves', /slip 1/],
    ['UPDATE shifts SET float_minor = 7', /shift 1/],
  ])('is held against the journal: %s', async (sql, problem) => {
    const shiftId = await openAsCashier();
    await sell(11_000, 2_000);
    await move('drop', 1_000);
    await close(shiftId, (await count(shiftId, 210_000)).body.id);
    expect(await verified()).toEqual([]);
    tamper(till, sql);
    expect((await verified()).some((what) => problem.test(what))).toBe(true);
  });
});
