import './guard-first.ts';
import { appFolder } from './app-folders.ts';
import type { Part } from './build/source-signature.ts';
import { systemClock } from './engine/clock.ts';
import { buildStale } from './start/build-stale.ts';
import { flagHelp, readFlags, type Flags } from './start/read-flags.ts';
import { waitForEnd } from './start/wait-for-end.ts';

const help = `npm start -- [flags]

Builds what is stale, then opens the till: in its window where Electron is, and otherwise for a browser.

${flagHelp}
`;

/** `npm start`. Answers the exit code: 0, 1 when the till could not start, 2 for a flag that is not understood. */
export async function start(given: string[]): Promise<number> {
  const flags = readFlags(given);
  if (!flags.ok) {
    console.error(flags.failure.message);
    return 2;
  }
  if (flags.value.help) {
    process.stdout.write(help);
    return 0;
  }
  if (!flags.value.host) {
    const exitCode = await startWindow(flags.value);
    if (exitCode !== null) return exitCode;
  }
  return startServing(flags.value);
}

/** Null when there is no window to be had; the line that says why has been said then. */
async function startWindow(flags: Flags): Promise<number | null> {
  const { findElectron } = await import('./start/find-electron.ts');
  const electron = await findElectron(appFolder, systemClock.now());
  if (!electron.found) {
    console.log(`No window: ${electron.why}. The same screens are served to a browser instead.`);
    return null;
  }
  if (!(await build(['screens', 'shell']))) return 1;
  const { openWindow } = await import('./start/open-window.ts');
  const end = waitForEnd();
  const outcome = await openWindow(electron.binary, appFolder, shellFlags(flags), end.signal);
  end.release();
  if (outcome.kind === 'closed') return outcome.exitCode;
  console.log('No window: Electron could not open one. The same screens are served to a browser instead.');
  return null;
}

function shellFlags({ dataDir, port, demo }: Flags): string[] {
  return ['--data', dataDir, '--port', String(port), ...(demo ? ['--demo'] : [])];
}

async function startServing(flags: Flags): Promise<number> {
  if (!(await build(['screens']))) return 1;
  const { serve } = await import('./start/serve.ts');
  return serve(flags);
}

async function build(parts: readonly Part[]): Promise<boolean> {
  const built = await buildStale(appFolder, parts, (line) => console.log(line));
  if (!built.ok) console.error(built.failure.message);
  return built.ok;
}

if (import.meta.main) process.exitCode = await start(process.argv.slice(2));
