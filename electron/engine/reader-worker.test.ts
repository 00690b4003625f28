import { join } from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';

test('the reader thread loads neither routes nor schemas nor what draws papers', async () => {
  let loaded: string[] = [];
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'list',
        buildEnd() {
          loaded = [...this.getModuleIds()];
        },
      },
    ],
    build: {
      ssr: true,
      write: false,
      rolldownOptions: { input: join(import.meta.dirname, 'reader-worker.ts') },
    },
  });
  expect(loaded.some((id) => id.endsWith('/db/database.ts'))).toBe(true);
  expect(loaded.filter((id) => /\.routes\.ts$|zod|pdfkit|bwip/.test(id))).toEqual([]);
});
