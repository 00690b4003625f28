import type { ImportProblem, ProductImport } from '../../../shared/api/catalog.ts';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { MovedBy } from '../stock/index.ts';
import { checkOnWorker, type CheckOutcome, type StagedChunk } from './check-on-worker.ts';
import { shown } from './decode-import-file.ts';
import { getProductImport } from './get-product-import.ts';
import { isImporting, runImport, type ImportRun } from './import-runs.ts';
import {
  cancelImport,
  deleteChunks,
  importByRowId,
  insertChunk,
  insertImport,
  storeCheck,
  unfinishedImports,
  type ImportResult,
} from './import-statements.ts';

const chunksPerWrite = 20;

/**
 * Begins the dry run of a CSV file and answers at once. An import that was checked and not applied is cancelled by the
 * next one. Fails with `import-running` while another is checked or applied.
 */
export async function startProductImport(
  context: EngineContext,
  bytes: Uint8Array,
  fileName: string,
  by: MovedBy,
): Promise<Result<ProductImport, Failure>> {
  const at = instantOf(context.clock.now());
  const id = context.ids.uuid();
  let run: ImportRun | undefined;
  const written = await context.write((tx) => {
    if (isImporting(context)) return fail(failure('import-running'));
    for (const { row_id: rowId, state } of tx.all(unfinishedImports)) {
      if (state === 'applying') return fail(failure('import-running'));
      tx.run(cancelImport, { rowId, at });
      tx.run(deleteChunks, { importRowId: rowId });
    }
    const { accountRowId } = by;
    const { rowId } = tx.run(insertImport, { id, fileName: shown(fileName), accountRowId, at });
    run = runImport(context, rowId, (begun) => checkInBackground(context, begun, bytes));
    return ok(undefined);
  });
  if (written.ok) return getProductImport(context, id);
  run?.stop();
  return written;
}

async function checkInBackground(context: EngineContext, run: ImportRun, bytes: Uint8Array): Promise<void> {
  const { outcome, stop } = checkOnWorker(context, bytes, (counts) => {
    run.counts = counts;
  });
  run.stop = () => {
    run.stopped = true;
    stop();
  };
  if (run.stopped) stop();
  const checked = await outcome;
  if (run.stopped || checked.kind === 'stopped') return;
  const problem = problemOf(context, checked);
  const stored =
    problem === undefined && checked.kind === 'checked'
      ? await storeChecked(context, run, checked)
      : await storeRefusal(context, run, problem);
  if (!stored.ok)
    context.log.warn({ code: stored.failure.code }, 'the check of an import could not be stored');
}

function problemOf(context: EngineContext, outcome: CheckOutcome): ImportProblem | undefined {
  if (outcome.kind !== 'failed') return undefined;
  context.log.error({ err: outcome.error }, 'the check of an import failed');
  const reason = outcome.outOfMemory
    ? 'The file needs more memory than there is. Split it and import the parts.'
    : 'The till met an error of its own while it read this file. Nothing was imported.';
  return { row: 1, column: null, value: null, reason };
}

async function storeChecked(
  context: EngineContext,
  run: ImportRun,
  { checked, chunks }: Extract<CheckOutcome, { kind: 'checked' }>,
): Promise<Result<void, Failure>> {
  for (let from = 0; from < chunks.length; from += chunksPerWrite) {
    const staged = await stageChunks(context, run, from, chunks.slice(from, from + chunksPerWrite));
    if (!staged.ok) return staged;
  }
  const { problems, warnings, ...counts } = checked;
  const refused = checked.problemCount > 0;
  return storeWhileChecking(context, run, {
    ...counts,
    state: refused ? 'refused' : 'ready',
    problems: JSON.stringify(problems),
    warnings: JSON.stringify(warnings),
    finishedAt: refused ? instantOf(context.clock.now()) : null,
  });
}

function stageChunks(
  context: EngineContext,
  run: ImportRun,
  from: number,
  chunks: readonly StagedChunk[],
): Promise<Result<void, Failure>> {
  const { importRowId } = run;
  return context.write((tx) => {
    if (run.stopped) return ok(undefined);
    for (const [index, chunk] of chunks.entries()) {
      tx.run(insertChunk, { importRowId, chunk: from + index, ...chunk });
    }
    return ok(undefined);
  });
}

function storeRefusal(
  context: EngineContext,
  run: ImportRun,
  problem: ImportProblem | undefined,
): Promise<Result<void, Failure>> {
  const problems = problem === undefined ? [] : [problem];
  return storeWhileChecking(context, run, {
    state: 'refused',
    rowsTotal: 0,
    rowsChecked: 0,
    toCreate: 0,
    toUpdate: 0,
    unchanged: 0,
    problemCount: problems.length,
    problems: JSON.stringify(problems),
    warnings: '[]',
    finishedAt: instantOf(context.clock.now()),
  });
}

function storeWhileChecking(
  context: EngineContext,
  run: ImportRun,
  result: Omit<ImportResult, 'rowId'>,
): Promise<Result<void, Failure>> {
  const rowId = run.importRowId;
  return context.write((tx) => {
    if (tx.first(importByRowId, { rowId })?.state !== 'checking') return ok(undefined);
    tx.run(storeCheck, { rowId, ...result });
    return ok(undefined);
  });
}
