import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { BenchCloud } from './bench-cloud.ts';
import { openShop } from './open-engine.ts';
import { prepareSales, type Till } from './pay.ts';
import { percentile, rounded, type Measured } from './percentile.ts';
import { ringUp, type Rung } from './ring.ts';

const turns = 10;
const leastControl = 1_000;
const fillTill = fileURLToPath(new URL('fill-till.ts', import.meta.url));
const floorScript = fileURLToPath(new URL('insert-floor.ts', import.meta.url));

type Run = {
  rows: number;
  pushSeconds: number;
  floorSeconds: number;
  pushing: Rung;
  alone: Rung;
  /** Seconds of the processors: of all three while pushing, of PostgreSQL for the floor. */
  cpu: { till: number; cloud: number; database: number; floor: number };
  /** MiB. */
  memory: { before: number; peak: number };
};

/**
 * Sales that waited go to the cloud, a tenth at a time; in turns with it the floor, which writes the very same rows, and
 * as long a while of selling alone. Meanwhile a sale is rung up every 50 ms. Till, cloud and PostgreSQL share this machine's
 * processors and disk; the processors serve the till first.
 */
export async function measureWaitingSales(cloud: BenchCloud, sales: number): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sukli-bench-'));
  const filled = spawnSync(process.execPath, [fillTill, folder, String(sales)], { stdio: 'inherit' });
  if (filled.status !== 0) throw new Error(`filling a till ended with ${filled.status}`);
  const shop = await openShop(folder, { background: false });
  const floor = fork(floorScript, [cloud.databaseUrl]);
  try {
    const till = await prepareSales(shop);
    await shop.call('POST', '/sync/join', { url: cloud.url, code: cloud.code, name: '' });
    return summaryOf(await run(till, cloud, floor, sales), sales);
  } finally {
    floor.disconnect();
    await shop.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(till: Till, cloud: BenchCloud, floor: ChildProcess, sales: number): Promise<Run> {
  const before = memory();
  const measured: Run = {
    rows: 0,
    pushSeconds: 0,
    floorSeconds: 0,
    pushing: { took: [], waited: [] },
    alone: { took: [], waited: [] },
    cpu: { till: 0, cloud: 0, database: 0, floor: 0 },
    memory: { before, peak: before },
  };
  await ringUp(till, { took: [], waited: [] }, untilAfter(leastControl));
  for (let waiting = Number.POSITIVE_INFINITY; waiting >= turns;) {
    const began = await cpuSeconds(cloud);
    const pushed = await pushSome(till, measured, Math.ceil(sales / turns));
    waiting = pushed.waiting;
    const between = await cpuSeconds(cloud);
    const inserted = await insertFloor(floor);
    const ended = await cpuSeconds(cloud);
    measured.rows += inserted.rows;
    measured.pushSeconds += pushed.seconds;
    measured.floorSeconds += inserted.seconds;
    for (const part of ['till', 'cloud', 'database'] as const)
      measured.cpu[part] += between[part] - began[part];
    measured.cpu.floor += ended.database - between.database;
    await ringUp(till, measured.alone, untilAfter(Math.max(leastControl, pushed.seconds * 1000)));
  }
  return measured;
}

function insertFloor(floor: ChildProcess): Promise<{ rows: number; seconds: number }> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`the floor ended with ${code}`));
    floor.once('exit', onExit);
    floor.once('message', (inserted) => {
      floor.off('exit', onExit);
      resolve(inserted as { rows: number; seconds: number });
    });
    floor.send('insert');
  });
}

async function cpuSeconds(cloud: BenchCloud) {
  const { user, system } = process.cpuUsage();
  return { ...(await cloud.cpuSeconds()), till: (user + system) / 1e6 };
}

/** Pushes at least so many entries, or all. */
async function pushSome(
  till: Till,
  measured: Run,
  count: number,
): Promise<{ seconds: number; waiting: number }> {
  let isDone = false;
  const ringing = ringUp(till, measured.pushing, () => isDone);
  const watch = setInterval(() => {
    measured.memory.peak = Math.max(measured.memory.peak, memory());
  }, 20);
  const started = performance.now();
  let [sent, waiting] = [0, Number.POSITIVE_INFINITY];
  while (sent < count && waiting > 0) {
    const pushed = await till.shop.engine.sync.pushOnce();
    if (!pushed.ok) throw new Error(pushed.failure.message);
    sent += pushed.value.sent;
    waiting = pushed.value.waiting;
  }
  const seconds = (performance.now() - started) / 1000;
  isDone = true;
  clearInterval(watch);
  await ringing;
  return { seconds, waiting };
}

function summaryOf(measured: Run, sales: number): Measured[] {
  const { rows, pushSeconds, floorSeconds, pushing, alone, cpu } = measured;
  const { before, peak } = measured.memory;
  const at = `${sales.toLocaleString('en')} sales waiting`;
  const both = (part: keyof Rung, share: number) =>
    `${rounded(percentile(pushing[part], share))} ms against ${rounded(percentile(alone[part], share))} ms`;
  return [
    {
      what: 'waiting sales → cloud',
      at,
      value: rounded(floorSeconds / pushSeconds),
      unit: '× bare INSERT',
      promise: 0.5,
      atLeast: true,
      detail: `${rows.toLocaleString('en')} entries in ${rounded(pushSeconds, 1)} s, ${rounded(rows / pushSeconds, 0)}/s; bare INSERT ${rounded(floorSeconds, 1)} s, ${rounded(rows / floorSeconds, 0)}/s; processors while sending: till ${rounded(cpu.till, 1)} s, cloud ${rounded(cpu.cloud, 1)} s, PostgreSQL ${rounded(cpu.database, 1)} s (bare INSERT and its reading ${rounded(cpu.floor, 1)} s)`,
    },
    {
      what: 'memory that sending takes',
      at,
      value: rounded(peak - before, 0),
      unit: 'MiB',
      promise: 300,
      detail: `resident: ${rounded(before, 0)} MiB before, at most ${rounded(peak, 0)} MiB`,
    },
    {
      what: 'a sale rung up while sending, p99',
      at,
      value: rounded(percentile(pushing.took, 0.99) / percentile(alone.took, 0.99)),
      unit: '× without',
      promise: 1.1,
      detail: `${both('took', 0.99)}, p50 ${both('took', 0.5)}; from when it was due, p99 ${both('waited', 0.99)}; ${pushing.took.length} and ${alone.took.length} sales`,
    },
  ];
}

function untilAfter(milliseconds: number): () => boolean {
  const end = performance.now() + milliseconds;
  return () => performance.now() >= end;
}

function memory(): number {
  return process.memoryUsage.rss() / 2 ** 20;
}
