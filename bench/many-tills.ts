import { performance } from 'node:perf_hooks';
import type { BenchCloud } from './bench-cloud.ts';
import { percentile, rounded, type Measured } from './percentile.ts';
import { enrolWireTill, type WireTill } from './wire-till.ts';

const rounds = 3;
const manyStores = 10;

type Run = { rate: number; failures: string[]; forReview: number };

/** Tills that all push at once, into one store and spread over ten, in turns. Medians of the rounds. */
export async function measureManyTills(
  cloud: BenchCloud,
  size: { tills: number; salesPerTill: number },
): Promise<Measured[]> {
  const founder = await enrolWireTill(cloud.url, cloud.code, 0);
  const runs = new Map<number, Run[]>([1, manyStores].map((stores) => [stores, []]));
  await pushAtOnce(await openStores(cloud, founder, { tills: size.tills, salesPerTill: 200 }, manyStores));
  for (let round = 0; round < rounds; round += 1) {
    for (const [stores, done] of runs) {
      done.push(await pushAtOnce(await openStores(cloud, founder, size, stores)));
    }
  }
  return summaryOf(size, runs, await cloud.troubles());
}

/** New stores, with the tills spread over them and what each has to push. */
async function openStores(
  cloud: BenchCloud,
  founder: WireTill,
  { tills, salesPerTill }: { tills: number; salesPerTill: number },
  stores: number,
): Promise<WireTill[]> {
  const opened: WireTill[] = [];
  for (let at = 0; at < tills; at += 1) {
    const inStore = opened[at - stores];
    const store = inStore === undefined ? { name: `Store ${at}` } : { id: inStore.storeId };
    opened.push(await enrolWireTill(cloud.url, await founder.codeFor(store), salesPerTill));
  }
  return opened;
}

async function pushAtOnce(tills: readonly WireTill[]): Promise<Run> {
  const started = performance.now();
  const pushed = await Promise.all(tills.map((till) => till.pushAll()));
  const seconds = (performance.now() - started) / 1000;
  const entries = tills.reduce((sum, till) => sum + till.entries, 0);
  return {
    rate: entries / seconds,
    failures: pushed.flatMap(({ failures }) => failures),
    forReview: pushed.reduce((sum, { forReview }) => sum + forReview, 0),
  };
}

function summaryOf(
  { tills, salesPerTill }: { tills: number; salesPerTill: number },
  runs: Map<number, Run[]>,
  { faults, deadlocks }: { faults: number; deadlocks: number },
): Measured[] {
  const all = [...runs.values()].flat();
  const failures = all.flatMap((run) => run.failures);
  const forReview = all.reduce((sum, run) => sum + run.forReview, 0);
  const [one, many] = [1, manyStores].map((stores) =>
    percentile(
      (runs.get(stores) ?? []).map(({ rate }) => rate),
      0.5,
    ),
  ) as [number, number];
  const at = `${tills} tills, ${salesPerTill.toLocaleString('en')} sales each`;
  return [
    {
      what: 'tills that push at once, failures and deadlocks',
      at,
      value: failures.length + faults + deadlocks,
      unit: '',
      promise: 0,
      detail: `${failures.length} pushes not taken, ${faults} faults in the cloud, ${deadlocks} deadlocks, ${forReview} entries for review${failures
        .slice(0, 3)
        .map((text) => `; ${text}`)
        .join('')}`,
    },
    {
      what: `the same over ${manyStores} stores`,
      at,
      value: rounded(many / one),
      unit: '× one store',
      promise: 1,
      atLeast: true,
      detail: `${rounded(many, 0)} entries/s over ${manyStores} stores, ${rounded(one, 0)} in one; one copy of the cloud, medians of ${rounds} rounds`,
    },
  ];
}
