import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import type { AccountRow } from './account-statements.ts';
import { readDialectToken, signDialectToken } from './dialect-token.ts';
import { dropExpired, endSession, touchAccount } from './session-statements.ts';
import { sessionNow } from './session-time.ts';
import { insertTokenSession, tokenSessionById, type TokenSessionRow } from './token-statements.ts';

/** What is wrong with a token: each dialect has its own words for it. */
export type TokenFault =
  | 'token-invalid'
  | 'token-wrong-type'
  | 'token-without-type'
  | 'token-without-user'
  | 'token-blacklisted'
  | 'user-unknown'
  | 'user-inactive';

export type TokenPair = { refresh: string; access: string };
/** A session that a pair of tokens stands for; `expires` in milliseconds of session time, for its refresh token. */
export type TokenSession = {
  rowId: number;
  id: string;
  accountRowId: number;
  opened: number;
  expires: number;
};

/**
 * Opens the session of a token pair inside the transaction of a login or registration. Its row outlives the refresh
 * token by one access token, so that the last of these can still be checked.
 */
export function openTokenSession(
  context: EngineContext,
  tx: WritableDatabase,
  account: Pick<AccountRow, 'row_id' | 'session_epoch'>,
): TokenSession {
  const { refreshSeconds, accessSeconds } = context.settings().api;
  const opened = sessionNow(context);
  const expires = opened + refreshSeconds * 1000;
  const id = context.ids.uuid();
  tx.run(dropExpired, { accountRowId: account.row_id, now: instantOf(opened) });
  const { rowId } = tx.run(insertTokenSession, {
    id,
    accountRowId: account.row_id,
    epoch: account.session_epoch,
    kind: 'token',
    tokenHash: new Uint8Array(),
    at: instantOf(opened),
    expiresAt: instantOf(expires + accessSeconds * 1000),
  });
  tx.run(touchAccount, { rowId: account.row_id, at: instantOf(context.clock.now()) });
  return { rowId, id, accountRowId: account.row_id, opened, expires };
}

/** Opens a session of an account and signs its pair of tokens. */
export async function openTokenPair(
  context: EngineContext,
  account: Pick<AccountRow, 'row_id' | 'session_epoch'>,
): Promise<Result<TokenPair, Failure>> {
  const opened = await context.write((tx) => ok(openTokenSession(context, tx, account)));
  return opened.ok ? ok(await signTokenPair(context, opened.value)) : opened;
}

/** The refresh and the access token of a session that was just opened. */
export async function signTokenPair(context: EngineContext, session: TokenSession): Promise<TokenPair> {
  const refresh = signDialectToken(context, {
    token_type: 'refresh',
    exp: Math.floor(session.expires / 1000),
    iat: Math.floor(session.opened / 1000),
    jti: session.id.replaceAll('-', ''),
    user_id: session.accountRowId,
  });
  const access = signAccess(context, session.rowId, session.accountRowId, Number.POSITIVE_INFINITY);
  return { refresh: await refresh, access: await access };
}

/**
 * A new access token for a refresh token, which stays as it is (no rotation). Fails with what is wrong with the token
 * or its account, as they are at this moment.
 */
export async function refreshAccess(
  context: EngineContext,
  token: string,
): Promise<Result<string, TokenFault>> {
  const found = await findRefresh(context, token);
  if (!found.ok) return found;
  const { session_row_id, account_row_id, expires_at } = found.value;
  return ok(await signAccess(context, session_row_id, account_row_id, Date.parse(expires_at)));
}

/**
 * Ends a refresh token for good; its access tokens stay valid until they expire. Fails with what is wrong with the
 * token, also when it was ended before.
 */
export async function blacklistRefresh(
  context: EngineContext,
  token: string,
): Promise<Result<void, TokenFault | Failure>> {
  const found = await findRefresh(context, token);
  if (!found.ok) return found;
  const at = instantOf(sessionNow(context));
  const id = found.value.session_id;
  const ended = await context.write((tx) =>
    ok(tx.run(endSession, { id, at, because: 'blacklisted' }).changes === 1),
  );
  if (!ended.ok) return ended;
  return ended.value ? ok(undefined) : fail('token-blacklisted');
}

async function findRefresh(
  context: EngineContext,
  token: string,
): Promise<Result<TokenSessionRow, TokenFault>> {
  const claims = await readDialectToken(context, token);
  if (claims === null) return fail('token-invalid');
  if (claims.tokenType === null) return fail('token-without-type');
  if (claims.tokenType !== 'refresh') return fail('token-wrong-type');
  const session = context.read.first(tokenSessionById, { id: uuidOf(claims.tokenId ?? '') });
  if (session === undefined) return fail('token-invalid');
  if (session.ended_because === 'blacklisted') return fail('token-blacklisted');
  if (session.status !== 'active') return fail('user-inactive');
  if (session.ended_at !== null || session.epoch !== session.session_epoch) return fail('token-invalid');
  return session.account_row_id === claims.userId ? ok(session) : fail('token-invalid');
}

/** `before`: the end of the session's row, which no access token outlives. */
function signAccess(
  context: EngineContext,
  sessionRowId: number,
  accountRowId: number,
  before: number,
): Promise<string> {
  const now = sessionNow(context);
  const issued = Math.floor(now / 1000);
  const expires = Math.min(issued + context.settings().api.accessSeconds, Math.floor(before / 1000));
  return signDialectToken(context, {
    token_type: 'access',
    exp: expires,
    iat: issued,
    jti: sessionRowId.toString(16).padStart(12, '0') + Buffer.from(context.ids.bytes(10)).toString('hex'),
    user_id: accountRowId,
  });
}

function uuidOf(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
