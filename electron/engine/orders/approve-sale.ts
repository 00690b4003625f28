import { failure } from '../../../shared/api/failures.ts';
import { addMinor } from '../../../shared/domain/money.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { needsReason, saleActs, type SaleAct } from '../../../shared/domain/sale-acts.ts';
import { requireApprovals } from '../approvals/index.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import type { OrderCommitInput } from './commit-order.ts';
import type { DecidedSale } from './decided-sale.ts';
import { shortLines } from './short-lines.ts';

/**
 * The approvals that a sale takes of those that came with it: for what was done to its prices by hand, stock that is not
 * there, and what goes on an account. The entry of the sale names them. Fails with `reason-needed` and as
 * `requireApproval` does.
 */
export function approveSale(
  context: EngineContext,
  tx: WritableDatabase,
  sale: DecidedSale,
  { input, actor }: { input: Pick<OrderCommitInput, 'discount' | 'approvalIds'>; actor: Actor },
): Result<string[], Failure> {
  const acts = saleActs({ id: sale.orderId, lines: sale.lines, discount: input.discount }, sale.priced);
  const unexplained = acts.find(
    (act) => needsReason(act, context.settings().acts) && reasonOf(sale, act) === '',
  );
  if (unexplained !== undefined) {
    const { act, figure, subject } = unexplained;
    return fail(failure('reason-needed', { details: { act, figure, subject } }));
  }
  const all = [...acts, ...stockActs(context, sale), ...accountActs(sale)];
  const taken = requireApprovals(context, tx, all, { actor, approvalIds: input.approvalIds });
  return taken.ok ? ok(taken.value.map(({ id }) => id)) : taken;
}

function reasonOf({ lines, discountReason }: DecidedSale, { act, subject }: SaleAct): string {
  if (act === 'discount-order') return discountReason;
  const line = lines.find(({ lineId }) => lineId === subject);
  return (act === 'price-change' ? line?.priceReason : line?.discountReason) ?? '';
}

function stockActs(context: EngineContext, { orderId, lines }: DecidedSale): SaleAct[] {
  if (context.settings().stock.belowZero !== 'manager' || shortLines(lines).length === 0) return [];
  return [{ act: 'sell-below-zero', subject: orderId, figure: 0 }];
}

/** What goes on the customer's account. */
function accountActs({ orderId: subject, settlement }: DecidedSale): SaleAct[] {
  const charged = settlement.tenders.filter(({ kind }) => kind === 'on-account');
  const figure = addMinor(0, ...charged.map(({ amountMinor }) => amountMinor));
  return figure === 0 ? [] : [{ act: 'charge-account', subject, figure }];
}
