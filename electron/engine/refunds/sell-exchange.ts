import type { OrderCommitted } from '../../../shared/api/orders.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import type { PointsPermit } from '../holds/index.ts';
import { takeExchange } from '../orders/index.ts';
import type { RefundCommitInput } from './decided-refund.ts';
import { linkExchange } from './refund-statements.ts';

type ExchangeToSell = {
  input: RefundCommitInput;
  refundRowId: number;
  actor: Actor;
  requestHash: Uint8Array;
  permit: PointsPermit;
};

/** Sells what is taken instead, inside the refund's commit; null when nothing is. Fails as `commitOrder` does. */
export function sellExchange(
  context: EngineContext,
  tx: WritableDatabase,
  { input, refundRowId, ...taking }: ExchangeToSell,
): Result<OrderCommitted | null, Failure> {
  const amountMinor = input.payouts.find(({ kind }) => kind === 'exchange')?.amountMinor;
  if (input.exchange === null || amountMinor === undefined) return ok(null);
  const sold = takeExchange(context, tx, { ...taking, input: input.exchange, amountMinor });
  if (!sold.ok) return sold;
  tx.run(linkExchange, { refundRowId, orderRowId: sold.value.orderRowId });
  return ok(sold.value.committed);
}
