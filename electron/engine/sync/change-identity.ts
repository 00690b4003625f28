import type { Failure, Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';

/**
 * A write that may change who the till is, through `context.reloadIdentity(tx)`: it counts at once, for what is written
 * after it in the same commit, and is taken back when the write is.
 */
export async function changeIdentity<T>(
  context: EngineContext,
  work: (tx: WritableDatabase) => Result<T, Failure>,
): Promise<Result<T, Failure>> {
  const takeBack = () => context.reloadIdentity(context.read);
  try {
    const done = await context.write((tx) => {
      try {
        const result = work(tx);
        if (!result.ok) takeBack();
        return result;
      } catch (error) {
        takeBack();
        throw error;
      }
    });
    if (!done.ok) takeBack();
    return done;
  } catch (error) {
    takeBack();
    throw error;
  }
}
