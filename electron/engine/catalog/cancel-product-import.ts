import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import { importRuns } from './import-runs.ts';
import { cancelImport, deleteChunks, importById } from './import-statements.ts';

/**
 * Drops an import that is being checked or waits to be applied. Fails with `import-unknown`, `import-running` (it is
 * being applied and will be whole) or `import-not-ready` (it ended already).
 */
export async function cancelProductImport(
  context: EngineContext,
  id: string,
): Promise<Result<undefined, Failure>> {
  return context.write((tx) => {
    const found = tx.first(importById, { id });
    if (found === undefined) return fail(failure('import-unknown'));
    if (found.state === 'applying') return fail(failure('import-running'));
    if (found.state !== 'checking' && found.state !== 'ready') return fail(failure('import-not-ready'));
    const { current } = importRuns(context);
    if (current?.importRowId === found.row_id) current.stop();
    tx.run(cancelImport, { rowId: found.row_id, at: instantOf(context.clock.now()) });
    tx.run(deleteChunks, { importRowId: found.row_id });
    return ok(undefined);
  });
}
