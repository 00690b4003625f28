import { failure } from '../../../shared/api/failures.ts';
import type { Order } from '../../../shared/api/orders.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { approveSale } from './approve-sale.ts';
import type { OrderCommitInput } from './commit-order.ts';
import { decideSale } from './decide-sale.ts';
import { orderByIdentity } from './order-statements.ts';
import { recordSale } from './record-sale.ts';

/**
 * Sells what a customer takes instead of what came back, inside the refund's commit: so much of it is paid with that,
 * the rest by the sale's own tenders. Fails as `commitOrder` does, its fields under `exchange`.
 */
export function takeExchange(
  context: EngineContext,
  tx: WritableDatabase,
  asked: { input: OrderCommitInput; amountMinor: number; actor: Actor; requestHash: Uint8Array },
): Result<{ order: Order; orderRowId: number }, Failure> {
  const { input, amountMinor, actor: seller, requestHash } = asked;
  if (tx.first(orderByIdentity, { id: input.id }) !== undefined) {
    return fail(failure('order-id-reused', { field: 'exchange.id' }));
  }
  const tenders = [...input.tenders, { kind: 'exchange' as const, amountMinor }];
  const decided = decideSale(context, tx, { input: { ...input, tenders }, seller, requestHash });
  if (!decided.ok) return fail(insideExchange(decided.failure));
  const approved = approveSale(context, tx, decided.value, { input, actor: seller });
  if (!approved.ok) return fail(insideExchange(approved.failure));
  return ok(recordSale(context, tx, { ...decided.value, approvalIds: approved.value }));
}

function insideExchange({ field, ...refused }: Failure): Failure {
  return { ...refused, ...(field === undefined ? {} : { field: `exchange.${field}` }) };
}
