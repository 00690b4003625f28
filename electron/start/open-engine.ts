import type { Failure, Result } from '../../shared/domain/result.ts';
import { createEngine, type Engine, type EngineOptions } from '../engine/engine.ts';

/** The engine of a data folder; an empty demonstration is filled with its ready shop first. */
export async function openEngine(options: EngineOptions): Promise<Result<Engine, Failure>> {
  const created = await createEngine(options);
  if (!created.ok || !options.demo || !created.value.setUpNeeded()) return created;
  const { seedDemo } = await import('../engine/demo/index.ts');
  const seeded = await seedDemo(created.value.context);
  if (seeded.ok) return created;
  await created.value.close();
  return seeded;
}
