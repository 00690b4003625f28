import { afterEach, describe, expect, it } from 'vitest';
import { startFakePrinter } from './fake-printer.ts';
import { networkPrinter } from './network-printer.ts';

type FakePrinter = Awaited<ReturnType<typeof startFakePrinter>>;
let fake: FakePrinter | undefined;
afterEach(async () => {
  await fake?.switchOff();
  fake = undefined;
});

const job = new TextEncoder().encode('one receipt\n'.repeat(100));
const short = { connectTimeout: 500, writeTimeout: 500, statusTimeout: 100, afterTimeout: 500 };

async function printTo(printer: FakePrinter, bytes = job) {
  return networkPrinter({ host: '127.0.0.1', port: printer.port, ...short }).send(bytes);
}

async function eventually(check: () => void): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    try {
      check();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  check();
}

const taken = { ok: true, value: { answers: true, paperLow: false } };
const takenUntold = { ok: true, value: { answers: false, paperLow: false } };

describe('a printer on the network', () => {
  it.each([
    ['answers', taken],
    ['silent', takenUntold],
    ['half', taken],
    ['garbage', takenUntold],
    ['trickles', taken],
    ['keeps-open', takenUntold],
  ] as const)('that %s gets the job, whole and once', async (mode, outcome) => {
    fake = await startFakePrinter(0, mode);
    expect(await printTo(fake)).toEqual(outcome);
    await eventually(() => expect(fake?.printed()).toEqual([job]));
  });

  it('never waits long for whatever a printer answers', async () => {
    for (const mode of ['half', 'garbage', 'trickles', 'keeps-open'] as const) {
      fake = await startFakePrinter(0, mode);
      const began = performance.now();
      await printTo(fake);
      expect(performance.now() - began, mode).toBeLessThan(2_000);
      await fake.switchOff();
    }
  });

  it.each([
    ['paperOut', 'paper-out', /out of paper/],
    ['coverOpen', 'cover-open', /cover is open/],
    ['offline', 'offline', /offline/],
    ['cutter', 'cutter', /cutter is stuck/],
    ['error', 'printer-error', /jam/],
  ] as const)('with %s is not sent anything, and it is said why', async (what, code, words) => {
    fake = await startFakePrinter();
    fake.state[what] = true;
    const sent = await printTo(fake);
    expect(sent).toMatchObject({ ok: false, failure: { code } });
    if (!sent.ok) expect(sent.failure.message).toMatch(words);
    fake.state[what] = false;
    await printTo(fake);
    await eventually(() => expect(fake?.printed()).toEqual([job]));
  });

  it('with little paper left prints, and says so', async () => {
    fake = await startFakePrinter();
    fake.state.paperLow = true;
    expect(await printTo(fake)).toEqual({ ok: true, value: { answers: true, paperLow: true } });
    await eventually(() => expect(fake?.printed()).toEqual([job]));
  });

  it('that loses its power with the job in its memory has not printed it', async () => {
    fake = await startFakePrinter(0, 'loses-power');
    expect(await printTo(fake)).toMatchObject({ ok: false, failure: { code: 'went-silent' } });
    fake.setMode('answers');
    await fake.switchOn();
    expect(await printTo(fake)).toEqual(taken);
    await eventually(() => expect(fake?.printed()).toEqual([job]));
  });

  it('tells how it is without printing', async () => {
    fake = await startFakePrinter();
    const ask = () => networkPrinter({ host: '127.0.0.1', port: fake?.port ?? 0, ...short }).ask();
    expect(await ask()).toEqual(taken);
    fake.state.coverOpen = true;
    expect(await ask()).toMatchObject({ ok: false, failure: { code: 'cover-open' } });
    fake.setMode('garbage');
    expect(await ask()).toEqual(takenUntold);
    await fake.switchOff();
    expect(await ask()).toMatchObject({ ok: false, failure: { code: 'refused' } });
    expect(fake.printed()).toEqual([]);
  });

  it('that is off refuses', async () => {
    fake = await startFakePrinter();
    await fake.switchOff();
    expect(await printTo(fake)).toMatchObject({ ok: false, failure: { code: 'refused' } });
  });

  it('that breaks off in the middle has not printed', async () => {
    fake = await startFakePrinter(0, 'breaks');
    expect(await printTo(fake)).toMatchObject({ ok: false, failure: { code: 'broken-off' } });
  });

  it('that reads nothing is given up on', async () => {
    fake = await startFakePrinter(0, 'hangs');
    const tooMuchForAnyBuffer = new Uint8Array(64 * 1024 * 1024);
    expect(await printTo(fake, tooMuchForAnyBuffer)).toMatchObject({
      ok: false,
      failure: { code: 'no-answer' },
    });
  });

  it('that does not exist is said to be unknown or silent, in words', async () => {
    const sent = await networkPrinter({ host: 'no-such-printer.invalid', port: 9100, ...short }).send(job);
    expect(sent.ok).toBe(false);
    if (!sent.ok) expect(sent.failure.message).toContain('no-such-printer.invalid:9100');
  });
});
