import { beforeEach, describe, expect, test } from 'vitest';
import type { Product } from '../../../shared/api/catalog.ts';
import type { PrintJob } from '../../../shared/api/orders.ts';
import type { PrinterAnswer } from '../../../shared/api/receipts.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { pair, text } from '../../../shared/domain/receipt-blocks.ts';
import { ok } from '../../../shared/domain/result.ts';
import { openTestEngine, testShop, type TestEngine } from '../../../tests/fixtures/engine.ts';
import { pictures } from '../../../tests/fixtures/pictures.ts';
import {
  eventually,
  jobsOf,
  printerOf,
  settled,
  usePrinter,
  wordsOf,
} from '../../../tests/fixtures/printing.ts';
import { makeProduct, ringUp } from '../../../tests/fixtures/ring-up.ts';
import { readEscpos } from '../../devices/read-escpos.ts';
import { systemIds } from '../ids.ts';
import { enqueuePaper } from '../print-queue/index.ts';

let till: TestEngine;
let bread: Product;
beforeEach(async () => {
  till = await openTestEngine();
  await till.setUp();
  await till.openShift();
  bread = await makeProduct(till, { name: 'Ensaymada', priceMinor: 5_500 });
});

const sell = (product: Product = bread) =>
  ringUp(till, { lines: [{ product, quantityMilli: 1_000 }], cashMinor: 1_000_000 });
const eventsOf = (bytes: Uint8Array | undefined) => readEscpos(bytes ?? new Uint8Array()).events;
const linesOf = (bytes: Uint8Array | undefined) =>
  eventsOf(bytes).flatMap((event) => (event.kind === 'line' ? event.runs.map((run) => run.text) : []));
const statusOf = async () => (await till.call<PrinterAnswer>('GET', '/printer/status')).body;

describe('a printer in trouble', () => {
  test('that loses its power between the sale and the paper prints it whole when it is back', async () => {
    const fake = await usePrinter(till, 'loses-power');
    const { order } = await sell();
    const [job] = await eventually(
      () => jobsOf(till),
      ([first]) => first?.attempts === 1,
    );
    expect(job).toMatchObject({ state: 'waiting', orderId: order.id });
    expect(job?.lastError).toContain('went off while it printed');
    expect(fake.printed()).toEqual([]);
    fake.setMode('answers');
    await fake.switchOn();
    till.clock.advance(1_000);
    await settled(till);
    expect(fake.printed()).toHaveLength(1);
    expect(wordsOf(fake.printed()[0])).toContain(order.receiptNumber);
  });

  test.each(['half', 'garbage', 'trickles', 'keeps-open'] as const)(
    'that %s has every receipt once',
    async (mode) => {
      const fake = await usePrinter(till, mode);
      const numbers = [(await sell()).order.receiptNumber, (await sell()).order.receiptNumber];
      await settled(till);
      await eventually(fake.printed, (papers) => papers.length === 2);
      expect(fake.printed().map((paper) => /S01-T1-A-\d{6}/.exec(wordsOf(paper))?.[0])).toEqual(numbers);
    },
  );

  test('with little paper left prints and warns', async () => {
    const fake = await usePrinter(till);
    fake.state.paperLow = true;
    await sell();
    await settled(till);
    expect(
      await eventually(
        () => printerOf(till),
        ({ state }) => state === 'paper-low',
      ),
    ).toMatchObject({
      waiting: 0,
      message: 'The paper is nearly at its end. Have a new roll ready.',
    });
    fake.state.paperLow = false;
    await sell();
    await settled(till);
    expect(
      await eventually(
        () => printerOf(till),
        ({ state }) => state === 'ready',
      ),
    ).toMatchObject({
      message: '',
    });
  });

  test('tells how it is when it is asked', async () => {
    expect(await statusOf()).toEqual({ state: 'none', message: 'No printer is set up.' });
    const fake = await usePrinter(till);
    expect(await statusOf()).toEqual({ state: 'ready', message: 'The printer is ready.' });
    fake.state.coverOpen = true;
    expect(await statusOf()).toMatchObject({ state: 'failing', message: expect.stringContaining('cover') });
    fake.state.coverOpen = false;
    fake.state.paperLow = true;
    expect(await statusOf()).toMatchObject({ state: 'paper-low' });
    fake.setMode('silent');
    expect(await statusOf()).toMatchObject({ state: 'silent' });
    await fake.switchOff();
    expect(await statusOf()).toMatchObject({ state: 'failing', message: expect.stringContaining('refused') });
    expect(fake.printed()).toEqual([]);
  });
});

