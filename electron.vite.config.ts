import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'electron-vite';
import { mergeConfig, type Plugin } from 'vite';
import type * as ScreensModule from './electron/build/screens-config.ts';
import type * as SignatureModule from './electron/build/source-signature.ts';

const root = import.meta.dirname;

// electron-vite bundles this file, and what is bundled no longer knows its own folder: these are loaded as they are.
const fromSource = (file: string) => pathToFileURL(resolve(root, file)).href;
const { screensConfig } = (await import(
  fromSource('electron/build/screens-config.ts')
)) as typeof ScreensModule;
const { stampBuild } = (await import(
  fromSource('electron/build/source-signature.ts')
)) as typeof SignatureModule;

/**
 * Every worker becomes an entry of its own, named as its file: `electron/engine/worker-url.ts` finds it by that name
 * beside the bundle, so two workers may not share one.
 */
function workerEntries(): Record<string, string> {
  const files = globSync('electron/engine/**/*-worker.ts', { cwd: root });
  const entries = Object.fromEntries(files.map((file) => [basename(file, '.ts'), resolve(root, file)]));
  if (Object.keys(entries).length !== files.length) throw new Error('Two workers have the same file name.');
  return entries;
}

const screens = screensConfig();

/** The desktop preset builds for file:// and one Chromium; our screens live at the root of an origin, in any browser. */
const asServed: Plugin = {
  name: 'sukli:as-served',
  enforce: 'post',
  config(config) {
    config.base = '/';
    config.build = { ...config.build, minify: 'oxc' };
    if (screens.build?.target !== undefined) config.build.target = screens.build.target;
  },
};

export default defineConfig({
  main: {
    plugins: [stampBuild(root, 'shell')],
    publicDir: false,
    build: {
      outDir: resolve(root, 'out/main'),
      rolldownOptions: {
        input: {
          main: resolve(root, 'electron/main.ts'),
          host: resolve(root, 'electron/host.ts'),
          cli: resolve(root, 'electron/cli.ts'),
          ...workerEntries(),
        },
        // One flat folder: what is found relative to a file of ours is found from every chunk alike.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    publicDir: false,
    build: {
      outDir: resolve(root, 'out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/preload.ts') },
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: mergeConfig(screens, {
    plugins: [asServed],
    build: { rolldownOptions: { input: resolve(root, 'renderer/index.html') } },
  }),
});
