import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { accountById, accountByPin, type AccountRow } from './account-statements.ts';
import { findAccountBy, type LoginKind } from './find-account-by.ts';
import { verifyPassword } from './password.ts';
import { pinKey, verifyPin } from './pin.ts';
import { takeTurn } from './take-turn.ts';
import { countFailure, forgetFailures, refuseWhileBlocked, throttled } from './throttle.ts';
import { isOfName, signInSubjects, type AttemptFrom, type Subject } from './throttle-subjects.ts';
import { foldUsername } from './username.ts';

/** What a person signs in with. `by` says what `login` is looked up as. */
export type Login = { by: LoginKind; login: string; password: string };
/** `account`: somebody who is signed in proves to be that person, by the account's UUID. */
export type Credentials =
  Login | { by: 'account'; accountId: string; password: string } | { by: 'pin'; pin: string };

type Candidate = { account: AccountRow | undefined; subjects: readonly Subject[] };

/**
 * Checks credentials, and lets `admit` write what follows from them (a session, say) in the same transaction. Fails
 * with `sign-in-failed`, whatever was wrong and after the same time, and with `sign-in-throttled` after too many
 * failures. A failure is counted and journalled.
 */
export async function checkCredentials<T>(
  context: EngineContext,
  credentials: Credentials,
  from: AttemptFrom,
  admit: (tx: WritableDatabase, account: AccountRow) => T,
): Promise<Result<T, Failure>> {
  const candidate = await candidateOf(context, credentials, from);
  const { subjects } = candidate;
  const answer = await takeTurn(context, subjects, async () => {
    const free = await refuseWhileBlocked(context, subjects);
    if (!free.ok) return free;
    const account = await verify(context, candidate, credentials);
    if (account === undefined) return refuse(context, credentials, subjects);
    return admitVerified(context, account, credentials, subjects, admit);
  });
  return answer ?? fail(throttled(1000));
}

/** The account that is meant, and under what its failures count: its own name, however it was asked for. */
async function candidateOf(
  context: EngineContext,
  credentials: Credentials,
  from: AttemptFrom,
): Promise<Candidate> {
  if (credentials.by === 'pin') {
    const account = context.read.first(accountByPin, { pinKey: await pinKey(context, credentials.pin) });
    return { account, subjects: await signInSubjects(context, 'pin', from) };
  }
  const account =
    credentials.by === 'account'
      ? context.read.first(accountById, { id: credentials.accountId })
      : findAccountBy(context.read, credentials.by, credentials.login);
  const given = credentials.by === 'account' ? credentials.accountId : foldUsername(credentials.login);
  const usernameFold = account?.username_fold ?? given;
  return { account, subjects: await signInSubjects(context, { usernameFold }, from) };
}

/** The account, if the credentials are right for it. Takes as long for none as for one. */
async function verify(
  context: EngineContext,
  { account }: Candidate,
  credentials: Credentials,
): Promise<AccountRow | undefined> {
  const isRight =
    credentials.by === 'pin'
      ? await verifyPin(context, account?.pin_hash, credentials.pin)
      : await verifyPassword(context, account?.password_hash, credentials.password);
  return isRight && account?.status === 'active' ? account : undefined;
}

async function refuse(
  context: EngineContext,
  { by }: Credentials,
  subjects: readonly Subject[],
): Promise<Result<never, Failure>> {
  const way = by === 'pin' ? 'pin' : 'password';
  const counted = await context.write((tx) => {
    const failures = countFailure(context, tx, subjects);
    append(context, tx, { kind: 'sign-in.failed', body: { way, failures }, actor: 'unknown' });
    return ok(undefined);
  });
  return counted.ok ? fail(failure('sign-in-failed')) : counted;
}

function admitVerified<T>(
  context: EngineContext,
  verified: AccountRow,
  { by }: Credentials,
  subjects: readonly Subject[],
  admit: (tx: WritableDatabase, account: AccountRow) => T,
): Promise<Result<T, Failure>> {
  return context.write((tx) => {
    const account = tx.first(accountById, { id: verified.id });
    // Disabled, or given another password, while this one was being hashed.
    if (account === undefined || !isAsVerified(account, verified)) return fail(failure('sign-in-failed'));
    // Whoever knows one PIN must not be able to try others without end, so only a password clears its own count.
    if (by !== 'pin') forgetFailures(tx, subjects.filter(isOfName));
    return ok(admit(tx, account));
  });
}

/** Whether an account that was verified a moment ago still has the same secrets and may still sign in. */
export function isAsVerified(account: AccountRow, verified: AccountRow): boolean {
  return (
    account.status === 'active' &&
    account.session_epoch === verified.session_epoch &&
    account.password_hash === verified.password_hash &&
    account.pin_hash === verified.pin_hash
  );
}
