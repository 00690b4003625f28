import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { startEngine } from '../electron/host.ts';
import { promisedCost, verifySlowly } from '../electron/engine/people/argon2.ts';
import { cpuSecondsOf } from './cpu-seconds.ts';
import { ourSide, peerSide, requestsOf, scenarios, type Scenario, type Side } from './dialect-requests.ts';
import { concurrency, drive, loaderName, type Driven } from './drive.ts';
import { percentile, rounded, type Measured } from './percentile.ts';
import { seedDialects, seeded } from './seed-dialects.ts';

const seconds = Number(process.env['SUKLI_BENCH_SECONDS'] ?? 5);
const rounds = Number(process.env['SUKLI_BENCH_ROUNDS'] ?? 3);
const at = `${seeded.accounts.toLocaleString('en')} accounts, ${seeded.orders.toLocaleString('en')} orders, concurrency ${concurrency}`;

/** With the milliseconds of processor time that a request cost the server, which neighbours disturb least. */
type Run = Driven & { cpu: number };

/** How many times the peer's requests a second are promised. */
const promised: Partial<Record<Scenario, number>> = {
  refresh: 15,
  profile: 15,
  'order read': 15,
  'scan-user': 15,
  order: 6,
  payment: 6,
  'process-order-points': 6,
};

/**
 * The dialects over the real HTTP door of the real host, every write durable, against the same work on the peer where
 * one is named; in turns, so that what else the machine does meets both. Medians of the rounds.
 */
export async function measureDialects(wanted: readonly string[]): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sukli-bench-'));
  const dataDir = join(folder, 'till');
  const till = await seedDialects(dataDir);
  const host = spawn(process.execPath, ['electron/cli.ts', 'serve', '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const ours = ourSide(await readyUrl(host), host.pid ?? 0, till);
    const [url, data] = [process.env['SUKLI_PEER_URL'], process.env['SUKLI_PEER_DATA']];
    const sides = url === undefined || data === undefined ? [ours] : [ours, peerSide(url, data)];
    console.log(`${loaderName()}, ${rounds} rounds of ${seconds} s; peer: ${sides[1]?.url ?? 'none'}`);
    const measured: Measured[] = [];
    for (const scenario of scenarios.filter((name) => wanted.length === 0 || wanted.includes(name))) {
      measured.push(...(await compare(scenario, sides, folder)));
    }
    await end(host);
    await verify(dataDir);
    return measured;
  } finally {
    await end(host);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(scenario: Scenario, sides: readonly Side[], folder: string): Promise<Measured[]> {
  const runs = new Map<Side, Run[]>(sides.map((side) => [side, []]));
  const hashes: number[] = [];
  for (const side of sides) await run(scenario, side, folder, 1);
  for (let round = 0; round < rounds; round += 1) {
    if (scenario === 'login') hashes.push(await hashRate());
    for (const [side, driven] of runs) driven.push(await run(scenario, side, folder, seconds));
  }
  const [ours, peer] = sides.map((side) => summaryOf(runs.get(side) ?? []));
  if (ours === undefined) throw new Error('nothing was measured');
  console.log(`  ${scenario}: ${ours.says}${peer === undefined ? '' : ` · peer ${peer.says}`}`);
  if (scenario === 'login') {
    const rate = percentile(hashes, 0.5);
    return [
      row(
        scenario,
        ours.rate / rate,
        0.9,
        `× argon2id of this machine`,
        `${ours.says}; argon2id ${rounded(rate, 1)}/s`,
      ),
    ];
  }
  const promise = promised[scenario];
  if (peer === undefined || promise === undefined) return [];
  return [row(scenario, ours.rate / peer.rate, promise, '× peer', `${ours.says}; peer ${peer.says}`)];
}

function row(scenario: Scenario, value: number, promise: number, unit: string, detail: string): Measured {
  return {
    what: `dialects: ${scenario}`,
    at,
    value: rounded(value, 2),
    unit,
    promise,
    atLeast: true,
    detail,
  };
}

function summaryOf(runs: readonly Run[]): { rate: number; says: string } {
  const rate = percentile(
    runs.map(({ answered, seconds: took }) => answered / took),
    0.5,
  );
  const refused = runs.reduce((sum, { refused: some, broken }) => sum + some + broken, 0);
  const p99 = percentile(
    runs.map((one) => one.p99),
    0.5,
  );
  const errors = refused === 0 ? '' : `, ${refused} NOT ANSWERED WELL`;
  const cpu = percentile(
    runs.map((one) => one.cpu),
    0.5,
  );
  const cost = Number.isNaN(cpu) ? '' : `, ${rounded(cpu)} ms CPU each`;
  return { rate, says: `${rounded(rate, 0)} req/s, p99 ${rounded(p99, 1)} ms${cost}${errors}` };
}

async function run(scenario: Scenario, side: Side, folder: string, time: number): Promise<Run> {
  const requests = join(folder, 'requests');
  const left = join(folder, 'left');
  const rotating = scenario === 'refresh' && side.rotates;
  const lines = (rotating ? side.refreshLeft : null) ?? requestsOf(side, scenario);
  writeFileSync(requests, `${lines.join('\n')}\n`);
  const before = cpuSecondsOf(side.pid);
  const driven = await drive({ url: side.url, requests, seconds: time, ...(rotating ? { left } : {}) });
  const cpu = (1000 * (cpuSecondsOf(side.pid) - before)) / Math.max(1, driven.answered);
  if (rotating) side.refreshLeft = readFileSync(left, 'utf8').split('\n').filter(Boolean);
  if (scenario === 'process-order-points') side.nextOrder += driven.sent;
  return { ...driven, cpu };
}

/** Hashes a second that this machine checks, as many at once as there are requests. */
async function hashRate(): Promise<number> {
  const ends = performance.now() + seconds * 1000;
  const started = performance.now();
  let done = 0;
  const worker = async () => {
    while (performance.now() < ends) {
      await verifySlowly({ hashCost: promisedCost }, undefined, 'TestPassword123');
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return done / ((performance.now() - started) / 1000);
}

async function verify(dataDir: string): Promise<void> {
  const opened = await startEngine({ dataDir });
  if (!opened.ok) throw new Error(opened.failure.message);
  const { problems, entries } = await opened.value.engine.verify();
  await opened.value.close();
  if (problems.length > 0)
    throw new Error(`the books are not right: ${JSON.stringify(problems.slice(0, 5))}`);
  console.log(`  the books are right: ${entries.toLocaleString('en')} entries`);
}

function readyUrl(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    host.once('exit', (code) => reject(new Error(`the till ended with ${code}`)));
    if (host.stdout === null) throw new Error('no output');
    createInterface(host.stdout).on('line', (line) => {
      const url = /Sukli is ready at (\S+)/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}

async function end(host: ChildProcess): Promise<void> {
  if (host.exitCode !== null || host.signalCode !== null) return;
  host.kill('SIGTERM');
  await new Promise((resolve) => host.once('exit', resolve));
}
