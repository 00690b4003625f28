import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ImportProblem, ProductImport } from '../../../shared/api/catalog.ts';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import type { MovedBy } from '../stock/index.ts';
import { applyImportChunk } from './apply-import-chunk.ts';
import { mostProblems } from './check-import-file.ts';
import type { ImportRow } from './check-import-row.ts';
import { createLogFolder } from './fold-log.ts';
import { getProductImport } from './get-product-import.ts';
import { importRuns, isImporting, runImport, type ImportRun } from './import-runs.ts';
import {
  beginApplying,
  deleteChunk,
  finishApplying,
  importActor,
  importById,
  importByRowId,
  nextChunk,
  storeApplied,
} from './import-statements.ts';

/** A request of the till needs several turns of the event loop; between two chunks it gets them. */
const turnsBetweenChunks = 4;
const retryMilliseconds = 10_000;

/**
 * Applies a checked import and answers at once. From here on it will be whole: a till that is closed or killed goes on
 * at its next start. Fails with `import-unknown`, `import-has-problems`, `import-running` or `import-not-ready`.
 */
export async function applyProductImport(
  context: EngineContext,
  id: string,
  by: MovedBy,
): Promise<Result<ProductImport, Failure>> {
  const begun = await context.write((tx) => {
    const found = tx.first(importById, { id });
    if (found === undefined) return fail(failure('import-unknown'));
    if (found.state === 'refused') {
      return fail(failure('import-has-problems', { details: { problemCount: found.problem_count } }));
    }
    if (found.state === 'applying') return fail(failure('import-running'));
    if (found.state !== 'ready') return fail(failure('import-not-ready'));
    if (isImporting(context)) return fail(failure('import-running'));
    tx.run(beginApplying, { rowId: found.row_id, accountRowId: by.accountRowId });
    applyInBackground(context, found.row_id);
    return ok(undefined);
  });
  return begun.ok ? getProductImport(context, id) : begun;
}

/** Applies what is left of an import: after `apply`, and at the start of a till that ended in the middle. */
export function applyInBackground(context: EngineContext, importRowId: number): void {
  runImport(context, importRowId, (run) => applyChunks(context, run));
}

async function applyChunks(context: EngineContext, run: ImportRun): Promise<void> {
  const log = createLogFolder(context);
  try {
    while (!run.stopped) {
      const applied = await context.write((tx) => applyNextChunk(context, tx, run));
      if (!applied.ok) {
        retryLater(context, run, applied.failure);
        return;
      }
      if (applied.value === 'done') return;
      await log.afterChunk();
      for (let turn = 0; turn < turnsBetweenChunks; turn += 1) await nextTurn();
    }
  } finally {
    await log.close();
  }
}

function applyNextChunk(
  context: EngineContext,
  tx: WritableDatabase,
  run: ImportRun,
): Result<'more' | 'done', Failure> {
  const { importRowId } = run;
  // Closing came between the decision to go on and this turn in the queue.
  if (run.stopped) return ok('more');
  const found = tx.first(importByRowId, { rowId: importRowId });
  if (found === undefined || found.state !== 'applying') return ok('done');
  const next = tx.first(nextChunk, { importRowId });
  const finish = () => {
    tx.run(finishApplying, { rowId: importRowId, at: instantOf(context.clock.now()) });
    return ok('done' as const);
  };
  if (next === undefined) return finish();
  const { chunk } = next;
  const rows = JSON.parse(next.rows) as ImportRow[];
  const problems = applyImportChunk(
    context,
    tx,
    { importId: found.id, chunk, rows },
    actorOf(tx, importRowId),
  );
  const listed = problems.length === 0 ? found.problems : listProblems(found.problems, problems);
  tx.run(storeApplied, {
    rowId: importRowId,
    rows: next.row_count,
    problemCount: found.problem_count + problems.length,
    problems: listed,
  });
  tx.run(deleteChunk, { importRowId, chunk });
  return found.rows_applied + next.row_count >= found.rows_total ? finish() : ok('more');
}

function listProblems(stored: string, problems: readonly ImportProblem[]): string {
  return JSON.stringify([...(JSON.parse(stored) as ImportProblem[]), ...problems].slice(0, mostProblems));
}

function actorOf(tx: WritableDatabase, rowId: number): MovedBy {
  const account = tx.first(importActor, { rowId });
  return account === undefined
    ? { accountId: 'system', accountRowId: null }
    : { accountId: account.id, accountRowId: account.row_id };
}

/** A full disk stops an import, and does not lose it: it goes on when there is room again, or at the next start. */
function retryLater(context: EngineContext, run: ImportRun, failed: Failure): void {
  context.log.warn({ code: failed.code }, 'an import waits');
  context.clock.after(retryMilliseconds, () => {
    const runs = importRuns(context);
    if (!runs.closing && !isImporting(context)) applyInBackground(context, run.importRowId);
  });
}
