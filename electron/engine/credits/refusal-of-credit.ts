import { failure } from '../../../shared/api/failures.ts';
import type { Failure } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { creditState } from './credit-of.ts';
import { creditHere } from './credit-here.ts';

/** Why no money may go back onto a gift card, in words (`credit-refused`); null when it may. */
export function refusalOfCredit(
  context: EngineContext,
  db: ReadableDatabase,
  creditId: string,
): Failure | null {
  const credit = creditHere(db, creditId);
  if (credit === undefined) return failure('credit-unknown');
  const state = creditState(context, credit);
  if (state === 'usable') return null;
  const message =
    state === 'blocked'
      ? `The gift card is blocked: ${credit.blockedReason}. Pay back another way.`
      : `The gift card was good until ${credit.expiresOn ?? ''}. Pay back another way.`;
  return failure('credit-refused', { message, details: { creditId, state } });
}
