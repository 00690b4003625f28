import { failure } from '../../../shared/api/failures.ts';
import type { OffersAnswer } from '../../../shared/api/offers.ts';
import { tierOf } from '../../../shared/domain/points.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import { query } from '../db/query.ts';
import { spendablePoints } from '../holds/index.ts';
import { nextExpiry } from '../loyalty/index.ts';
import { listOfferedPromotions } from '../promotions/index.ts';
import { listOfferedRewards } from '../rewards/index.ts';
import type { CustomerOfCart } from './offers-for-cart.ts';
import { survivingRow } from '../surviving-row.ts';

/** A customer as offers look at them. */
export const customerOfCart = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('customers')
    .select(['row_id', 'id', 'points_balance', 'tier_id', 'points_earned_ever'])
    .where('row_id', '=', survivingRow(p('id'))),
);

const ONCE_PPM = 1_000_000;

/** What a sell screen needs to price with offers, for one customer or for nobody; fails with `customer-unknown`. */
export function getOffers(
  context: EngineContext,
  customerId: string | undefined,
): Result<OffersAnswer, Failure> {
  const customer = customerId === undefined ? null : context.read.first(customerOfCart, { id: customerId });
  if (customer === undefined) return fail(failure('customer-unknown', { field: 'customerId' }));
  const customerRowId = customer?.row_id ?? null;
  return ok({
    promotions: listOfferedPromotions(context.read, context.clock.now(), customerRowId),
    rewards: listOfferedRewards(context.read, customerRowId),
    customer: customer === null ? null : customerOf(context, customer),
  });
}

function customerOf(context: EngineContext, customer: CustomerOfCart): OffersAnswer['customer'] {
  const settings = context.settings();
  const tier = tierOf(customer.points_earned_ever, customer.tier_id, settings.points.tiers);
  const today = context.businessDateOf(instantOf(context.clock.now()));
  const next = nextExpiry(context.read, customer.row_id, settings, today);
  return {
    id: customer.id,
    tierId: tier?.id ?? null,
    tierName: tier?.name ?? null,
    multiplierPpm: tier?.multiplierPpm ?? ONCE_PPM,
    pointsBalance: customer.points_balance,
    spendablePoints: spendablePoints(context, customer.id, customer.points_balance),
    expiringPoints: next?.points ?? 0,
    expiringOn: next?.on ?? null,
  };
}
