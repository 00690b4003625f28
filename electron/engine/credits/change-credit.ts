import type { Credit, CreditChange } from '../../../shared/api/credits.ts';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { creditOf } from './credit-of.ts';
import {
  blockCredit,
  creditById,
  customerRow,
  setExpiry,
  setLimit,
  type StoredCredit,
} from './credit-statements.ts';
import { customerCredit } from './open-credit.ts';

/** Blocks or frees a card or account, or changes until when a card is good. Fails with `credit-unknown`. */
export function changeCredit(
  context: EngineContext,
  id: string,
  { blocked, expiresOn, reason }: CreditChange,
  actor: Pick<Actor, 'accountId'>,
): Promise<Result<Credit, Failure>> {
  return context.write((tx) => {
    const stored = tx.first(creditById, { id });
    if (stored === undefined) return fail(failure('credit-unknown'));
    if (expiresOn !== undefined && stored.kind !== 'gift-card') {
      const message = 'Only gift cards expire.';
      return fail(failure('request-invalid', { message, field: 'expiresOn' }));
    }
    const changes = {
      ...(blocked !== undefined && blocked !== (stored.blockedAt !== null) ? { blocked } : {}),
      ...(expiresOn !== undefined && expiresOn !== stored.expiresOn ? { expiresOn } : {}),
    };
    const at = tellChange(context, tx, stored, { changes, reason }, actor);
    const { rowId } = stored;
    if (changes.blocked !== undefined) {
      const block = changes.blocked ? { at, reason } : { at: null, reason: '' };
      tx.run(blockCredit, { rowId, ...block });
    }
    if (changes.expiresOn !== undefined) tx.run(setExpiry, { rowId, expiresOn: changes.expiresOn });
    return ok(again(context, tx, id));
  });
}

/** Says how much a customer may owe; null: as in the settings. Fails with `customer-unknown`. */
export function limitAccount(
  context: EngineContext,
  customerId: string,
  { limitMinor }: { limitMinor: number | null },
  actor: Pick<Actor, 'accountId'>,
): Promise<Result<Credit, Failure>> {
  return context.write((tx) => {
    if (tx.first(customerRow, { id: customerId }) === undefined) return fail(failure('customer-unknown'));
    const kind = 'on-account';
    const stored = customerCredit(context, tx, { customerId, kind }, actor.accountId);
    const changes = limitMinor === stored.limitMinor ? {} : { limitMinor };
    tellChange(context, tx, stored, { changes, reason: '' }, actor);
    tx.run(setLimit, { rowId: stored.rowId, limitMinor });
    return ok(again(context, tx, stored.id));
  });
}

/** Nothing is told of a change that changes nothing. */
function tellChange(
  context: EngineContext,
  tx: WritableDatabase,
  { id: creditId, kind }: StoredCredit,
  { changes, reason }: { changes: Record<string, unknown>; reason: string },
  { accountId: actor }: Pick<Actor, 'accountId'>,
): string | null {
  if (Object.keys(changes).length === 0) return null;
  const body = { creditId, kind, entry: null, changes, reason };
  return append(context, tx, { kind: 'credit.changed', body, actor }).at;
}

function again(context: EngineContext, tx: WritableDatabase, id: string): Credit {
  const stored = tx.first(creditById, { id });
  if (stored === undefined) throw new Error('a credit that was just changed is not there');
  return creditOf(context, stored);
}