describe('the drawer', () => {
  test('opens for the tenders that the owner named, on the pin that the owner chose', async () => {
    const fake = await usePrinter(till, 'answers', { drawerTenders: ['cash', 'ewallet'], drawerPin: 5 });
    for (const kind of ['ewallet', 'card'] as const) {
      const lines = [{ product: bread, quantityMilli: 1_000 }];
      await ringUp(till, { lines, tenders: [{ kind, amountMinor: 5_500 }] });
    }
    await sell();
    await eventually(fake.printed, (papers) => papers.length === 3);
    const drawers = fake.printed().map((paper) => eventsOf(paper).filter(({ kind }) => kind === 'drawer'));
    expect(drawers).toEqual([[{ kind: 'drawer', pin: 5 }], [], [{ kind: 'drawer', pin: 5 }]]);
  });

  test('can be tried, which the journal keeps', async () => {
    const fake = await usePrinter(till, 'answers', { drawerPin: 5 });
    expect((await till.call<PrintJob>('POST', '/printer/drawer-test')).status).toBe(202);
    await eventually(fake.printed, (papers) => papers.length === 1);
    expect(eventsOf(fake.printed()[0])).toEqual([{ kind: 'drawer', pin: 5 }]);
    const journal = await till.call<{ items: { kind: string; summary: string }[] }>('GET', '/journal');
    expect(journal.body.items[0]).toMatchObject({
      kind: 'drawer.tested',
      summary: 'Opened the drawer to try it, pin 5',
    });
  });
});

describe('what is printed', () => {
  test('is drawn where the printer has no letters for it, and the sale never waits for that', async () => {
    const fake = await usePrinter(till);
    const momo = await makeProduct(till, { name: 'कुखुराको मःमः', priceMinor: 12_000 });
    await sell(momo);
    await settled(till);
    const [paper] = fake.printed();
    expect(eventsOf(paper).filter(({ kind }) => kind === 'image')).toHaveLength(1);
    expect(linesOf(paper).join()).not.toContain('?');
    await till.call('PATCH', '/settings', { body: { printer: { text: 'codepage' } } });
    await sell(momo);
    await eventually(fake.printed, (papers) => papers.length === 2);
    expect(eventsOf(fake.printed()[1]).filter(({ kind }) => kind === 'image')).toEqual([]);
    expect(linesOf(fake.printed()[1]).join()).toContain('???');
  });

  test('as it was given can be printed again, marked as a copy and journalled', async () => {
    const fake = await usePrinter(till);
    const { context } = till.engine;
    const blocks = [
      text('Cash out'),
      { kind: 'rule' as const },
      pair('Amount', '50.00'),
      { kind: 'cut' as const },
    ];
    const queued = await context.write((tx) =>
      ok(
        enqueuePaper(context, tx, {
          kind: 'slip',
          title: 'Cash out 7',
          blocks,
          orderRowId: null,
          openDrawer: true,
        }),
      ),
    );
    const id = queued.ok ? queued.value : '';
    await settled(till);
    expect((await jobsOf(till))[0]).toMatchObject({ kind: 'slip', title: 'Cash out 7', receiptNumber: null });
    const again = await till.call<PrintJob>('POST', `/print-jobs/${id}/reprint`);
    expect(again).toMatchObject({ status: 202, body: { kind: 'slip', title: 'Cash out 7' } });
    const copied = await till.call<PrintJob>('POST', `/print-jobs/${again.body.id}/reprint`);
    expect(copied.status).toBe(202);
    await eventually(fake.printed, (papers) => papers.length === 3);
    expect(fake.printed().map((paper) => wordsOf(paper).split('*** COPY ***').length - 1)).toEqual([0, 1, 1]);
    expect(fake.printed().map((paper) => eventsOf(paper)[0]?.kind)).toEqual(['drawer', 'line', 'line']);
    const journal = await till.call<{ items: { kind: string }[] }>('GET', '/journal');
    expect(journal.body.items.filter(({ kind }) => kind === 'paper.reprinted')).toHaveLength(2);
  });

  test('again takes whatever the owner’s rule says, and the entry names it', async () => {
    await usePrinter(till);
    const { order } = await sell();
    await settled(till);
    const manager = { within: 'manager', limit: null, beyond: 'manager' };
    await till.call('PATCH', '/settings', { body: { acts: { reprint: manager } } });
    const token = await till.signInStaff();
    const print = (approvalIds: string[]) =>
      till.call('POST', `/orders/${order.id}/receipt/print`, { token, body: { approvalIds } });
    expect(await print([])).toMatchObject({ status: 403, body: { error: { code: 'approval-needed' } } });
    const id = systemIds.uuid();
    const body = { id, act: 'reprint', subject: order.id, pin: testShop.owner.pin };
    expect((await till.call('POST', '/approvals', { token, body })).status).toBe(201);
    expect((await print([id])).status).toBe(202);
    expect((await print([id])).status).toBe(409);
    const verified = await till.call('POST', '/journal/verify');
    expect(verified.body).toMatchObject({ content: true, problems: [] });
  });

  test('is no copy of a sale’s receipt by this way', async () => {
    await usePrinter(till);
    await sell();
    const [job] = await settled(till);
    expect(await till.call('POST', `/print-jobs/${job?.id}/reprint`)).toMatchObject({
      status: 404,
      body: { error: { code: 'print-job-unknown' } },
    });
  });
});

