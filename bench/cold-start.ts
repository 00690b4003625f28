import { spawn, type ChildProcess } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { chromium, type Browser } from '@playwright/test';
import { chromiumArguments, findChromium } from '../tests/find-chromium.ts';
import { percentile, rounded, type Measured } from './percentile.ts';

const rounds = 7;

/** From the start of the process to a sell screen that takes a product, in a Chromium that is already open. */
export async function measureColdStart(dataDir: string, pin: string): Promise<Measured[]> {
  const found = findChromium();
  if (found === null) throw new Error('no Chromium');
  const browser = await chromium.launch({ executablePath: found.path, args: chromiumArguments });
  const [usable, ready]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const once = await startOnce(browser, dataDir, pin);
      usable.push(once.usable);
      ready.push(once.ready);
    }
  } finally {
    await browser.close();
  }
  return [
    {
      what: 'cold start → sell screen usable, median',
      at: '100,000 products',
      value: rounded(percentile(usable, 0.5) / 1000),
      unit: 's',
      promise: 1.5,
      detail: `engine answers after ${rounded(percentile(ready, 0.5), 0)} ms; signing in by PIN is not counted; worst ${rounded(Math.max(...usable) / 1000)} s of ${rounds}`,
    },
  ];
}

async function startOnce(
  browser: Browser,
  dataDir: string,
  pin: string,
): Promise<{ usable: number; ready: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const started = performance.now();
  const till = spawn(process.execPath, ['electron/start.ts', '--host', '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await readyUrl(till);
    const ready = performance.now() - started;
    const page = await context.newPage();
    await page.goto(url);
    const pad = page.getByRole('button', { name: '1', exact: true });
    await pad.waitFor();
    const shown = performance.now() - started;
    // Faster than a hand would be taken for a scan.
    await page.keyboard.type(pin, { delay: 130 });
    await page.keyboard.press('Enter');
    const signedIn = performance.now();
    await page.getByRole('searchbox').or(page.getByRole('combobox')).first().waitFor();
    const sellTook = performance.now() - signedIn;
    return { usable: shown + sellTook, ready };
  } finally {
    await context.close();
    till.kill('SIGTERM');
    await new Promise((resolve) => till.once('exit', resolve));
  }
}

function readyUrl(till: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    till.once('exit', (code) => reject(new Error(`the till ended with ${code}`)));
    if (till.stdout === null) throw new Error('no output');
    createInterface(till.stdout).on('line', (line) => {
      const url = /Sukli is ready at (\S+)/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}
