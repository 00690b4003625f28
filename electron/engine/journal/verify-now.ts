import type { VerifyAnswer } from '../../../shared/api/reports.ts';
import type { EngineContext } from '../context.ts';
import { perContext } from '../per-context.ts';

type Verified = { at: number; content: boolean };
const verifiedOf = perContext((): { last: Verified | null } => ({ last: null }));

/** Proves the books, on the reader thread, and remembers that it was done for as long as the engine runs. */
export async function verifyNow(context: EngineContext): Promise<VerifyAnswer> {
  const answer = await context.readInWorker('verifyBooks', {});
  verifiedOf(context).last = { at: context.clock.now(), content: answer.content };
  return answer;
}

/** When the books were last proved, in milliseconds since 1970, and whether they were whole; null since the start. */
export function lastVerified(context: EngineContext): Verified | null {
  return verifiedOf(context).last;
}
