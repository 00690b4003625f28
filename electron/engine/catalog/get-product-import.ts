import type { ImportProblem, ProductImport } from '../../../shared/api/catalog.ts';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { importRuns } from './import-runs.ts';
import { importById, latestImports } from './import-statements.ts';

type ImportRow = NonNullable<(typeof importById)['row']>;

/** An import and how far it is. Fails with `import-unknown`. */
export function getProductImport(context: EngineContext, id: string): Result<ProductImport, Failure> {
  const row = context.read.first(importById, { id });
  return row === undefined ? fail(failure('import-unknown')) : ok(importOf(context, row));
}

/** The latest 20, newest first. */
export function listProductImports(context: EngineContext): ProductImport[] {
  return context.read.all(latestImports).map((row) => importOf(context, row));
}

function importOf(context: EngineContext, row: ImportRow): ProductImport {
  const { current } = importRuns(context);
  const live = row.state === 'checking' && current?.importRowId === row.row_id ? current.counts : null;
  return {
    id: row.id,
    fileName: row.file_name,
    state: row.state,
    rowsTotal: row.rows_total,
    rowsChecked: row.rows_checked,
    rowsApplied: row.rows_applied,
    toCreate: row.to_create,
    toUpdate: row.to_update,
    unchanged: row.unchanged,
    problemCount: row.problem_count,
    ...live,
    problems: JSON.parse(row.problems) as ImportProblem[],
    warnings: JSON.parse(row.warnings) as string[],
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}
