import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from '../cloud/postgres/start-postgres.ts';
import { cpuSecondsOf } from './cpu-seconds.ts';

export type BenchCloud = {
  url: string;
  /** For the first till of its shop; good once. */
  code: string;
  databaseUrl: string;
  ask<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]>;
  /** Seconds of the processors so far, of the cloud's own process and of PostgreSQL's. */
  cpuSeconds(): Promise<{ cloud: number; database: number }>;
  /** So far: requests that were answered with 500 or more, and deadlocks that the database broke up. */
  troubles(): Promise<{ faults: number; deadlocks: number }>;
};

const lowest = 19;

/**
 * The real cloud as a process of its own, on a real PostgreSQL as durable as it comes; gone when `work` is done. `elsewhere`:
 * the processors serve whatever else runs here first, since a shop's cloud has a machine of its own.
 */
export async function withCloud<T>(
  work: (cloud: BenchCloud) => Promise<T>,
  { elsewhere = false } = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'sukli-bench-cloud-'));
  const postgres = await startPostgres({ folder });
  if (!postgres.ok) throw new Error(postgres.failure.message);
  const { url: databaseUrl, stop } = postgres.value;
  if (elsewhere) setPriority(postmasterOf(folder), lowest);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  // `nice` becomes the cloud: a priority that is given later would not be that of all its threads.
  const program = [...(elsewhere ? ['nice', '-n', String(lowest)] : []), process.execPath];
  const cloud = spawn(program[0] ?? '', [...program.slice(1), 'cloud/start.mjs', '--port', '0'], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    let faults = 0;
    linesOf(cloud.stdout, (line) => {
      if (isFault(line)) faults += 1;
    });
    const ask = async <Row extends pg.QueryResultRow>(statement: string) =>
      (await client.query<Row>(statement)).rows;
    return await work({
      ...(await ready(cloud)),
      databaseUrl,
      ask,
      async cpuSeconds() {
        const processes = await ask<{ pid: number }>('select pid from pg_stat_activity');
        const database = processes.reduce((sum, { pid }) => sum + cpuSecondsOf(pid), 0);
        return { cloud: cpuSecondsOf(cloud.pid ?? 0), database };
      },
      async troubles() {
        // PostgreSQL tells its counts up to a second later.
        await setTimeout(1_500);
        const counted = await ask<{ deadlocks: string }>(
          'select sum(deadlocks) as deadlocks from pg_stat_database',
        );
        return { faults, deadlocks: Number(counted[0]?.deadlocks) };
      },
    });
  } finally {
    if (cloud.exitCode === null) {
      const ended = once(cloud, 'exit');
      cloud.kill('SIGTERM');
      await ended;
    }
    await client.end();
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What it starts from now on has its priority. */
function postmasterOf(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function ready(cloud: ChildProcess): Promise<{ url: string; code: string }> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    cloud.once('exit', (exit) => reject(new Error(`the cloud ended with ${exit}: ${said.join('\n')}`)));
    let url = '';
    linesOf(cloud.stderr, (line) => {
      said.push(line);
      url = /Sukli cloud is ready at (\S+)/.exec(line)?.[1] ?? url;
      const code = /The code for the first till: (\S+)/.exec(line)?.[1];
      if (code !== undefined) resolve({ url, code });
    });
  });
}

function linesOf(output: ChildProcess['stdout'], onLine: (line: string) => void): void {
  if (output === null) throw new Error('no output');
  createInterface(output).on('line', onLine);
}

function isFault(line: string): boolean {
  const { level, status } = JSON.parse(line) as { level: number; status?: number };
  return level >= 50 || (status ?? 0) >= 500;
}
