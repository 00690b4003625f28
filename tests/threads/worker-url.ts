import { inject } from 'vitest';

/** Stands for `electron/engine/worker-url.ts` in tests: the thread of that name as it was bundled for this run. */
export function workerUrl(name: string): URL {
  return new URL(`${name.split('/').at(-1)}.js`, inject('threads'));
}
