import { addMinor } from '../../../shared/domain/money.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { requireApproval } from '../approvals/index.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import type { DecidedSale } from './decided-sale.ts';

/**
 * The approvals that a sale takes of those that came with it; the entry of the sale names them. Fails as
 * `requireApproval` does.
 */
export function approveSale(
  context: EngineContext,
  tx: WritableDatabase,
  sale: DecidedSale,
  { actor, approvalIds }: { actor: Actor; approvalIds: readonly string[] },
): Result<string[], Failure> {
  const figure = chargedMinor(sale);
  if (figure === 0) return ok([]);
  const act = 'charge-account';
  const approval = requireApproval(context, tx, { act, subject: sale.orderId, figure, actor, approvalIds });
  if (!approval.ok) return approval;
  return ok(approval.value === null ? [] : [approval.value.id]);
}

/** What goes on the customer's account. */
function chargedMinor({ settlement }: DecidedSale): number {
  const charged = settlement.tenders.filter(({ kind }) => kind === 'on-account');
  return addMinor(0, ...charged.map(({ amountMinor }) => amountMinor));
}
