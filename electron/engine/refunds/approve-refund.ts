import type { Act } from '../../../shared/domain/acts.ts';
import { sumOfGiftCards } from '../../../shared/domain/gift-card-lines.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { requireApprovals } from '../approvals/index.ts';
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
  const subject = input.id;
  const acts: { act: Act; subject: string; figure: number }[] = [
    { act: sale === null ? 'refund-without-receipt' : 'refund', subject, figure: priced.totalMinor },
  ];
  const otherMinor = payout.otherMinor + intoGiftCards(input);
  if (sale !== null && otherMinor > 0) {
    acts.push({ act: 'refund-other-tender', subject, figure: otherMinor });
  }
  const taken = requireApprovals(context, tx, acts, { actor, approvalIds: input.approvalIds });
  return taken.ok ? ok(taken.value.map(({ id }) => id)) : taken;
}

/** What of an exchange is not for goods: money on a gift card is money paid out another way. */
function intoGiftCards({ payouts, exchange }: RefundCommitInput): number {
  if (exchange === null) return 0;
  const goodsMinor = exchange.totalMinor - sumOfGiftCards(exchange.giftCards);
  const exchangedMinor = payouts.find(({ kind }) => kind === 'exchange')?.amountMinor ?? 0;
  return Math.min(Math.max(exchangedMinor - goodsMinor, 0), sumOfGiftCards(exchange.giftCards));
}
