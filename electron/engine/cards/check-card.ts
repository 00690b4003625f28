import { failure } from '../../../shared/api/failures.ts';
import type { CardCode } from '../../../shared/domain/codes.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { readSignedCard } from './card-code.ts';
import { cardKeyOf } from './card-key.ts';
import { secondsOf } from './current-card.ts';

/**
 * What a card says, when this shop signed it and it has not run out: needs no network, and no record of the customer.
 * Fails with `card-invalid` or `card-expired`. Whether it was revoked only the customer's record tells.
 */
export async function checkCard(context: EngineContext, text: string): Promise<Result<CardCode, Failure>> {
  const card = readSignedCard(await cardKeyOf(context), text);
  if (card === null) return fail(failure('card-invalid'));
  if (card.expiresAt <= secondsOf(context)) {
    return fail(failure('card-expired', { details: { code: card.customerCode } }));
  }
  return ok(card);
}