describe('the logo', () => {
  const send = (bytes: Buffer | undefined, type = 'image/png') =>
    till.call<Settings>('POST', '/receipt-logo', {
      raw: new Blob([new Uint8Array(bytes ?? [])]),
      headers: { 'content-type': type },
    });

  test('is printed above everything, shown on the screen and in the PDF, until it is taken away', async () => {
    const fake = await usePrinter(till);
    const set = await send(pictures['JPEG with a comment'], 'image/jpeg');
    expect(set.status).toBe(200);
    const { logoId } = set.body.receipt;
    const { order } = await sell();
    await settled(till);
    expect(eventsOf(fake.printed()[0]).find(({ kind }) => kind !== 'drawer')).toMatchObject({
      kind: 'image',
      bitmap: { width: 576, height: 12 },
    });
    const shown = await till.call<{ blocks: unknown[] }>('GET', `/orders/${order.id}/receipt`);
    expect(shown.body.blocks[0]).toEqual({ kind: 'logo', pictureId: logoId });
    const fetchPicture = () =>
      till.engine.fetch(new Request(`http://till.test/api/media/pictures/${logoId}`));
    expect((await fetchPicture()).headers.get('content-type')).toBe('image/jpeg');
    const pdf = await till.call<string>('GET', `/orders/${order.id}/receipt.pdf`);
    expect(pdf.body).toContain('/Subtype /Image');

    const removed = await till.call<Settings>('DELETE', '/receipt-logo');
    expect(removed.body.receipt.logoId).toBeNull();
    expect((await fetchPicture()).status).toBe(404);
  });

  test('is a PNG or a JPEG, and changes by its own route alone', async () => {
    expect(await send(Buffer.from('no picture'))).toMatchObject({
      status: 422,
      body: { error: { code: 'picture-invalid' } },
    });
    expect((await send(pictures['lossy WebP'])).status).toBe(422);
    const set = await send(pictures['colour PNG with a text']);
    const body = { receipt: { logoId: '00000000-0000-7000-8000-000000000000', header: 'Hello' } };
    const changed = await till.call<Settings>('PATCH', '/settings', { body });
    expect(changed.body.receipt).toMatchObject({ logoId: set.body.receipt.logoId, header: 'Hello' });
  });
});
