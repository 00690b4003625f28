import { Worker } from 'node:worker_threads';
import { workerUrl } from '../worker-url.ts';
import type { ReaderQueries } from '../reader-queries.ts';

/** Calls one of the registered long reads on the reader thread. Errors there reject here. */
export type ReaderCalls = <Name extends keyof ReaderQueries>(
  name: Name,
  parameters: Parameters<ReaderQueries[Name]>[1],
) => Promise<ReturnType<ReaderQueries[Name]>>;

type Answer = { call: number; value: unknown } | { call: number; error: string };

/** A read that is under way when the engine closes may take so long to end by itself. */
const longestGoodbyeMilliseconds = 2_000;

/** Starts the reader thread on first use: one read-only connection, one call after the other. */
export function createReader(databaseFile: string) {
  let worker: Worker | undefined;
  let calls = 0;
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();

  const start = (): Worker => {
    const started = new Worker(workerUrl('reader-worker'), { workerData: { databaseFile } });
    started.unref();
    started.on('message', (answer: Answer) => {
      const call = waiting.get(answer.call);
      waiting.delete(answer.call);
      if (waiting.size === 0) started.unref();
      if ('error' in answer) call?.reject(new Error(answer.error));
      else call?.resolve(answer.value as never);
    });
    started.on('error', (error) => {
      worker = undefined;
      for (const call of waiting.values())
        call.reject(error instanceof Error ? error : new Error(String(error)));
      waiting.clear();
    });
    started.on('exit', () => {
      if (worker === started) worker = undefined;
    });
    return started;
  };

  const call: ReaderCalls = (name, parameters) =>
    new Promise((resolve, reject) => {
      worker ??= start();
      worker.ref();
      calls += 1;
      waiting.set(calls, { resolve, reject });
      worker.postMessage({ call: calls, name, parameters });
    });

  return {
    call,
    async close(): Promise<void> {
      if (worker !== undefined) await endThread(worker);
      worker = undefined;
      for (const call of waiting.values()) call.reject(new Error('the reader thread was closed'));
      waiting.clear();
    },
  };
}

/**
 * Lets the thread close its connection and end. Ended from outside in the middle of SQLite's own code it may take the
 * whole process with it, so that comes only when it does not answer.
 */
async function endThread(worker: Worker): Promise<void> {
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.ref();
  worker.postMessage('close');
  const impatience = setTimeout(() => void worker.terminate(), longestGoodbyeMilliseconds);
  await ended;
  clearTimeout(impatience);
}
