import { createHash } from 'node:crypto';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { AccountRow } from './account-statements.ts';
import { readDialectToken, signDialectToken } from './dialect-token.ts';
import { callingAccountOf, type CallingAccount } from './read-access.ts';
import { dropExpired, touchAccount } from './session-statements.ts';
import { sessionNow } from './session-time.ts';
import type { TokenFault } from './token-pair.ts';
import { customerSessionByHash, insertTokenSession } from './token-statements.ts';

/** Opens a session of a customer and signs its one token, which is found again by its hash. `code`: `CUST-00001`. */
export async function openCustomerToken(
  context: EngineContext,
  account: Pick<AccountRow, 'row_id' | 'session_epoch' | 'username' | 'email'>,
  code: string,
): Promise<Result<string, Failure>> {
  const opened = sessionNow(context);
  const expires = Math.floor(opened / 1000) + context.settings().api.customerSeconds;
  const token = await signDialectToken(context, {
    customer_id: code,
    username: account.username,
    email: account.email,
    exp: expires,
    iat: Math.floor(opened / 1000),
    token_type: 'customer',
  });
  return context.write((tx) => {
    tx.run(dropExpired, { accountRowId: account.row_id, now: instantOf(opened) });
    tx.run(insertTokenSession, {
      id: context.ids.uuid(),
      accountRowId: account.row_id,
      epoch: account.session_epoch,
      kind: 'customer',
      tokenHash: hashOf(token),
      at: instantOf(opened),
      expiresAt: instantOf(expires * 1000),
    });
    tx.run(touchAccount, { rowId: account.row_id, at: instantOf(context.clock.now()) });
    return ok(token);
  });
}

/** Who calls with this token of 002, as the account is now. */
export async function readCustomerToken(
  context: EngineContext,
  token: string,
): Promise<Result<CallingAccount, TokenFault>> {
  const claims = await readDialectToken(context, token);
  if (claims === null) return fail('token-invalid');
  if (claims.tokenType !== 'customer' || claims.customerCode === null) return fail('token-wrong-type');
  const session = context.read.first(customerSessionByHash, { tokenHash: hashOf(token) });
  if (session === undefined || session.status !== 'active') return fail('token-invalid');
  return session.epoch === session.session_epoch ? ok(callingAccountOf(session)) : fail('token-invalid');
}

function hashOf(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}
