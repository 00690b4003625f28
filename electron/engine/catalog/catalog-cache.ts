import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';

const mostRemembered = 500;
const remembered = new WeakMap<ReadableDatabase, Map<string, unknown>>();

/**
 * Counts over the whole catalogue, kept until the catalogue changes. Selling does not change them. Reads never run
 * between a write and its commit, so what is counted is always what was committed.
 */
export function rememberedCount<T>(context: EngineContext, key: string, count: () => T): T {
  let counts = remembered.get(context.read);
  if (counts === undefined) remembered.set(context.read, (counts = new Map()));
  if (counts.has(key)) return counts.get(key) as T;
  if (counts.size >= mostRemembered) counts.clear();
  const value = count();
  counts.set(key, value);
  return value;
}

/** Called inside every write of the catalogue. */
export function forgetCounts(context: EngineContext): void {
  remembered.delete(context.read);
}
