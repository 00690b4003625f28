import type { CreditFact } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { creditOfCustomer } from './credit-statements.ts';
import { writeCredit } from './write-credit.ts';

/** Lets go of what the shop owes a customer, and of what the customer owes, who is erased in the same commit. */
export function writeOffCredits(
  context: EngineContext,
  tx: WritableDatabase,
  { id: customerId }: { id: string },
  actor: string,
): void {
  for (const kind of ['store-credit', 'on-account'] as const) {
    const credit = tx.first(creditOfCustomer, { customerId, kind });
    if (credit === undefined || credit.balanceMinor === 0) continue;
    const { id: creditId, balanceMinor } = credit;
    const entry: CreditFact = {
      key: `erased:${creditId}`,
      creditId,
      kind: 'adjusted',
      amountMinor: -balanceMinor,
    };
    const reason = 'The customer was erased';
    const body = { creditId, kind, entry, changes: {}, reason };
    const { seq: journalSeq, at } = append(context, tx, { kind: 'credit.changed', body, actor });
    writeCredit(context, tx, entry, { reason, actor, journalSeq, at });
  }
}
