import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import type { RewardFields } from './reward-of.ts';

const productOfReward = query<{ id: string }>()((b, p) =>
  b.selectFrom('products').select('unit').where('id', '=', p('id')),
);

/** Whether a reward may be so; fails with `offer-invalid` and the field. */
export function checkReward(
  db: ReadableDatabase,
  { effect, validFrom, validUntil }: RewardFields,
): Result<void, Failure> {
  const refuse = (field: string, message: string) => fail(failure('offer-invalid', { field, message }));
  if (validFrom !== null && validUntil !== null && validUntil <= validFrom) {
    return refuse('validUntil', 'It would end before it begins.');
  }
  if (effect.kind !== 'free-item') return ok(undefined);
  const product = db.first(productOfReward, { id: effect.productId });
  if (product === undefined) return refuse('effect.productId', 'There is no such product.');
  if (product.unit === 'each') return ok(undefined);
  return refuse('effect.productId', 'This is sold by weight: there is no one piece of it to give.');
}
