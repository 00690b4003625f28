import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from '../find-chromium.ts';

const found = findChromium();
if (found === null) throw new Error('No Chromium was found; name one with SUKLI_CHROMIUM.');

/** Two workers, each with tills of its own: one waits while the other draws. No retries: a flaky test is a bug. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/browser',
  reporter: [['list'], ['json', { outputFile: '../../test-results/browser.json' }]],
  workers: 2,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 15_000,
    viewport: { width: 1280, height: 720 },
    locale: 'en-PH',
    timezoneId: 'Asia/Manila',
    // Recording every test costs a third of the time; ask for it when one fails.
    trace: process.env['SUKLI_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: found.path, args: chromiumArguments },
  },
});
