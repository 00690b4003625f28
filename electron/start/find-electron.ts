import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const longestTry = 15_000;
const tryAgainAfter = 24 * 60 * 60 * 1000;

export type ElectronFound =
  | { found: true; binary: string }
  /** `why` finishes the sentence "No window: …". */
  | { found: false; why: string };

/**
 * The Electron binary, downloaded in a short try when it is not there yet. A try that failed is not repeated for a day;
 * one that is still downloading when its time is up goes on, so that the next start has its window.
 */
export async function findElectron(root: string, now: number): Promise<ElectronFound> {
  if (!hasDisplay()) return { found: false, why: 'there is no display' };
  const folder = electronFolder();
  if (folder === null) return { found: false, why: 'Electron is not installed' };
  const installed = await installedBinary(folder);
  if (installed !== null) return { found: true, binary: installed };
  const stamp = join(root, 'node_modules', '.cache', 'sukli', 'electron-tried');
  if (await triedLately(stamp, now)) return { found: false, why: 'Electron could not be downloaded' };
  const outcome = await download(folder);
  const binary = await installedBinary(folder);
  if (binary !== null) return { found: true, binary };
  if (outcome === 'still-running') {
    return { found: false, why: 'Electron is still downloading, and opens its window at the next start' };
  }
  await rememberTry(stamp, now);
  return { found: false, why: 'Electron could not be downloaded' };
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

function electronFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

async function installedBinary(folder: string): Promise<string | null> {
  try {
    const name = (await readFile(join(folder, 'path.txt'), 'utf8')).trim();
    const binary = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name);
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

async function triedLately(stamp: string, now: number): Promise<boolean> {
  try {
    return now - (await stat(stamp)).mtimeMs < tryAgainAfter;
  } catch {
    return false;
  }
}

async function rememberTry(stamp: string, now: number): Promise<void> {
  try {
    await mkdir(dirname(stamp), { recursive: true });
    await writeFile(stamp, '');
    await utimes(stamp, now / 1000, now / 1000);
  } catch {
    // A folder that cannot be written only means one more try next time.
  }
}

function download(folder: string): Promise<'ended' | 'still-running'> {
  const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' });
  return new Promise((resolve) => {
    const patience = setTimeout(() => {
      child.unref();
      process.once('exit', () => child.kill());
      resolve('still-running');
    }, longestTry);
    const ended = () => {
      clearTimeout(patience);
      resolve('ended');
    };
    child.once('error', ended);
    child.once('exit', ended);
  });
}
