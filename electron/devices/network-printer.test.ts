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
const short = { connectTimeout: 500, writeTimeout: 500, statusTimeout: 100 };

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

describe('a printer on the network', () => {
  it.each(['answers', 'silent'] as const)('that %s gets the job, whole and once', async (mode) => {
    fake = await startFakePrinter(0, mode);
    expect(await printTo(fake)).toEqual({ ok: true, value: undefined });
    await eventually(() => expect(fake?.printed()).toEqual([job]));
  });

  it.each([
    ['paperOut', 'paper-out', /out of paper/],
    ['coverOpen', 'cover-open', /cover is open/],
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
