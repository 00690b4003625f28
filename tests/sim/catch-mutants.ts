import { spawnSync } from 'node:child_process';
import { mutants } from './mutants.ts';

/** Each planted bug has to fail some seed; one that fails none shows what the simulation cannot see. Gives how many were missed. */
export function catchMutants(only: string | undefined, seeds: number): number {
  const asked = mutants.filter(({ name }) => only === undefined || name === only);
  return asked.filter(({ name }) => !isCaught(name, seeds)).length;
}

function isCaught(name: string, seeds: number): boolean {
  const run = spawnSync(
    process.execPath,
    [
      '--import',
      new URL('mutate.ts', import.meta.url).href,
      new URL('run.ts', import.meta.url).pathname,
      '--until-failure',
      '--seeds',
      String(seeds),
    ],
    { env: { ...process.env, SUKLI_MUTANT: name }, encoding: 'utf8' },
  );
  const took = /^(\d+) seeds/m.exec(run.stdout)?.[1];
  if (run.status !== 1 || took === undefined || !run.stdout.includes('✗ seed')) {
    process.stdout.write(`✗ ${name}: not noticed\n${run.stderr}`);
    return false;
  }
  const why = /^ {2}(.*)$/m.exec(run.stdout)?.[1] ?? '';
  process.stdout.write(`✓ ${name}: noticed after ${took} seeds (${why.slice(0, 120)})\n`);
  return true;
}
