import { fail, type Failure, type Result } from '../../shared/domain/result.ts';
import { createEngine, type Engine, type EngineOptions } from '../engine/engine.ts';

/**
 * The engine of a data folder; an empty demonstration is filled with its ready shop first. A folder that was begun as a
 * real till stays one: the logins of the demonstration, which everybody knows, never come into it.
 */
export async function openEngine(options: EngineOptions): Promise<Result<Engine, Failure>> {
  const created = await createEngine(options);
  if (!created.ok || !options.demo) return created;
  if (!created.value.context.identity().demo) {
    await created.value.close();
    const message = `The folder ${options.dataDir} is a real till's. Start it without --demo, or choose another folder with --data.`;
    return fail({ code: 'data-folder-not-demo', message });
  }
  if (!created.value.setUpNeeded()) return created;
  const { seedDemo } = await import('../engine/demo/index.ts');
  const seeded = await seedDemo(created.value.context);
  if (seeded.ok) return created;
  await created.value.close();
  return seeded;
}
