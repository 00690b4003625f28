import type { z } from 'zod';
import type { syncImported } from '../../../shared/api/sync.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { importAnswer } from '../../../shared/sync/protocol.ts';
import { callCloud } from '../cloud-link/index.ts';
import type { EngineContext } from '../context.ts';

/** A large file takes the cloud a while, and nothing comes before it is through; in milliseconds. */
const patience = { idle: 120_000, total: 120_000 };

/**
 * Brings the cloud a file of entries that another till could not send; each counts once, however often it comes. What it
 * holds is pulled like anything of other tills. Fails as `callCloud` does.
 */
export async function importEntries(
  context: EngineContext,
  file: Uint8Array,
): Promise<Result<z.output<typeof syncImported>, Failure>> {
  const answer = await callCloud(context, {
    method: 'POST',
    path: '/sync/import',
    bytes: { content: file, type: 'file-gzip' },
    answer: importAnswer,
    limits: patience,
  });
  if (!answer.ok && answer.failure.code === 'sync-unreachable')
    return fail({
      ...answer.failure,
      message:
        'The cloud cannot be reached, and the file was not brought in. Keep it, and bring it in when this till is online.',
    });
  if (!answer.ok) return answer;
  const { imported, known, forReview } = answer.value;
  return ok({ imported, known, forReview });
}
