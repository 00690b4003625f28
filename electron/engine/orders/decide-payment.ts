import { failure } from '../../../shared/api/failures.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { addMinor } from '../../../shared/domain/money.ts';
import { pointsToPay } from '../../../shared/domain/points.ts';
import type { PricedCart } from '../../../shared/domain/price.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { settle, type Settlement, type TenderInput } from '../../../shared/domain/settle.ts';
import type { CustomerForSale } from './decided-sale.ts';

/** What is to pay: the total, with gift cards that are sold, and a tip on top. */
type ToPay = { priced: PricedCart; totalMinor: number; tipMinor: number };

/** `pointsPaid`: how many points the tenders of that kind took. */
export type DecidedPayment = { settlement: Settlement; pointsPaid: number };

/**
 * Settles the tenders of a sale. Points are paid with out of what rewards of the same sale leave. Fails with those of
 * `settle`, `tender-unavailable` for a tip where none are taken, and `customer-needed`, `tender-unavailable`,
 * `points-invalid`, `points-short` for points.
 */
export function decidePayment(
  settings: Settings,
  { priced, totalMinor, tipMinor }: ToPay,
  tenders: readonly TenderInput[],
  customer: CustomerForSale | null,
): Result<DecidedPayment, Failure> {
  if (tipMinor > 0 && !settings.counter.tips) {
    const message = 'This shop takes no tips. An admin can change it under Settings, Counter.';
    return fail(failure('tender-unavailable', { message, field: 'tipMinor' }));
  }
  const settlement = settle(totalMinor, tenders, settings.cash.rounding, tipMinor);
  if (!settlement.ok) return settlement;
  const first = tenders.findIndex(({ kind }) => kind === 'points');
  if (first < 0) return ok({ settlement: settlement.value, pointsPaid: 0 });
  const field = `tenders.${first}`;
  if (customer === null) return fail(failure('customer-needed', { field }));
  const amountMinor = addMinor(
    ...tenders.filter(({ kind }) => kind === 'points').map((tender) => tender.amountMinor),
  );
  const spent = addMinor(0, ...priced.rewards.map(({ points }) => points));
  const points = pointsToPay(amountMinor, customer.points_balance - spent, settings.points);
  if (!points.ok) return fail({ ...points.failure, field: `${field}.amountMinor` });
  return ok({ settlement: settlement.value, pointsPaid: points.value });
}
