import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { CreditFact } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { checkCredits } from './check-credits.ts';
import { factsOfOrder } from './credit-statements.ts';

/**
 * The entries by which a voided sale has changed nothing on cards and accounts: what it spent comes back, and what is on
 * the gift cards that it sold is taken off them. Fails with `void-refused` when a card that it sold was used since.
 */
export function creditsOfVoid(
  context: EngineContext,
  db: ReadableDatabase,
  { orderRowId, voidId }: { orderRowId: number; voidId: string },
): Result<CreditFact[], Failure> {
  const sums = new Map<string, number>();
  for (const { creditId, amountMinor } of db.all(factsOfOrder, { orderRowId }))
    sums.set(creditId, (sums.get(creditId) ?? 0) + amountMinor);
  const facts = [...sums]
    .filter(([, amountMinor]) => amountMinor !== 0)
    .map(([creditId, amountMinor]): CreditFact => ({
      key: `void:${voidId}:${creditId}`,
      creditId,
      kind: 'reversed',
      amountMinor: 0 - amountMinor,
    }));
  const checked = checkCredits(context, db, facts);
  if (checked.ok) return ok(facts);
  const message = 'A gift card of this sale has been used already. Refund what is left on it instead.';
  return fail(failure('void-refused', { message, details: checked.failure.details ?? {} }));
}
