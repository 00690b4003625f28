import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

export type FoundChromium = { path: string; how: string };

const onThePath = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * The Chromium that browser tests run in: the one that `SUKLI_CHROMIUM` names, one that is installed, Playwright's own,
 * or Debian's package where this user may install it. Null when there is none.
 */
export function findChromium(): FoundChromium | null {
  const named = process.env['SUKLI_CHROMIUM'];
  if (named !== undefined && existsSync(named)) return { path: named, how: 'named by SUKLI_CHROMIUM' };
  const installed = findInstalled();
  if (installed !== undefined) return { path: installed, how: 'installed' };
  const playwrights = chromium.executablePath();
  if (existsSync(playwrights)) return { path: playwrights, how: "Playwright's own" };
  if (!mayInstallDebianPackages()) return null;
  spawnSync('apt-get', ['update'], { stdio: 'ignore' });
  const install = [
    'install',
    '--yes',
    '--no-install-recommends',
    'chromium',
    'fonts-noto-core',
    'poppler-utils',
  ];
  spawnSync('apt-get', install, {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const debians = findInstalled();
  return debians === undefined ? null : { path: debians, how: "Debian's package, just installed" };
}

/** What Chromium prints for its version, or an empty text. */
export function chromiumVersion(path: string): string {
  return execFileSync(path, ['--version', '--no-sandbox'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

/** No sandbox (tests may run as root) and no calls home. */
export const chromiumArguments = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

function findInstalled(): string | undefined {
  for (const name of onThePath) {
    const found = spawnSync('which', [name], { encoding: 'utf8' });
    const path = found.status === 0 ? found.stdout.trim() : '';
    if (path !== '') return path;
  }
  return [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
  ].find((path) => existsSync(path));
}

function mayInstallDebianPackages(): boolean {
  return process.getuid?.() === 0 && spawnSync('which', ['apt-get']).status === 0;
}
