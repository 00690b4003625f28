import { failure } from '../../../shared/api/failures.ts';
import { wayOf, type Act } from '../../../shared/domain/acts.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { sessionNow } from '../people/index.ts';
import { approvalById, useApproval, type ApprovalRow } from './approval-statements.ts';

const goodFor = 12 * 60 * 60_000;

export type RequiredApproval = {
  act: Act;
  /** The id of what it is for, the same that the approval was asked for. */
  subject: string;
  /** The size of the act in its measure, without a sign; 0 where there is nothing to measure. */
  figure: number;
  actor: Pick<Actor, 'role' | 'accountRowId'>;
  /** What came with the act; those that are for something else stay as they are. */
  approvalIds: readonly string[];
};

export type TakenApproval = { id: string; rowId: number };

/**
 * What an act has to ask inside its own commit: null where the rules let it happen, otherwise the approval that it
 * takes, which no other act can take from then on. The act's entry has to name it (`approvalId`, `approvalIds`). Fails
 * with `approval-needed`, with `approval-unknown` when the one for it was used already, and with `act-forbidden`.
 */
export function requireApproval(
  context: EngineContext,
  tx: WritableDatabase,
  required: RequiredApproval,
): Result<TakenApproval | null, Failure> {
  const { act, subject, figure, actor, approvalIds } = required;
  const way = wayOf(act, actor.role, figure, context.settings().acts);
  if (way === 'allow') return ok(null);
  if (way === 'never') return fail(failure('act-forbidden', { details: { act } }));
  const meant = approvalIds
    .map((id) => tx.first(approvalById, { id }))
    .filter((row) => row !== undefined)
    .filter((row) => isFor(row, required));
  const unused = meant.filter((row) => row.used_at === null);
  const now = sessionNow(context);
  const fitting = unused
    .filter((row) => Date.parse(row.at) > now - goodFor && (way === 'own-pin' || row.way === 'manager'))
    .toSorted((a, b) => (a.figure ?? 0) - (b.figure ?? 0))[0];
  if (fitting === undefined) {
    return meant.length > 0 && unused.length === 0
      ? fail(failure('approval-unknown', { details: { act, subject } }))
      : fail(failure('approval-needed', { details: { act, way, figure, subject } }));
  }
  tx.run(useApproval, { rowId: fitting.row_id, at: instantOf(context.clock.now()) });
  return ok({ id: fitting.id, rowId: fitting.row_id });
}

function isFor(row: ApprovalRow, { act, subject, figure, actor }: RequiredApproval): boolean {
  return (
    row.act === act &&
    row.subject === subject &&
    row.asked_by_row_id === actor.accountRowId &&
    (row.figure === null || row.figure >= Math.abs(figure))
  );
}
