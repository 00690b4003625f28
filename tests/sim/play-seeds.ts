import { startTestPostgres } from '../cloud/support/test-postgres.ts';
import { runSeed, type SeedResult } from './run-seed.ts';

export type Play = { seeds: readonly string[]; trace: boolean; untilFailure: boolean };
export type Played = { seeds: number; sales: number; failed: number };

/** Plays seeds one after the other on one PostgreSQL, and tells of those that fail. */
export async function playSeeds({ seeds, trace, untilFailure }: Play): Promise<Played> {
  const postgres = await startTestPostgres();
  const played: Played = { seeds: 0, sales: 0, failed: 0 };
  try {
    for (const seed of seeds) {
      const result = await runSeed(seed, postgres.url);
      played.seeds += 1;
      played.sales += result.sales;
      if (trace) process.stdout.write(`${result.trace.join('\n')}\n`);
      if (result.wrong.length === 0) continue;
      played.failed += 1;
      tell(result);
      if (untilFailure) break;
    }
  } finally {
    await postgres.stop();
  }
  return played;
}

function tell({ seed, wrong }: SeedResult): void {
  process.stdout.write(`✗ seed ${seed} (npm run sim -- --seed ${seed} --trace)\n`);
  for (const what of wrong.slice(0, 8)) process.stdout.write(`  ${what}\n`);
  if (wrong.length > 8) process.stdout.write(`  and ${wrong.length - 8} more\n`);
}
