import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import { append } from '../journal/index.ts';
import { accountById, updatePassword } from './account-statements.ts';
import { checkCredentials, isAsVerified } from './check-credentials.ts';
import { endSessionsOf } from './end-sessions.ts';
import { hashPassword } from './password.ts';
import type { CallingAccount } from './read-access.ts';
import type { AttemptFrom } from './throttle-subjects.ts';

/**
 * Gives an account another password. Every other login of that person ends; the one that asks goes on. Fails with
 * `sign-in-failed` when the current password is wrong, which counts as a failed sign-in. Nothing is hashed for whoever
 * has to wait.
 */
export async function changeOwnPassword(
  context: EngineContext,
  { accountId, sessionId }: Pick<CallingAccount, 'accountId' | 'sessionId'>,
  { current, next }: { current: string; next: string },
  from: AttemptFrom,
): Promise<Result<void, Failure>> {
  const credentials = { by: 'account', accountId, password: current } as const;
  const verified = await checkCredentials(context, credentials, from, (_, account) => account);
  if (!verified.ok) return verified;
  const passwordHash = await hashPassword(context, next);
  return context.write((tx) => {
    const account = tx.first(accountById, { id: accountId });
    if (account === undefined || !isAsVerified(account, verified.value)) {
      return fail(failure('sign-in-failed'));
    }
    tx.run(updatePassword, { rowId: account.row_id, passwordHash, at: instantOf(context.clock.now()) });
    append(context, tx, {
      kind: 'account.changed',
      body: { accountId, changed: ['password'] },
      actor: accountId,
    });
    endSessionsOf(context, tx, account.row_id, { because: 'password-changed', exceptSessionId: sessionId });
    return ok(undefined);
  });
}
