import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { chromiumVersion, findChromium } from './find-chromium.ts';

/**
 * `npm test`: every check and every test, in the order in which a failure is cheapest to learn.
 * `npm run check` stops after the checks that need no run of the program.
 */
type Step = {
  name: string;
  command: string;
  arguments: string[];
  counts?: () => { passed: number; failed: number };
};

const checksAlone = process.argv[2] === 'check';
const unitReport = 'test-results/unit.json';
const browserReport = 'test-results/browser.json';

const checks: Step[] = [
  { name: 'Format', command: 'prettier', arguments: ['--check', '--log-level', 'warn', '.'] },
  { name: 'Types', command: 'tsc', arguments: ['--noEmit', '-p', '.'] },
  { name: 'Lint', command: 'oxlint', arguments: ['--type-aware', '--quiet'] },
  {
    name: 'Imports',
    command: 'depcruise',
    arguments: [
      '--config',
      '.dependency-cruiser.json',
      'electron',
      'renderer',
      'shared',
      'cloud',
      'tests',
      'bench',
    ],
  },
  { name: 'Unused', command: 'knip', arguments: [] },
];

const runs: Step[] = [
  {
    name: 'Unit tests',
    command: 'vitest',
    arguments: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    counts: () => {
      const report = readReport(unitReport) as { numPassedTests: number; numFailedTests: number };
      return { passed: report.numPassedTests, failed: report.numFailedTests };
    },
  },
  {
    name: 'Simulation',
    command: 'node',
    arguments: ['tests/sim/run.ts', '--seeds', '200', '--processes', '2'],
  },
  { name: 'Build', command: 'electron-vite', arguments: ['build', '--logLevel', 'warn'] },
  { name: 'Size', command: 'size-limit', arguments: [] },
  {
    name: 'Browser tests',
    command: 'playwright',
    arguments: ['test', '--config', 'tests/e2e/playwright.config.ts'],
    counts: () => {
      const { stats } = readReport(browserReport) as {
        stats: { expected: number; unexpected: number; flaky: number };
      };
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
  },
];

function readReport(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function run(step: Step): Promise<boolean> {
  console.log(`\n▸ ${step.name}`);
  return new Promise((resolve) => {
    const child = spawn(step.command, step.arguments, {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('exit', (code) => resolve(code === 0));
    child.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
  });
}

function announceChromium(): boolean {
  const found = findChromium();
  if (found === null) {
    console.error(
      'No Chromium was found for the browser tests. Install one, or name it: SUKLI_CHROMIUM=/path/to/chromium npm test',
    );
    return false;
  }
  process.env['SUKLI_CHROMIUM'] = found.path;
  console.log(`Browser tests run in ${found.path} (${found.how}): ${chromiumVersion(found.path)}`);
  return true;
}

async function main(): Promise<void> {
  rmSync('test-results', { recursive: true, force: true });
  if (!checksAlone && !announceChromium()) process.exit(1);
  let passed = 0;
  let failed = 0;
  for (const step of checksAlone ? checks : [...checks, ...runs]) {
    const fine = await run(step);
    if (step.counts === undefined) {
      if (fine) passed += 1;
      else failed += 1;
    } else {
      const counts = step.counts();
      passed += counts.passed;
      failed += fine ? counts.failed : Math.max(counts.failed, 1);
    }
    if (!fine) {
      console.error(`\n✗ ${step.name} failed.`);
      break;
    }
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

await main();
