import { failure } from '../../../shared/api/failures.ts';
import { parseCardCode, type CardCode } from '../../../shared/domain/codes.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { publicKeyFrom } from '../signing-key.ts';
import { readSignedCard, type CheckingKey } from './card-code.ts';
import { cardKeyOf } from './card-key.ts';
import { cardKeyOfShop } from './card-statements.ts';
import { secondsOf } from './current-card.ts';

/**
 * What a card says, when this shop signed it and it has not run out: needs no network, and no record of the customer.
 * Fails with `card-invalid` or `card-expired`. Whether it was revoked only the customer's record tells.
 */
export async function checkCard(context: EngineContext, text: string): Promise<Result<CardCode, Failure>> {
  const card = readSignedCard(await keyOfCard(context, text), text);
  if (card === null) return fail(failure('card-invalid'));
  if (card.expiresAt <= secondsOf(context)) {
    return fail(failure('card-expired', { details: { code: card.customerCode } }));
  }
  return ok(card);
}

/** This till's key, or that of the shop's other till which the card names. */
async function keyOfCard(context: EngineContext, text: string): Promise<CheckingKey> {
  const own = await cardKeyOf(context);
  const kid = parseCardCode(text)?.kid;
  const other = kid === undefined || kid === own.kid ? undefined : context.read.first(cardKeyOfShop, { kid });
  const publicKey = other === undefined ? null : publicKeyFrom(other.public_text);
  return kid === undefined || publicKey === null ? own : { kid, publicKey };
}
