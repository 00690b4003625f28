import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { EngineContext } from '../context.ts';
import { startImportWorker } from './check-on-worker.ts';

/** Some 150 MB of write-ahead log. */
const chunksPerFolding = 80;

/**
 * Keeps the write-ahead log of a long import from growing without end: every so many chunks it is folded into the
 * database on a worker, while the import waits and the till does not.
 */
export function createLogFolder(context: EngineContext) {
  let worker: Worker | undefined;
  let chunks = 0;
  return {
    async afterChunk(): Promise<void> {
      chunks += 1;
      if (chunks % chunksPerFolding !== 0) return;
      worker ??= startImportWorker(context, { task: 'checkpoint' });
      const ended = new AbortController();
      worker.postMessage('checkpoint');
      try {
        await Promise.race([
          once(worker, 'message', { signal: ended.signal }),
          once(worker, 'exit', { signal: ended.signal }),
        ]);
      } catch (error) {
        // A full disk: the log holds everything, and the import's next chunk says what is wrong.
        context.log.warn({ err: error }, 'the log of an import could not be folded');
        worker = undefined;
      } finally {
        ended.abort();
      }
    },
    async close(): Promise<void> {
      await worker?.terminate();
    },
  };
}
