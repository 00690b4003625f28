import { globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    threads: string;
  }
}

const root = join(import.meta.dirname, '..', '..');
/** What holds machine code stays outside. */
const native = ['better-sqlite3', '@napi-rs/canvas', 'argon2'];

/**
 * Bundles the engine's threads for one run of the tests, as the built program has them: from the sources each would read
 * and compile hundreds of files again, for every till of every test.
 */
export default async function setUp(project: TestProject): Promise<() => void> {
  // As deep as the built program, and of this run alone.
  const results = join(root, 'test-results');
  mkdirSync(results, { recursive: true });
  const folder = mkdtempSync(join(results, 'threads-'));
  await bundle(folder);
  project.onTestsRerun(() => bundle(folder));
  project.provide('threads', pathToFileURL(folder + sep).href);
  return () => rmSync(folder, { recursive: true, force: true });
}

async function bundle(outDir: string): Promise<void> {
  const files = globSync('electron/engine/**/*-worker.ts', { cwd: root });
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: native },
    build: {
      ssr: true,
      outDir,
      rolldownOptions: {
        input: Object.fromEntries(files.map((file) => [basename(file, '.ts'), join(root, file)])),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}
