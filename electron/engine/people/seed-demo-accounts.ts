import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { accountByFold } from './account-statements.ts';
import { prepareAccount, writeNewAccount, type NewAccount } from './create-account.ts';
import { foldUsername } from './username.ts';

/** The logins of the demonstration shop. Its README tells them, so they are made here only, never through the API. */
const demoAccounts: readonly NewAccount[] = [
  { username: 'owner', displayName: 'Olivia Owner', role: 'admin', password: 'sukli-demo', pin: '9999' },
  { username: 'cashier', displayName: 'Carlo Cashier', role: 'staff', password: 'sukli-demo', pin: '1111' },
];

/** Makes the accounts of the demonstration shop that are not there yet. */
export async function seedDemoAccounts(context: EngineContext): Promise<Result<void, Failure>> {
  const prepared = await Promise.all(demoAccounts.map((account) => prepareAccount(context, account)));
  return context.write((tx) => {
    for (const account of prepared) {
      if (tx.first(accountByFold, { usernameFold: foldUsername(account.username) }) !== undefined) continue;
      const written = writeNewAccount(context, tx, account, 'system');
      if (!written.ok) return written;
    }
    return ok(undefined);
  });
}
