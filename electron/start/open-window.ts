import { spawn } from 'node:child_process';
import { toldExitCode } from './told-exit-code.ts';

const earlyDays = 15_000;

export type WindowEnd =
  | { kind: 'closed'; exitCode: number }
  /** The window never came up: a missing library, a forbidden sandbox. */
  | { kind: 'never-opened' };

/** Runs the shell until its window is closed. */
export function openWindow(
  binary: string,
  root: string,
  flags: readonly string[],
  stopped: AbortSignal,
): Promise<WindowEnd> {
  const environment = { ...process.env };
  delete environment['ELECTRON_RUN_AS_NODE'];
  const child = spawn(binary, [root, ...flags], { stdio: 'inherit', env: environment });
  const startedAt = performance.now();
  stopped.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  return new Promise((resolve) => {
    child.once('error', () => resolve({ kind: 'never-opened' }));
    child.once('exit', (code, signal) => {
      const failedEarly = code !== 0 && code !== toldExitCode && performance.now() - startedAt < earlyDays;
      if (failedEarly && !stopped.aborted) resolve({ kind: 'never-opened' });
      else resolve({ kind: 'closed', exitCode: code ?? (signal === null ? 0 : 1) });
    });
  });
}
