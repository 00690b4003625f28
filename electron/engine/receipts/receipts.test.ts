import { beforeEach, describe, expect, test } from 'vitest';
import type { Product } from '../../../shared/api/catalog.ts';
import type { Order, PrintJob } from '../../../shared/api/orders.ts';
import type { ReceiptAnswer } from '../../../shared/api/receipts.ts';
import { openTestEngine, type TestEngine } from '../../../tests/fixtures/engine.ts';
import {
  eventually,
  jobsOf,
  printerOf,
  settled as allPrinted,
  usePrinter as givePrinter,
  wordsOf,
  type FakePrinter,
} from '../../../tests/fixtures/printing.ts';
import { makeProduct, ringUp } from '../../../tests/fixtures/ring-up.ts';
import { drawerPulse } from '../../devices/escpos-commands.ts';
import type { FakePrinterMode } from '../../devices/fake-printer.ts';

let till: TestEngine;
let bread: Product;

beforeEach(async () => {
  till = await openTestEngine();
  await till.setUp();
  await till.openShift();
  bread = await makeProduct(till, { name: 'Ensaymada ₱', priceMinor: 5_500 });
});

const usePrinter = (mode: FakePrinterMode = 'answers', openDrawer = true): Promise<FakePrinter> =>
  givePrinter(till, mode, { openDrawer });

const sell = async (): Promise<Order> =>
  (await ringUp(till, { lines: [{ product: bread, quantityMilli: 2_000 }], cashMinor: 20_000 })).order;
const jobs = () => jobsOf(till);
const printer = () => printerOf(till);
const startsWithPulse = (bytes: Uint8Array | undefined): boolean =>
  Buffer.from(bytes?.subarray(0, 5) ?? []).equals(drawerPulse(2));

const settled = () => allPrinted(till);

