import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { memoryFolder } from '../memory-folder.ts';
import { catchMutants } from './catch-mutants.ts';
import { playSeeds, type Played } from './play-seeds.ts';

const help = `npm run sim -- [--seeds N] [--from N] [--processes N] [--seed NAME [--trace]]
npm run sim -- --mutants [--mutant NAME] [--seeds N]

Plays days of several tills and their cloud, each decided by a seed, with every fault that befalls them, and checks that
nothing was lost and nothing counted twice. A seed that fails is printed; --seed plays it again, the same way.
--mutants plants known bugs, one after the other, and says how many seeds it took to notice each.
`;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    processes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    trace: { type: 'boolean', default: false },
    mutants: { type: 'boolean', default: false },
    mutant: { type: 'string' },
    'until-failure': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const memory = memoryFolder();
if (memory !== null) process.env['TMPDIR'] = memory;

if (values.help) process.stdout.write(help);
else if (values.mutants) process.exitCode = catchMutants(values.mutant, Number(values.seeds)) === 0 ? 0 : 1;
else process.exitCode = await play();

async function play(): Promise<number> {
  const startedAt = performance.now();
  const [from, count, processes] = [Number(values.from), Number(values.seeds), Number(values.processes)];
  const played = processes > 1 ? await playInProcesses(from, count, processes) : await playHere(from, count);
  const perSecond = (played.seeds / ((performance.now() - startedAt) / 1000)).toFixed(2);
  process.stdout.write(
    `${played.seeds} seeds, ${played.sales} sales, ${played.failed} failed; ${perSecond} seeds a second\n`,
  );
  return played.failed === 0 && played.seeds > 0 ? 0 : 1;
}

function playHere(from: number, count: number): Promise<Played> {
  const { seed, trace, 'until-failure': untilFailure } = values;
  const seeds =
    seed === undefined ? Array.from({ length: count }, (_, index) => String(from + index)) : [seed];
  return playSeeds({ seeds, trace, untilFailure });
}

/** The seeds shared out over processes, each with a PostgreSQL of its own. */
async function playInProcesses(from: number, count: number, processes: number): Promise<Played> {
  const share = Math.ceil(count / processes);
  const shares = Array.from({ length: processes }, (_, index) => ({
    from: from + index * share,
    seeds: Math.min(share, count - index * share),
  })).filter(({ seeds }) => seeds > 0);
  const all = await Promise.all(shares.map(playShare));
  return all.reduce((sum, each) => ({
    seeds: sum.seeds + each.seeds,
    sales: sum.sales + each.sales,
    failed: sum.failed + each.failed,
  }));
}

async function playShare(share: { from: number; seeds: number }): Promise<Played> {
  const child = spawn(
    process.execPath,
    [import.meta.filename, '--from', String(share.from), '--seeds', String(share.seeds)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const said = await text(child.stdout);
  const told = /^(\d+) seeds, (\d+) sales, (\d+) failed/m.exec(said);
  process.stdout.write(said.replace(/^\d+ seeds, .*\n/m, ''));
  // A share that ended early told nothing: none of its seeds counts as played.
  if (told === null) return { seeds: 0, sales: 0, failed: share.seeds };
  const [seeds = 0, sales = 0, failed = 0] = told.slice(1).map(Number);
  return { seeds, sales, failed };
}
