import { ok } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import { applyInBackground } from './apply-product-import.ts';
import { importRuns } from './import-runs.ts';
import { cancelImport, deleteChunks, unfinishedImports } from './import-statements.ts';

/** Goes on with an import that was under way when the till ended; a check that was under way is cancelled. */
export function startCatalog(context: EngineContext): { close(): Promise<void> } {
  const unfinished = context.read.all(unfinishedImports);
  const applying = unfinished.find(({ state }) => state === 'applying');
  if (applying !== undefined) applyInBackground(context, applying.row_id);
  const checking = unfinished.filter(({ state }) => state === 'checking');
  if (checking.length > 0) {
    void context.write((tx) => {
      for (const { row_id: rowId } of checking) {
        tx.run(cancelImport, { rowId, at: instantOf(context.clock.now()) });
        tx.run(deleteChunks, { importRowId: rowId });
      }
      return ok(undefined);
    });
  }
  return {
    async close() {
      const runs = importRuns(context);
      runs.closing = true;
      runs.current?.stop();
      await runs.current?.finished;
    },
  };
}
