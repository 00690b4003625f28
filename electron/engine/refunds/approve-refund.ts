import type { Act } from '../../../shared/domain/acts.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { requireApproval } from '../approvals/index.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import type { DecidedRefund, RefundCommitInput } from './decided-refund.ts';

/**
 * Whether the actor may refund so much, without a receipt, and another way than it was paid: each an act of its own.
 * Gives the approvals that were taken for it. Fails as `requireApproval` does.
 */
export function approveRefund(
  context: EngineContext,
  tx: WritableDatabase,
  { input, decided, actor }: { input: RefundCommitInput; decided: DecidedRefund; actor: Actor },
): Result<string[], Failure> {
  const { sale, priced, payout } = decided;
  const acts: { act: Act; figure: number }[] = [
    { act: sale === null ? 'refund-without-receipt' : 'refund', figure: priced.totalMinor },
  ];
  if (sale !== null && payout.otherMinor > 0) {
    acts.push({ act: 'refund-other-tender', figure: payout.otherMinor });
  }
  const taken: string[] = [];
  for (const { act, figure } of acts) {
    const { approvalIds } = input;
    const approved = requireApproval(context, tx, { act, figure, subject: input.id, actor, approvalIds });
    if (!approved.ok) return approved;
    if (approved.value !== null) taken.push(approved.value.id);
  }
  return ok(taken);
}
