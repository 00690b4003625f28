import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { accountById, accountByPin, type AccountRow } from './account-statements.ts';
import { isAtTheTill } from './address-of-caller.ts';
import { isAsVerified } from './check-credentials.ts';
import { pinKey, verifyPin } from './pin.ts';
import { takeTurn } from './take-turn.ts';
import { countFailure, refuseWhileBlocked, throttled } from './throttle.ts';
import { approvalSubject } from './throttle-subjects.ts';

/** Whose PIN an act takes: that of who does it, or that of an admin who is somebody else. */
export type ApproverPin = { pin: string; way: 'own-pin' | 'manager'; askedById: string };

/** Whoever asks knows their own PIN: `same-person` is no guess and is not counted. */
export type RefusedPin = { because: 'pin' | 'same-person'; failures: number };

type Outcome<T> = {
  given: (tx: WritableDatabase, approver: AccountRow) => Result<T, Failure>;
  refused: (tx: WritableDatabase, refused: RefusedPin) => void;
};

const words = {
  'own-pin': 'This is not your PIN.',
  manager: 'This is not the PIN of a manager.',
  'same-person': 'Your own PIN does not count here.',
} as const;

/**
 * Checks the PIN of who approves an act, and writes what follows. For a PIN that nobody has and that of anybody who may
 * not approve, the answer is the same, after the same time: nobody learns here whose PIN one is. Failures are counted
 * under who asks, apart from sign-ins, so guessing here locks nobody out of the till.
 */
export async function checkApproverPin<T>(
  context: EngineContext,
  asked: ApproverPin,
  remoteAddress: string,
  outcome: Outcome<T>,
): Promise<Result<T, Failure>> {
  if (!isAtTheTill(remoteAddress)) {
    return fail(failure('pin-at-the-till', { message: 'A PIN approves at the till itself only.' }));
  }
  const subjects = [approvalSubject(asked.askedById)];
  const answer = await takeTurn(context, subjects, async () => {
    const free = await refuseWhileBlocked(context, subjects);
    if (!free.ok) return free;
    const holder = await holderOf(context, asked.pin);
    const because = refusalOf(asked, holder);
    if (holder !== undefined && because === null) return give(context, asked, holder, outcome);
    const counted = await context.write((tx) => {
      const failures = because === 'same-person' ? 0 : countFailure(context, tx, subjects);
      outcome.refused(tx, { because: because ?? 'pin', failures });
      return ok(undefined);
    });
    return counted.ok ? refused(asked, because ?? 'pin') : counted;
  });
  return answer ?? fail(throttled(1000));
}

async function holderOf(context: EngineContext, pin: string): Promise<AccountRow | undefined> {
  const holder = context.read.first(accountByPin, { pinKey: await pinKey(context, pin) });
  const isRight = await verifyPin(context, holder?.pin_hash, pin);
  return isRight && holder?.status === 'active' ? holder : undefined;
}

function refusalOf(
  { way, askedById }: ApproverPin,
  holder: AccountRow | undefined,
): RefusedPin['because'] | null {
  const isAsking = holder?.id === askedById;
  if (way === 'own-pin') return isAsking ? null : 'pin';
  if (isAsking) return 'same-person';
  return holder?.role === 'admin' ? null : 'pin';
}

function give<T>(
  context: EngineContext,
  asked: ApproverPin,
  holder: AccountRow,
  { given }: Outcome<T>,
): Promise<Result<T, Failure>> {
  return context.write((tx) => {
    const approver = tx.first(accountById, { id: holder.id });
    // Disabled, made staff, or given another PIN, while this one was being hashed.
    const stands =
      approver !== undefined && isAsVerified(approver, holder) && refusalOf(asked, approver) === null;
    return stands ? given(tx, approver) : refused(asked, 'pin');
  });
}

function refused({ way }: ApproverPin, because: RefusedPin['because']): Result<never, Failure> {
  const message = because === 'same-person' ? words['same-person'] : words[way];
  return fail(failure('approval-refused', { message, field: 'pin', details: { because } }));
}
