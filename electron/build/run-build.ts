import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, mergeConfig, type InlineConfig } from 'vite';
import { screensConfig } from './screens-config.ts';

const root = join(import.meta.dirname, '..', '..');

// A program of its own (`node electron/build/run-build.ts screens|shell`), so that a till that serves for weeks does
// not carry the builder's memory.
if (process.argv[2] === 'shell') await buildShell();
else await buildScreens();

/** Built beside and then put in place, so that a till that is serving the old screens never serves half of each. */
async function buildScreens(): Promise<void> {
  const finished = join(root, 'out', 'renderer');
  const building = `${finished}.building-${process.pid}`;
  try {
    await build(quietly(mergeConfig(screensConfig(), { build: { outDir: building, emptyOutDir: true } })));
    await mkdir(join(root, 'out'), { recursive: true });
    await rm(finished, { recursive: true, force: true });
    await rename(building, finished);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

async function buildShell(): Promise<void> {
  process.env['NODE_ENV_ELECTRON_VITE'] = 'production';
  const { resolveConfig } = await import('electron-vite');
  const { config } = await resolveConfig({ root, logLevel: 'warn' }, 'build', 'production');
  for (const part of [config?.main, config?.preload]) {
    if (part !== undefined) await build(quietly(part as InlineConfig));
  }
}

function quietly(config: InlineConfig): InlineConfig {
  return { ...config, configFile: false, logLevel: 'warn' };
}
