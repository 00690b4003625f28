import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { memoryFolder } from './tests/memory-folder.ts';

const base = {
  exclude: ['tests/e2e/**', 'node_modules/**'],
  environment: 'node' as const,
  testTimeout: 30_000,
  hookTimeout: 30_000,
};

const memory = memoryFolder();
if (memory !== null) process.env['TMPDIR'] = memory;

const workerUrl = join(import.meta.dirname, 'tests/threads/worker-url.ts');

/** The screens keep their state in modules, so their files have a worker each; all others share two workers. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...base, name: 'screens', include: ['renderer/**/*.test.ts'] } },
      {
        resolve: { alias: [{ find: /^\.{1,2}\/(.*\/)?worker-url\.ts$/, replacement: workerUrl }] },
        test: {
          ...base,
          name: 'books',
          include: ['{shared,electron,tests,bench}/**/*.test.ts'],
          globalSetup: ['tests/cloud/support/global-setup.ts', 'tests/threads/bundle-threads.ts'],
          isolate: false,
        },
      },
    ],
  },
});
