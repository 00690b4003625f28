import type { ProductImport } from '../../../shared/api/catalog.ts';
import type { Failure, Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { applyProductImport } from './apply-product-import.ts';
import { getProductImport } from './get-product-import.ts';
import { importRuns } from './import-runs.ts';
import { startProductImport } from './start-product-import.ts';

const bySystem = { accountId: 'system', accountRowId: null };
const millisecondsPerReport = 200;

/**
 * Checks a file and, when it has no problems, applies it, all in one call: for the command line and the demo shop. Ends
 * with the import in state `done`, or `refused` with its problems; `onProgress` hears of it a few times a second.
 */
export async function importFile(
  context: EngineContext,
  bytes: Uint8Array,
  fileName: string,
  onProgress: (progress: ProductImport) => void = () => undefined,
): Promise<Result<ProductImport, Failure>> {
  const started = await startProductImport(context, bytes, fileName, bySystem);
  if (!started.ok) return started;
  const { id } = started.value;
  const report = setInterval(() => {
    const progress = getProductImport(context, id);
    if (progress.ok) onProgress(progress.value);
  }, millisecondsPerReport);
  try {
    await importRuns(context).current?.finished;
    const checked = getProductImport(context, id);
    if (!checked.ok || checked.value.state !== 'ready') return checked;
    const applying = await applyProductImport(context, id, bySystem);
    if (!applying.ok) return applying;
    await importRuns(context).current?.finished;
    return getProductImport(context, id);
  } finally {
    clearInterval(report);
  }
}
