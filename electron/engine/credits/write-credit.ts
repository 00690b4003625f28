import { addMinor } from '../../../shared/domain/money.ts';
import type { CreditFact } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { creditFloor } from './credit-floor.ts';
import { addToBalance, creditById, insertEntry, writtenByKey } from './credit-statements.ts';

/** What led to an entry, and the entry of the journal that tells of it, appended before. */
export type CreditCause = {
  orderRowId?: number | null;
  refundRowId?: number | null;
  /** Shown in the ledger, such as `Sale S01-T1-A-000124`. */
  reason: string;
  /** The account that acts, or `system`. */
  actor: string;
  journalSeq: number;
  at: string;
};

export type WrittenCredit = { rowId: number; balanceAfter: number; repeated: boolean };

/**
 * The one function that writes the ledger of gift cards, store credit and accounts: an entry, once per key, with the
 * balance kept in the same transaction. Answers with the balance after the entry, also when its key was there already
 * (`repeated`: nothing is written then). Throws for an amount whose sign does not fit its kind, and for one of this till's own
 * that takes a balance below what `creditFloor` allows: whoever calls has asked `checkCredits` before. What other tills
 * have taken is a fact, whatever is left.
 */
export function writeCredit(
  context: EngineContext,
  tx: WritableDatabase,
  { creditId, key, kind, amountMinor }: CreditFact,
  { orderRowId = null, refundRowId = null, ...cause }: CreditCause,
): WrittenCredit {
  if (!fitsKind(kind, amountMinor)) throw new RangeError(`Not an amount that is ${kind}: ${amountMinor}`);
  const known = tx.first(writtenByKey, { key });
  if (known !== undefined) return { ...known, repeated: true };
  const credit = tx.first(creditById, { id: creditId });
  if (credit === undefined) throw new Error(`there is no credit ${creditId}`);
  const balanceAfter = addMinor(credit.balanceMinor, amountMinor);
  const isOwn = cause.journalSeq > 0;
  if (isOwn && amountMinor < 0 && balanceAfter < creditFloor(context.settings(), credit))
    throw new RangeError(`Not enough on ${creditId}: ${credit.balanceMinor} and ${amountMinor}`);
  const { rowId } = tx.run(insertEntry, {
    ...cause,
    orderRowId,
    refundRowId,
    id: context.ids.uuid(),
    key,
    creditRowId: credit.rowId,
    kind,
    amountMinor,
    balanceAfter,
  });
  tx.run(addToBalance, { rowId: credit.rowId, amountMinor });
  return { rowId, balanceAfter, repeated: false };
}

function fitsKind(kind: CreditFact['kind'], amountMinor: number): boolean {
  if (!Number.isSafeInteger(amountMinor)) return false;
  if (kind === 'spent') return amountMinor <= 0;
  return kind === 'adjusted' || kind === 'reversed' || amountMinor >= 0;
}
