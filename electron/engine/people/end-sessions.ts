import { failure } from '../../../shared/api/failures.ts';
import type { Account } from '../../../shared/api/people.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import { append } from '../journal/index.ts';
import { readAccount } from './account-of.ts';
import { accountById } from './account-statements.ts';
import { sessionNow } from './session-time.ts';

const raiseEpoch = query<{ accountRowId: number }>()((b, p) =>
  b
    .updateTable('accounts')
    .set((e) => ({ session_epoch: e('session_epoch', '+', 1) }))
    .where('row_id', '=', p('accountRowId')),
);
const endOthers = query<{ accountRowId: number; sessionId: string; at: string; because: string }>()((b, p) =>
  b
    .updateTable('sessions')
    .set({ ended_at: p('at'), ended_because: p('because') })
    .where('account_row_id', '=', p('accountRowId'))
    .where('id', '<>', p('sessionId'))
    .where('ended_at', 'is', null),
);
const moveToEpoch = query<{ accountRowId: number; sessionId: string }>()((b, p) =>
  b
    .updateTable('sessions')
    .set((e) => ({
      epoch: e
        .selectFrom('accounts')
        .select('session_epoch')
        .where('accounts.row_id', '=', p('accountRowId'))
        .$asScalar(),
    }))
    .where('account_row_id', '=', p('accountRowId'))
    .where('id', '=', p('sessionId')),
);

/** Ends every session of an account at once, but for one that is spared. */
export function endSessionsOf(
  context: EngineContext,
  tx: WritableDatabase,
  accountRowId: number,
  { because, exceptSessionId = '' }: { because: string; exceptSessionId?: string | undefined },
): void {
  tx.run(raiseEpoch, { accountRowId });
  tx.run(endOthers, {
    accountRowId,
    sessionId: exceptSessionId,
    at: instantOf(sessionNow(context)),
    because,
  });
  if (exceptSessionId !== '') tx.run(moveToEpoch, { accountRowId, sessionId: exceptSessionId });
}

/** Ends every session of an account, its own caller's too. Fails with `account-unknown`. */
export function endAccountSessions(
  context: EngineContext,
  id: string,
  actor: Actor,
): Promise<Result<Account, Failure>> {
  return context.write((tx) => {
    const known = tx.first(accountById, { id });
    if (known === undefined) return fail(failure('account-unknown'));
    endSessionsOf(context, tx, known.row_id, { because: 'ended-by-admin' });
    append(context, tx, {
      kind: 'account.sessions-ended',
      body: { accountId: id, because: 'ended-by-admin' },
      actor: actor.accountId,
    });
    return ok(readAccount(context, tx, id));
  });
}
