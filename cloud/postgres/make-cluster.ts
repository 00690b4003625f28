import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { RunAs } from './run-as.ts';
import { reachable } from './reachable.ts';

/** Makes an empty database cluster in the folder `data`, owned by `user`. */
export async function makeCluster(of: {
  data: string;
  password: string;
  initdb: string;
  user: RunAs;
}): Promise<Result<void>> {
  const { data, user } = of;
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const secret = mkdtempSync(join(tmpdir(), 'sukli-initdb-'));
  const passwordFile = join(secret, 'password');
  writeFileSync(passwordFile, of.password, { mode: 0o600 });
  if (user !== null) for (const path of [data, secret, passwordFile]) chownSync(path, user.uid, user.gid);
  const folder = openSync(data, 'r');
  try {
    const child = spawn(
      of.initdb,
      [
        `--pgdata=${reachable(data, user)}`,
        `--pwfile=${passwordFile}`,
        '--username=sukli',
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--locale=C.UTF-8',
        '--no-instructions',
      ],
      {
        ...user,
        cwd: '/',
        stdio: ['ignore', 'ignore', 'pipe', folder],
        env: { ...process.env, LC_ALL: 'C' },
      },
    );
    const [words, [code]] = await Promise.all([said(child), once(child, 'close')]);
    if (code === 0) return ok(undefined);
    rmSync(data, { recursive: true, force: true });
    return fail({
      code: 'postgres-not-made',
      message: `PostgreSQL could not set up ${data}: ${words.trim()}`,
    });
  } finally {
    closeSync(folder);
    rmSync(secret, { recursive: true, force: true });
  }
}

function said({ stderr }: ChildProcess): Promise<string> {
  return stderr === null ? Promise.resolve('') : text(stderr);
}
