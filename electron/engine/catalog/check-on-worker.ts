import { Worker } from 'node:worker_threads';
import { currencyOf } from '../../../shared/domain/currency.ts';
import type { EngineContext } from '../context.ts';
import { databasePath } from '../db/database-path.ts';
import { workerUrl } from '../worker-url.ts';
import type { CheckedFile, ImportCounts } from './check-import-file.ts';
import type { ImportMessage, ImportTask } from './import-worker.ts';

export type StagedChunk = { rowCount: number; rows: string };
export type CheckOutcome =
  | { kind: 'checked'; checked: Omit<CheckedFile, 'rows'>; chunks: StagedChunk[] }
  | { kind: 'stopped' }
  | { kind: 'failed'; error: unknown; outOfMemory: boolean };

const mostMegabytes = 1_024;

/** Starts the import's worker with its task and the path of the database. */
export function startImportWorker(
  context: EngineContext,
  task:
    | { task: 'check'; bytes: Uint8Array; rules: Extract<ImportTask, { task: 'check' }>['rules'] }
    | { task: 'checkpoint' },
): Worker {
  const databaseFile = databasePath(context.read);
  const workerData: ImportTask = { databaseFile, ...task };
  return new Worker(workerUrl('catalog/import-worker'), {
    workerData,
    transferList: task.task === 'check' ? [task.bytes.buffer as ArrayBuffer] : [],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
}

/** Checks a file on a thread of its own, so that the till keeps selling. `stop` ends it at once. */
export function checkOnWorker(
  context: EngineContext,
  bytes: Uint8Array,
  onProgress: (counts: ImportCounts) => void,
): { outcome: Promise<CheckOutcome>; stop: () => void } {
  const { shop, tax } = context.settings();
  const currency = currencyOf(shop.currency);
  if (currency === undefined) throw new Error('the currency of the shop is unknown');
  const rules = { currency: { code: currency.code, exponent: currency.exponent }, taxClasses: tax.classes };
  // A copy that can be handed over: the caller's bytes may be a part of a larger buffer.
  const worker = startImportWorker(context, { task: 'check', bytes: new Uint8Array(bytes), rules });
  const chunks: StagedChunk[] = [];
  const outcome = new Promise<CheckOutcome>((resolve) => {
    worker.on('message', (message: ImportMessage) => {
      if (message.kind === 'progress') onProgress(message.counts);
      else if (message.kind === 'chunk') chunks.push({ rowCount: message.rowCount, rows: message.rows });
      else if (message.kind === 'checked') resolve({ kind: 'checked', checked: message.checked, chunks });
    });
    worker.on('error', (error) => {
      const outOfMemory =
        error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      resolve({ kind: 'failed', error, outOfMemory });
    });
    worker.on('exit', () => resolve({ kind: 'stopped' }));
  });
  return { outcome, stop: () => void worker.terminate() };
}
