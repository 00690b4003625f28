import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import type { ImportCounts } from './check-import-file.ts';

/** An import that this process works on: on a worker while it checks, chunk by chunk while it applies. */
export type ImportRun = {
  importRowId: number;
  counts: ImportCounts | null;
  /** Ends the work as soon as it can; what is committed stays. */
  stop: () => void;
  stopped: boolean;
  finished: Promise<void>;
};

type Runs = { current: ImportRun | null; closing: boolean };
const runs = new WeakMap<ReadableDatabase, Runs>();

/** What this engine is importing at the moment; one file at a time. */
export function importRuns(context: EngineContext): Runs {
  let found = runs.get(context.read);
  if (found === undefined) runs.set(context.read, (found = { current: null, closing: false }));
  return found;
}

/** Whether a file is being checked or applied; one that was told to stop no longer counts. */
export function isImporting(context: EngineContext): boolean {
  const { current } = importRuns(context);
  return current !== null && !current.stopped;
}

/** Registers work as the current import until it ends. */
export function runImport(
  context: EngineContext,
  importRowId: number,
  work: (run: ImportRun) => Promise<void>,
): ImportRun {
  const all = importRuns(context);
  const run: ImportRun = {
    importRowId,
    counts: null,
    stopped: all.closing,
    stop: () => {
      run.stopped = true;
    },
    finished: Promise.resolve(),
  };
  all.current = run;
  run.finished = work(run)
    .catch((error: unknown) => context.log.error({ err: error }, 'an import stopped'))
    .finally(() => {
      if (all.current === run) all.current = null;
    });
  return run;
}
