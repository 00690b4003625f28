import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { requireApproval } from './require-approval.ts';

/**
 * What the rule of printing a paper again takes, as `requireApproval` does; gives the approvals that were taken, which
 * the entry has to name.
 */
export function approveReprint(
  context: EngineContext,
  tx: WritableDatabase,
  subject: string,
  { actor, approvalIds }: { actor: Actor; approvalIds: readonly string[] },
): Result<string[], Failure> {
  const approved = requireApproval(context, tx, { act: 'reprint', subject, figure: 0, actor, approvalIds });
  if (!approved.ok) return approved;
  return ok(approved.value === null ? [] : [approved.value.id]);
}