describe('a sale with a printer', () => {
  test('is printed once, with the drawer opened first, and the job says so', async () => {
    const fake = await usePrinter();
    const order = await sell();
    const [job] = await settled();
    expect(job).toMatchObject({
      kind: 'receipt',
      orderId: order.id,
      receiptNumber: order.receiptNumber,
      attempts: 1,
      lastError: '',
    });
    const [paper] = fake.printed();
    expect(fake.printed()).toHaveLength(1);
    expect(startsWithPulse(paper)).toBe(true);
    expect(wordsOf(paper)).toContain(order.receiptNumber);
    expect(wordsOf(paper)).toMatch(/Ensaymada PHP +110\.00/);
    expect(wordsOf(paper)).toContain('2026-03-02 09:00');
    expect(wordsOf(paper)).toContain(order.journalHead);
    expect(wordsOf(paper)).not.toContain('COPY');
    expect(await printer()).toEqual({ state: 'ready', waiting: 0, message: '' });
  });

  test('leaves the drawer shut when the settings say so, and for a card', async () => {
    const fake = await usePrinter('answers', false);
    await sell();
    await settled();
    await till.call('PATCH', '/settings', { body: { printer: { openDrawer: true } } });
    await ringUp(till, {
      lines: [{ product: bread, quantityMilli: 1_000 }],
      tenders: [{ kind: 'card', amountMinor: 5_500 }],
    });
    await eventually(fake.printed, (papers) => papers.length === 2);
    expect(fake.printed().map(startsWithPulse)).toEqual([false, false]);
  });

  test('is complete while the printer is off, and printed once when it is on again', async () => {
    const fake = await usePrinter();
    await fake.switchOff();
    const order = await sell();
    expect(order.state).toBe('paid');
    const [job] = await eventually(jobs, ([first]) => first?.attempts === 1);
    expect(job).toMatchObject({ state: 'waiting' });
    expect(job?.lastError).toContain('refused the connection');
    expect(await printer()).toMatchObject({ state: 'failing', waiting: 1, message: job?.lastError });

    await fake.switchOn();
    till.clock.advance(999);
    expect((await jobs())[0]?.state).toBe('waiting');
    till.clock.advance(1);
    await settled();
    expect(fake.printed()).toHaveLength(1);
    expect(await printer()).toMatchObject({ state: 'ready', waiting: 0 });
  });

  test('waits longer after each failure, never more than half a minute', async () => {
    const fake = await usePrinter();
    fake.state.paperOut = true;
    await sell();
    let attempts = 1;
    for (const delay of [1, 2, 4, 8, 16, 30, 30]) {
      await eventually(jobs, ([job]) => job?.attempts === attempts);
      till.clock.advance(delay * 1000 - 1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect((await jobs())[0]?.attempts).toBe(attempts);
      till.clock.advance(1);
      attempts += 1;
    }
    expect((await printer()).message).toContain('out of paper');
    fake.state.paperOut = false;
    await eventually(jobs, ([job]) => job?.attempts === attempts);
    till.clock.advance(30_000);
    await settled();
  });

  test('does not open the drawer long after the customer left', async () => {
    const fake = await usePrinter();
    fake.state.coverOpen = true;
    await sell();
    await eventually(jobs, ([job]) => job?.attempts === 1);
    fake.state.coverOpen = false;
    till.clock.advance(61_000);
    await settled();
    expect(startsWithPulse(fake.printed()[0])).toBe(false);
  });

  test('is printed after a restart, and printed jobs are not', async () => {
    const fake = await usePrinter();
    await sell();
    await settled();
    fake.state.paperOut = true;
    const order = await sell();
    await eventually(jobs, ([job]) => job?.attempts === 1);
    fake.state.paperOut = false;
    till = await till.restart();
    await settled();
    expect(fake.printed()).toHaveLength(2);
    expect(wordsOf(fake.printed()[1])).toContain(order.receiptNumber);
  });

  test('of which many wait are printed in their order', async () => {
    const fake = await usePrinter();
    await fake.switchOff();
    const numbers = [];
    for (let sale = 0; sale < 4; sale += 1) numbers.push((await sell()).receiptNumber);
    await fake.switchOn();
    const [first] = await jobs();
    await till.call('POST', `/print-jobs/${first?.id}/retry`);
    await settled();
    const printed = fake.printed().map((paper) => /S01-T1-[A-Z]-\d{6}/.exec(wordsOf(paper))?.[0]);
    expect(printed).toEqual(numbers);
  });
});

describe('the queue in the hands of people', () => {
  test('a cancelled job is not printed; put back, it is, with the drawer shut', async () => {
    const fake = await usePrinter();
    fake.state.paperOut = true;
    await sell();
    const [job] = await eventually(jobs, ([first]) => first?.attempts === 1);
    const cancelled = await till.call<PrintJob>('POST', `/print-jobs/${job?.id}/cancel`);
    expect(cancelled.body.state).toBe('cancelled');
    expect(await eventually(printer, ({ state }) => state === 'ready')).toMatchObject({ waiting: 0 });
    fake.state.paperOut = false;
    till.clock.advance(60_000);
    expect(fake.printed()).toHaveLength(0);
    await till.call('POST', `/print-jobs/${job?.id}/retry`);
    await settled();
    expect(fake.printed().map(startsWithPulse)).toEqual([false]);
    await till.call('POST', `/print-jobs/${job?.id}/retry`);
    expect((await jobs())[0]?.state).toBe('printed');
  });

  test('a reprint is marked and journalled; a first print asked for later is neither', async () => {
    const fake = await usePrinter();
    await till.call('PATCH', '/settings', { body: { receipt: { printAutomatically: false } } });
    const order = await sell();
    await settled();
    expect((await jobs()).map(({ kind }) => kind)).toEqual(['drawer']);
    const first = await till.call<PrintJob>('POST', `/orders/${order.id}/receipt/print`);
    expect({ status: first.status, kind: first.body.kind }).toEqual({ status: 202, kind: 'receipt' });
    const again = await till.call<PrintJob>('POST', `/orders/${order.id}/receipt/print`);
    expect(again.body.kind).toBe('copy');
    await settled();
    // Cash without paper opens the drawer all the same, and only then.
    expect(fake.printed().map((paper) => wordsOf(paper).includes('*** COPY ***'))).toEqual([
      false,
      false,
      true,
    ]);
    expect(fake.printed().map(startsWithPulse)).toEqual([true, false, false]);
    const journal = await till.call<{ items: { kind: string }[] }>('GET', '/journal');
    expect(journal.body.items.filter(({ kind }) => kind === 'receipt.reprinted')).toHaveLength(1);
  });

  test('a test page is printed, and needs a printer', async () => {
    expect((await till.call('POST', '/printer/test')).status).toBe(409);
    const fake = await usePrinter('silent');
    expect((await till.call('POST', '/printer/test')).status).toBe(202);
    const [paper] = await eventually(fake.printed, (papers) => papers.length === 1);
    expect(wordsOf(paper)).toContain('Printer test');
  });

  test('answers what it cannot do', async () => {
    const order = await sell();
    const nobody = '00000000-0000-7000-8000-000000000000';
    expect(await till.call('POST', `/orders/${order.id}/receipt/print`)).toMatchObject({
      status: 409,
      body: { error: { code: 'printer-missing' } },
    });
    await usePrinter();
    for (const [path, code] of [
      [`/orders/${nobody}/receipt/print`, 'order-unknown'],
      [`/print-jobs/${nobody}/cancel`, 'print-job-unknown'],
      [`/print-jobs/${nobody}/retry`, 'print-job-unknown'],
    ] as const) {
      expect(await till.call('POST', path)).toMatchObject({ status: 404, body: { error: { code } } });
    }
    expect((await till.call('GET', `/orders/${nobody}/receipt`)).status).toBe(404);
    expect((await till.call('GET', `/orders/${nobody}/receipt.pdf`)).status).toBe(404);
  });
});

describe('the receipt on the screen', () => {
  test('comes in blocks with the QR code drawn', async () => {
    const order = await sell();
    const { status, body } = await till.call<ReceiptAnswer>('GET', `/orders/${order.id}/receipt`);
    expect(status).toBe(200);
    expect(body.paperWidth).toBe(80);
    const qr = body.blocks.find((block) => block.kind === 'qr');
    expect(qr).toMatchObject({ data: order.receiptNumber, drawing: { size: 21 } });
    expect(body.blocks).toContainEqual({
      kind: 'item',
      quantity: '2',
      name: 'Ensaymada ₱',
      detail: '× 55.00',
      amount: '110.00',
      extras: [],
    });
  });

  test('is a PDF too, the same bytes each time, of the paper’s width', async () => {
    const order = await sell();
    const path = `/orders/${order.id}/receipt.pdf`;
    const first = await till.call<string>('GET', path);
    expect(first.headers.get('content-type')).toBe('application/pdf');
    expect(first.headers.get('content-disposition')).toContain(`${order.receiptNumber}.pdf`);
    expect(first.body.startsWith('%PDF-')).toBe(true);
    expect(first.body).toMatch(/\/MediaBox \[0 0 226\.77/);
    till.clock.advance(500_000);
    expect((await till.call<string>('GET', path)).body === first.body).toBe(true);
  });
});
