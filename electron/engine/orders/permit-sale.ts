import { addMinor } from '../../../shared/domain/money.ts';
import { pointsForAmount } from '../../../shared/domain/points.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { permitPoints, type PointsPermit } from '../holds/index.ts';
import { rewardById } from '../rewards/index.ts';
import type { OrderCommitInput } from './commit-order.ts';
import { orderByIdentity } from './order-statements.ts';

type Asked = Pick<OrderCommitInput, 'id' | 'customerId' | 'rewardIds'> & {
  tenders: readonly { kind: string; amountMinor: number }[];
};

/**
 * What a sale that spends points needs before it is written; a sale that is in the books already needs nothing. Fails with
 * `points-short`.
 */
export async function permitSale(
  context: EngineContext,
  asked: Asked,
): Promise<Result<PointsPermit, Failure>> {
  const points = pointsAsked(context, asked);
  if (points === 0 || context.read.first(orderByIdentity, { id: asked.id }) !== undefined)
    return ok({ way: 'alone' });
  return permitPoints(context, { saleId: asked.id, customerId: asked.customerId, points });
}

function pointsAsked(context: EngineContext, { tenders, rewardIds }: Asked): number {
  const paid = tenders.filter(({ kind }) => kind === 'points').map(({ amountMinor }) => amountMinor);
  const forTenders = pointsForAmount(addMinor(0, ...paid), context.settings().points) ?? 0;
  const forRewards = rewardIds.map((id) => context.read.first(rewardById, { id })?.points ?? 0);
  return addMinor(forTenders, ...forRewards);
}
