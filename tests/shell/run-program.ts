import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';

export const root = join(import.meta.dirname, '..', '..');

type Child = ChildProcessByStdio<null, Readable, Readable>;
export type Program = {
  child: Child;
  output(): string;
  /** Resolves with the first match in what was printed; rejects when the program ends without one. */
  saw(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; output: string }>;
};

/** Runs a program as a user would; it is killed when the test is over. */
export function runProgram(
  file: string,
  args: readonly string[],
  environment: Record<string, string | undefined> = {},
): Program {
  const child = spawn(file, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it starts (npm starts Node) ends with it.
    detached: true,
  });
  let output = '';
  let wake: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
      wake();
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    output,
  }));
  onTestFinished(() => killGroup(child));
  return {
    child,
    output: () => output,
    ended,
    async saw(pattern) {
      for (;;) {
        const match = pattern.exec(output);
        if (match !== null) return match;
        const more = new Promise<'more'>((resolve) => (wake = () => resolve('more')));
        const next = await Promise.race([more, ended]);
        if (next !== 'more' && pattern.exec(output) === null) {
          throw new Error(`ended (${next.code ?? next.signal}) without ${pattern}:\n${output}`);
        }
      }
    },
  };
}

function killGroup(child: Child): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Everything in it has ended already.
  }
}
