import { failure } from '../../../shared/api/failures.ts';
import { addMinor } from '../../../shared/domain/money.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { CreditFact } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { creditFloor } from './credit-floor.ts';
import { creditById, writtenByKey, type StoredCredit } from './credit-statements.ts';
import { moneyText } from './money-text.ts';

/**
 * Whether `writeCredit` may write these entries, one after the other. Fails with `credit-short` and what is left
 * (`details.leftMinor`) when a balance would go below its floor, and with `credit-unknown`.
 */
export function checkCredits(
  context: EngineContext,
  db: ReadableDatabase,
  facts: readonly CreditFact[],
): Result<void, Failure> {
  const balances = new Map<string, number>();
  for (const { creditId, key, amountMinor } of facts) {
    if (db.first(writtenByKey, { key }) !== undefined) continue;
    const credit = db.first(creditById, { id: creditId });
    if (credit === undefined) return fail(failure('credit-unknown'));
    const before = balances.get(creditId) ?? credit.balanceMinor;
    const after = addMinor(before, amountMinor);
    const floor = creditFloor(context.settings(), credit);
    if (amountMinor < 0 && after < floor) return fail(shortOf(context, credit, Math.max(before - floor, 0)));
    balances.set(creditId, after);
  }
  return ok(undefined);
}

/** Says in words what is left on a card or account. */
export function shortOf(
  context: EngineContext,
  { id: creditId, kind }: Pick<StoredCredit, 'id' | 'kind'>,
  leftMinor: number,
): Failure {
  const left = moneyText(context.settings(), leftMinor);
  const messages = {
    'gift-card': `This gift card has ${left} left. Take that, and the rest another way.`,
    'store-credit': `The customer has ${left} of store credit left. Take that, and the rest another way.`,
    'on-account': `The customer may put ${left} more on account. Take the rest another way.`,
  };
  return failure('credit-short', { message: messages[kind], details: { creditId, kind, leftMinor } });
}
