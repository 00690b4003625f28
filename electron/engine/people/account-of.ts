import type { Account } from '../../../shared/api/people.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { compile } from '../db/query.ts';
import { shownAccounts } from './account-statements.ts';
import { sessionNow } from './session-time.ts';

type ShownRow = Awaited<ReturnType<ReturnType<typeof shownAccounts>['execute']>>[number];

/** One account as the API shows it: nothing of its secrets but whether it has a PIN. */
export function accountOf(row: ShownRow): Account {
  return {
    id: row.id,
    username: row.username,
    displayName: row.display_name,
    role: row.role,
    status: row.status,
    hasPin: row.pin_key !== null,
    customerId: row.customer_id,
    lastSignInAt: row.last_sign_in_at,
    openSessions: row.open_sessions ?? 0,
    createdAt: row.created_at,
  };
}

export function readAccount(context: EngineContext, db: ReadableDatabase, id: string): Account {
  const row = db.first(compile(shownAccounts(instantOf(sessionNow(context))).where('accounts.id', '=', id)));
  if (row === undefined) throw new Error('an account that was just written is not there');
  return accountOf(row);
}
