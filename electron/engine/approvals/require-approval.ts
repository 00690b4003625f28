import { failure } from '../../../shared/api/failures.ts';
import { wayOf, type Act, type Way } from '../../../shared/domain/acts.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { approvalById, useApproval } from './approval-statements.ts';

/** After this an approval that nobody used is void: who gave it thought of now. */
const goodFor = 12 * 60 * 60_000;

/** `figure`: how large the act is, in its measure, without a sign; 0 where there is nothing to measure. */
export type AskedAct = {
  act: Act;
  subject: string;
  figure: number;
  actor: Pick<Actor, 'role' | 'accountRowId'>;
  approvalIds: readonly string[];
};

export type UsedApproval = { id: string; rowId: number };

/**
 * Whether the actor may do an act of this size, inside the act's own commit. Null when nobody has to approve it;
 * otherwise one of the given approvals is used up: for this act, this subject, at least this size, asked by this actor,
 * unused. Fails with `act-forbidden`; with `approval-needed` (details `act`, `way`, `figure`, `subject`) where none was
 * given for it; with `approval-unknown` where the one that was given cannot be used.
 */
export function requireApproval(
  context: EngineContext,
  tx: WritableDatabase,
  asked: AskedAct,
): Result<UsedApproval | null, Failure> {
  const { act, subject, actor, approvalIds } = asked;
  const figure = Math.abs(asked.figure);
  const way = wayOf(act, actor.role, figure, context.settings().acts);
  if (way === 'allow') return ok(null);
  if (way === 'never') return fail(failure('act-forbidden', { details: { act } }));
  const given = approvalIds
    .flatMap((id) => tx.first(approvalById, { id }) ?? [])
    .filter((row) => row.act === act && row.subject === subject);
  if (given.length === 0) {
    return fail(failure('approval-needed', { details: { act, way, figure, subject } }));
  }
  const now = context.clock.now();
  const fitting = given.find(
    (row) =>
      row.used_at === null &&
      row.asked_by_row_id === actor.accountRowId &&
      isEnough(row.way, way) &&
      (row.figure === null || row.figure >= figure) &&
      now - Date.parse(row.at) <= goodFor,
  );
  if (fitting === undefined) {
    return fail(failure('approval-unknown', { details: { act, way, figure, subject } }));
  }
  tx.run(useApproval, { rowId: fitting.row_id, at: instantOf(now) });
  return ok({ id: fitting.id, rowId: fitting.row_id });
}

function isEnough(given: 'own-pin' | 'manager', needed: Way): boolean {
  return given === 'manager' || needed === 'own-pin';
}
