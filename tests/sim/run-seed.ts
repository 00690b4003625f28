import { createHash } from 'node:crypto';
import { check, heal } from './check.ts';
import { step } from './steps.ts';
import { openWorld } from './world.ts';

export type SeedResult = {
  seed: string;
  wrong: string[];
  trace: string[];
  sales: number;
  /** Of the trace: the same for the same seed. */
  digest: string;
};

const stepsPerSeed = 70;

/** Plays one seed from its first step to the check of everything. What is thrown on the way is wrong too. */
export async function runSeed(seed: string, server: string): Promise<SeedResult> {
  const world = await openWorld(seed, server);
  const { trace } = world;
  let wrong: string[];
  try {
    for (let count = 0; count < stepsPerSeed; count += 1) await step(world);
    const restless = await heal(world);
    wrong = [...restless, ...(await check(world))];
  } catch (error) {
    wrong = [`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  } finally {
    await world.end();
  }
  const digest = createHash('sha256').update(trace.join('\n')).digest('hex').slice(0, 16);
  return { seed, wrong, trace, sales: world.answered.size, digest };
}
