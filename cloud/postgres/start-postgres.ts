import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { canConnect } from './can-connect.ts';
import { findPrograms, type Programs } from './find-programs.ts';
import { makeCluster } from './make-cluster.ts';
import { passwordOf } from './password.ts';
import { reachable } from './reachable.ts';
import { runAs, type RunAs } from './run-as.ts';
import { findRunning, urlOf } from './running-postgres.ts';

export type Postgres = {
  /** Of its maintenance database; other databases are beside it. */
  url: string;
  /** Resolves when it is not running any more, whoever ended it. */
  ended: Promise<unknown>;
  /** Ends every connection and stops it. */
  stop(): Promise<void>;
};

export type PostgresOptions = {
  /** Everything of it is in here. Made when it is not there. */
  folder: string;
  /** Settings of PostgreSQL, over ours. */
  settings?: Record<string, string>;
};

/**
 * Starts the PostgreSQL of a folder, on a free port of 127.0.0.1 with a password that only the folder's owner can read.
 * Fails with a sentence when it is running already, or does not start.
 */
export async function startPostgres(options: PostgresOptions): Promise<Result<Postgres>> {
  const { folder } = options;
  const user = runAs();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const running = await findRunning(folder);
  if (running !== null) {
    return fail({
      code: 'folder-in-use',
      message: `A cloud is running on ${folder} already. Several copies share one database through DATABASE_URL.`,
    });
  }
  const programs = findPrograms(user);
  if (!programs.ok) return programs;
  const started = await startIn(options, programs.value, user);
  if (!started.ok) programs.value.remove();
  return started;
}

async function startIn(
  { folder, settings = {} }: PostgresOptions,
  programs: Programs,
  user: RunAs,
): Promise<Result<Postgres>> {
  const data = join(folder, 'postgres');
  const password = passwordOf(folder);
  if (!existsSync(join(data, 'PG_VERSION'))) {
    const made = await makeCluster({ data, password, initdb: programs.initdb, user });
    if (!made.ok) return made;
  } else if (user !== null) {
    chownSync(data, user.uid, user.gid);
  }
  const port = await freePort();
  const child = runServer({ folder, data, port, postgres: programs.postgres, user, settings });
  const ended = once(child, 'exit');
  const url = urlOf(port, password);
  if (!(await answers(url, child))) {
    const log = join(folder, 'postgres.log');
    await stop(child);
    return fail({
      code: 'postgres-not-started',
      message: `PostgreSQL did not start. The end of ${log}:\n${tailOf(log)}`,
    });
  }
  return ok({
    url,
    ended,
    async stop() {
      await stop(child);
      programs.remove();
    },
  });
}

/*
 * A shell of its own process group holds PostgreSQL and ends with it. It stops PostgreSQL when its input ends: Ctrl+C in a
 * terminal leaves that to us, and when we are killed it happens as well. The data folder is handed over open, so that it
 * is reached through folders that are closed to its user.
 */
const keeper = `exec 4<&0
trap "" INT TERM HUP
"$0" "$@" </dev/null 4<&- & server=$!
{ read _ <&4; kill -INT $server; } 2>/dev/null &
wait $server`;

function runServer(of: {
  folder: string;
  data: string;
  port: number;
  postgres: string;
  user: RunAs;
  settings: Record<string, string>;
}): ChildProcess {
  const log = openSync(join(of.folder, 'postgres.log'), 'a', 0o600);
  const data = openSync(of.data, 'r');
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(of.port),
    ...of.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn('/bin/sh', ['-c', keeper, of.postgres, '-D', reachable(of.data, of.user), ...flags], {
    ...of.user,
    cwd: '/',
    detached: true,
    stdio: ['pipe', log, log, data],
  });
  child.on('error', () => undefined);
  closeSync(log);
  closeSync(data);
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.stdin?.end();
  await ended;
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries += 1) {
    if (await canConnect(url)) return true;
    await wait(50);
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function tailOf(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
}
