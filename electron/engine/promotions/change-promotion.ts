import { failure } from '../../../shared/api/failures.ts';
import type { Promotion, PromotionChange } from '../../../shared/api/offers.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { canonicalText } from '../../../shared/journal/chain.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append, winFields } from '../journal/index.ts';
import { forgetActivePromotions } from './active-promotions.ts';
import { checkPromotion } from './check-promotion.ts';
import { promotionBodyOf, promotionOf, type PromotionFields } from './promotion-of.ts';
import { promotionById, promotionByRowId } from './promotion-statements.ts';
import { writePromotionChange } from './write-promotion.ts';

/**
 * Changes the named fields and journals those that differ; a change that changes nothing writes nothing. Fails with
 * `promotion-unknown`, `offer-invalid` and the field, or `coupon-taken`.
 */
export async function changePromotion(
  context: EngineContext,
  id: string,
  change: PromotionChange,
  actor: Pick<Actor, 'accountId'>,
): Promise<Result<Promotion, Failure>> {
  const written = await context.write((tx) => writeChange(context, tx, id, change, actor.accountId));
  forgetActivePromotions(context);
  return written;
}

function writeChange(
  context: EngineContext,
  tx: WritableDatabase,
  id: string,
  change: PromotionChange,
  actorId: string,
): Result<Promotion, Failure> {
  const before = tx.first(promotionById, { id });
  if (before === undefined) return fail(failure('promotion-unknown'));
  const { promotionId: _, qrCode: __, ...fields } = promotionBodyOf(before);
  const changes = differences(fields, change);
  if (Object.keys(changes).length === 0) return ok(promotionOf(before));
  const after = { ...fields, ...changes };
  const checked = checkPromotion(context, tx, after, before.row_id);
  if (!checked.ok) return checked;
  const { at, stamp } = append(context, tx, {
    kind: 'promotion.changed',
    body: { promotionId: id, changes },
    actor: actorId,
  });
  winFields(tx, { entity: 'promotion', id, fields: Object.keys(changes), stamp });
  writePromotionChange(context, tx, before, changes, at);
  const row = tx.first(promotionByRowId, { rowId: before.row_id });
  if (row === undefined) throw new Error('a promotion vanished while it was changed');
  return ok(promotionOf(row));
}

function differences(before: PromotionFields, change: PromotionChange): Partial<PromotionFields> {
  const stored: Record<string, unknown> = before;
  return Object.fromEntries(
    Object.entries(change).filter(
      ([field, value]) => value !== undefined && canonicalText(value) !== canonicalText(stored[field]),
    ),
  );
}
