import type { z } from 'zod';
import type { Promotion, promotionCreate } from '../../../shared/api/offers.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { checkPromotion } from './check-promotion.ts';
import { promotionOf } from './promotion-of.ts';
import { promotionById, promotionByRowId } from './promotion-statements.ts';
import { writePromotion } from './write-promotion.ts';
import { forgetActivePromotions } from './active-promotions.ts';

export type PromotionCreateInput = z.output<typeof promotionCreate>;

/**
 * Makes a promotion with a QR code of 128 random bits. The same id again answers with the promotion that is there,
 * unchanged (`repeated`). Fails with `offer-invalid` and the field, or `coupon-taken`.
 */
export async function createPromotion(
  context: EngineContext,
  input: PromotionCreateInput,
  actor: Pick<Actor, 'accountId'>,
): Promise<Result<{ promotion: Promotion; repeated: boolean }, Failure>> {
  const written = await context.write((tx) => {
    const known = input.id === undefined ? undefined : tx.first(promotionById, { id: input.id });
    if (known !== undefined) return ok({ promotion: promotionOf(known), repeated: true });
    const { id = context.ids.uuid(), ...fields } = input;
    const checked = checkPromotion(context, tx, fields, null);
    if (!checked.ok) return checked;
    return ok({ promotion: createChecked(context, tx, id, fields, actor.accountId), repeated: false });
  });
  forgetActivePromotions(context);
  return written;
}

function createChecked(
  context: EngineContext,
  tx: WritableDatabase,
  promotionId: string,
  fields: Omit<PromotionCreateInput, 'id'>,
  actorId: string,
): Promotion {
  const qrCode = Buffer.from(context.ids.bytes(16)).toString('hex').toUpperCase();
  const promotion = { ...fields, promotionId, qrCode };
  const { at } = append(context, tx, { kind: 'promotion.created', body: { promotion }, actor: actorId });
  const row = tx.first(promotionByRowId, { rowId: writePromotion(context, tx, promotion, at) });
  if (row === undefined) throw new Error('a promotion that was just made is not there');
  return promotionOf(row);
}
