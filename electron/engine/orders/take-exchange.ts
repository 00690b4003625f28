import { failure } from '../../../shared/api/failures.ts';
import { fail, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import type { OrderCommitInput } from './commit-order.ts';
import { orderByIdentity } from './order-statements.ts';
import { takeSale, type SaleToTake, type TakenSale } from './take-sale.ts';

/**
 * Sells what a customer takes instead of what came back, inside the refund's commit: so much of it is paid with that,
 * the rest by the sale's own tenders. Fails as `commitOrder` does, its fields under `exchange`.
 */
export function takeExchange(
  context: EngineContext,
  tx: WritableDatabase,
  asked: Omit<SaleToTake, 'input'> & { input: OrderCommitInput; amountMinor: number },
): Result<TakenSale, Failure> {
  const { input, amountMinor, ...taking } = asked;
  if (tx.first(orderByIdentity, { id: input.id }) !== undefined) {
    return fail(failure('order-id-reused', { field: 'exchange.id' }));
  }
  const tenders = [...input.tenders, { kind: 'exchange' as const, amountMinor }];
  const taken = takeSale(context, tx, { ...taking, input: { ...input, tenders } });
  if (taken.ok) return taken;
  const { field, ...refused } = taken.failure;
  return fail({ ...refused, ...(field === undefined ? {} : { field: `exchange.${field}` }) });
}
