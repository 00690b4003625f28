import type { Credit, CreditAdjust } from '../../../shared/api/credits.ts';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { CreditFact } from '../../../shared/journal/kinds.ts';
import type { Actor, EngineContext } from '../context.ts';
import { append } from '../journal/index.ts';
import { checkCredits } from './check-credits.ts';
import { creditOf } from './credit-of.ts';
import { creditById, customerRow, writtenByKey } from './credit-statements.ts';
import { customerCredit } from './open-credit.ts';
import { writeCredit } from './write-credit.ts';

/**
 * Gives a customer store credit, or corrects it or the account, by hand. The same id again changes nothing
 * (`repeated`). Fails with `customer-unknown`, `money-invalid` for nothing, and `credit-short`.
 */
export function adjustCredit(
  context: EngineContext,
  customerId: string,
  { id, kind, amountMinor, reason }: CreditAdjust,
  { accountId: actor }: Pick<Actor, 'accountId'>,
): Promise<Result<{ credit: Credit; repeated: boolean }, Failure>> {
  return context.write((tx) => {
    if (tx.first(customerRow, { id: customerId }) === undefined) return fail(failure('customer-unknown'));
    if (amountMinor === 0) return fail(failure('money-invalid', { field: 'amountMinor' }));
    const { id: creditId } = customerCredit(context, tx, { customerId, kind }, actor);
    const key = `hand:${id}`;
    const entry: CreditFact = { key, creditId, kind: 'adjusted', amountMinor };
    const repeated = tx.first(writtenByKey, { key }) !== undefined;
    if (!repeated) {
      const checked = checkCredits(context, tx, [entry]);
      if (!checked.ok) return fail({ ...checked.failure, field: 'amountMinor' });
      const body = { creditId, kind, entry, changes: {}, reason };
      const { seq: journalSeq, at } = append(context, tx, { kind: 'credit.changed', body, actor });
      writeCredit(context, tx, entry, { reason, actor, journalSeq, at });
    }
    const stored = tx.first(creditById, { id: creditId });
    if (stored === undefined) throw new Error('a credit that was just written is not there');
    return ok({ credit: creditOf(context, stored), repeated });
  });
}
