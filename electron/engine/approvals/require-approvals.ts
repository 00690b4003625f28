import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { requireApproval, type RequiredApproval, type TakenApproval } from './require-approval.ts';

/** `requireApproval` for several acts of one commit: gives the approvals that were taken, in their order. */
export function requireApprovals(
  context: EngineContext,
  tx: WritableDatabase,
  acts: readonly Pick<RequiredApproval, 'act' | 'subject' | 'figure'>[],
  by: Pick<RequiredApproval, 'actor' | 'approvalIds'>,
): Result<TakenApproval[], Failure> {
  const taken: TakenApproval[] = [];
  for (const act of acts) {
    const approved = requireApproval(context, tx, { ...act, ...by });
    if (!approved.ok) return approved;
    if (approved.value !== null) taken.push(approved.value);
  }
  return ok(taken);
}
