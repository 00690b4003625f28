import type { Act } from '../../../shared/domain/acts.ts';
import { sumOfGiftCards } from '../../../shared/domain/gift-card-lines.ts';
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
  const otherMinor = payout.otherMinor + intoGiftCards(input);
  if (sale !== null && otherMinor > 0) acts.push({ act: 'refund-other-tender', figure: otherMinor });
  const taken: string[] = [];
  for (const { act, figure } of acts) {
    const { approvalIds } = input;
    const approved = requireApproval(context, tx, { act, figure, subject: input.id, actor, approvalIds });
    if (!approved.ok) return approved;
    if (approved.value !== null) taken.push(approved.value.id);
  }
  return ok(taken);
}

/** What of an exchange is not for goods: money on a gift card is money paid out another way. */
function intoGiftCards({ payouts, exchange }: RefundCommitInput): number {
  if (exchange === null) return 0;
  const goodsMinor = exchange.totalMinor - sumOfGiftCards(exchange.giftCards);
  const exchangedMinor = payouts.find(({ kind }) => kind === 'exchange')?.amountMinor ?? 0;
  return Math.min(Math.max(exchangedMinor - goodsMinor, 0), sumOfGiftCards(exchange.giftCards));
}
