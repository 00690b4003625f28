import type { Credit, CreditChange } from '../../../shared/api/credits.ts';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append, winFields } from '../journal/index.ts';
import { creditOf } from './credit-of.ts';
import { creditHere } from './credit-here.ts';
import { creditById, customerRow, type StoredCredit } from './credit-statements.ts';
import { customerCredit } from './open-credit.ts';
import { setCreditFields } from './set-credit-fields.ts';

/** Blocks or frees a card or account, or changes until when a card is good. Fails with `credit-unknown`. */
export function changeCredit(
  context: EngineContext,
  id: string,
  { blocked, expiresOn, reason }: CreditChange,
  actor: Pick<Actor, 'accountId'>,
): Promise<Result<Credit, Failure>> {
  return context.write((tx) => {
    const stored = creditHere(tx, id);
    if (stored === undefined) return fail(failure('credit-unknown'));
    if (expiresOn !== undefined && stored.kind !== 'gift-card') {
      const message = 'Only gift cards expire.';
      return fail(failure('request-invalid', { message, field: 'expiresOn' }));
    }
    const changes = {
      ...(blocked !== undefined && blocked !== (stored.blockedAt !== null) ? { blocked } : {}),
      ...(expiresOn !== undefined && expiresOn !== stored.expiresOn ? { expiresOn } : {}),
    };
    writeChange(context, tx, stored, { changes, reason }, actor);
    return ok(again(context, tx, stored.id));
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
    writeChange(context, tx, stored, { changes, reason: '' }, actor);
    return ok(again(context, tx, stored.id));
  });
}

/** Nothing is told of a change that changes nothing. */
function writeChange(
  context: EngineContext,
  tx: WritableDatabase,
  { id: creditId, rowId, kind }: StoredCredit,
  { changes, reason }: { changes: Record<string, unknown>; reason: string },
  { accountId: actor }: Pick<Actor, 'accountId'>,
): void {
  const fields = Object.keys(changes);
  if (fields.length === 0) return;
  const body = { creditId, kind, entry: null, changes, reason };
  const { at, stamp } = append(context, tx, { kind: 'credit.changed', body, actor });
  winFields(tx, { entity: 'credit', id: creditId, fields, stamp });
  setCreditFields(tx, rowId, fields, { changes, reason, at });
}

function again(context: EngineContext, tx: WritableDatabase, id: string): Credit {
  const stored = tx.first(creditById, { id });
  if (stored === undefined) throw new Error('a credit that was just changed is not there');
  return creditOf(context, stored);
}
