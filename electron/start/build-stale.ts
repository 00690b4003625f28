import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { Part } from '../build/source-signature.ts';

const announcements: Record<Part, string> = {
  screens: 'Building the screens…',
  shell: 'Building the window…',
};

/**
 * Builds what was built from other sources than those that are there. Says so by `say`, and nothing when there is
 * nothing to do. In an installed copy there are no sources, and nothing is ever stale.
 */
export async function buildStale(
  root: string,
  parts: readonly Part[],
  say: (line: string) => void,
): Promise<Result<void, { code: 'build-failed'; message: string }>> {
  if (!existsSync(join(root, 'renderer', 'index.html'))) return ok(undefined);
  const { isStale } = await import('../build/source-signature.ts');
  for (const part of parts) {
    if (!(await isStale(root, part))) continue;
    say(announcements[part]);
    const output = await runBuild(root, part);
    if (output !== null) {
      return fail({ code: 'build-failed', message: `Building the ${part} failed.\n${output}` });
    }
  }
  return ok(undefined);
}

/** Null when all went well; otherwise what the builder printed. */
function runBuild(root: string, part: Part): Promise<string | null> {
  const child = spawn(process.execPath, [join(root, 'electron', 'build', 'run-build.ts'), part], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => (output += text));
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? null : output.trimEnd()));
  });
}
