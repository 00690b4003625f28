import type { Failure, Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import { append } from '../journal/index.ts';
import { updatePassword } from './account-statements.ts';
import { checkCredentials } from './check-credentials.ts';
import { endSessionsOf } from './end-sessions.ts';
import { hashPassword } from './password.ts';
import type { CallingAccount } from './read-access.ts';
import type { AttemptFrom } from './throttle-subjects.ts';

/**
 * Gives an account another password. Every other login of that person ends; the one that asks goes on. Fails with
 * `sign-in-failed` when the current password is wrong, which counts as a failed sign-in.
 */
export async function changeOwnPassword(
  context: EngineContext,
  caller: Pick<CallingAccount, 'accountId' | 'sessionId'>,
  passwords: { current: string; next: string },
  from: AttemptFrom,
): Promise<Result<void, Failure>> {
  const { accountId, sessionId } = caller;
  const passwordHash = await hashPassword(context, passwords.next);
  return checkCredentials(
    context,
    { by: 'account', accountId, password: passwords.current },
    from,
    (tx, account) => {
      tx.run(updatePassword, { rowId: account.row_id, passwordHash, at: instantOf(context.clock.now()) });
      append(context, tx, {
        kind: 'account.changed',
        body: { accountId, changed: ['password'] },
        actor: accountId,
      });
      endSessionsOf(context, tx, account.row_id, {
        because: 'password-changed',
        exceptSessionId: sessionId,
      });
    },
  );
}
