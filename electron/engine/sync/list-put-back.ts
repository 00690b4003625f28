import type { SyncException } from '../../../shared/api/sync.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import { rawQuery } from '../db/query.ts';

/** So long whoever runs the shop is told, in milliseconds. */
const toldFor = 14 * 86_400_000;

/** Not a life that began because the till joined a cloud anew. */
const newLives = rawQuery<{ since: string }, { at: string; because: 'restored' | 'forked' }>(
  `SELECT l.began_at AS at, l.because FROM lives l
   WHERE l.because <> 'first' AND l.began_at >= @since AND NOT EXISTS (
     SELECT 1 FROM journal j WHERE j.kind = 'register.joined' AND j.seq > 0 AND j.writer = l.writer)
   ORDER BY l.row_id`,
);

/** That the books of this till were put back to earlier ones, or copied: what was sold after them may be missing. */
export function listPutBack(context: EngineContext): SyncException[] {
  const since = instantOf(context.clock.now() - toldFor);
  return context.read.all(newLives, { since }).map((life) => ({ kind: 'put-back', ...life }));
}
