import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Role } from '../../../shared/domain/permissions.ts';
import type { EngineContext } from '../context.ts';
import { readDialectToken, type DialectClaims } from './dialect-token.ts';
import type { TokenFault } from './token-pair.ts';
import { accountExists, tokenSessionByRowId, type TokenSessionRow } from './token-statements.ts';

/** An account that calls with a token of the dialects. */
export type CallingAccount = {
  accountId: string;
  accountRowId: number;
  sessionId: string;
  username: string;
  role: Role;
  customerRowId: number | null;
};

/**
 * Who calls with this access token. Account and session are read as they are now: a new password, another role and
 * disabling act at once, while a blacklisted refresh token leaves its access tokens as they are.
 */
export async function readAccess(
  context: EngineContext,
  token: string,
): Promise<Result<CallingAccount, TokenFault>> {
  const claims = await readDialectToken(context, token);
  if (claims === null) return fail('token-invalid');
  if (claims.tokenType === null) return fail('token-without-type');
  if (claims.tokenType !== 'access') return fail('token-wrong-type');
  if (claims.userId === null) return fail('token-without-user');
  const rowId = sessionRowIdOf(claims);
  const session = rowId === null ? undefined : context.read.first(tokenSessionByRowId, { rowId });
  if (session === undefined || session.account_row_id !== claims.userId)
    return withoutSession(context, claims.userId);
  if (session.status !== 'active') return fail('user-inactive');
  return session.epoch === session.session_epoch ? ok(callingAccountOf(session)) : fail('token-invalid');
}

export function callingAccountOf(session: TokenSessionRow): CallingAccount {
  return {
    accountId: session.account_id,
    accountRowId: session.account_row_id,
    sessionId: session.session_id,
    username: session.username,
    role: session.role,
    customerRowId: session.customer_row_id,
  };
}

function sessionRowIdOf({ tokenId }: DialectClaims): number | null {
  return tokenId !== null && /^[0-9a-f]{32}$/.test(tokenId)
    ? Number.parseInt(tokenId.slice(0, 12), 16)
    : null;
}

function withoutSession(context: EngineContext, rowId: number): Result<never, TokenFault> {
  const account = context.read.first(accountExists, { rowId });
  if (account === undefined) return fail('user-unknown');
  return fail(account.status === 'active' ? 'token-invalid' : 'user-inactive');
}
