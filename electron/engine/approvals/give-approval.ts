import type { Approval, ApprovalRequest } from '../../../shared/api/approvals.ts';
import { failure } from '../../../shared/api/failures.ts';
import { actMeasures, wayOf } from '../../../shared/domain/acts.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { checkApproverPin } from '../people/index.ts';
import { approvalById, insertApproval, type ApprovalRow } from './approval-statements.ts';

type Given = {
  request: ApprovalRequest;
  figure: number | null;
  way: 'own-pin' | 'manager';
  actor: Actor;
  approver: { id: string; row_id: number };
};

/**
 * Approves one act of the actor by a PIN. The same id again answers with the same approval. Fails with
 * `approval-refused` for any PIN that does not do, `sign-in-throttled` after too many, and `act-forbidden` where no PIN
 * does.
 */
export async function giveApproval(
  context: EngineContext,
  request: ApprovalRequest,
  actor: Actor,
  remoteAddress: string,
): Promise<Result<Approval, Failure>> {
  const { id, act, subject } = request;
  const known = context.read.first(approvalById, { id });
  if (known !== undefined) return repeated(known, request, actor);
  const way = wayOf(act, actor.role, request.figure, context.settings().acts);
  if (way === 'never') return fail(failure('act-forbidden', { details: { act } }));
  if (way === 'allow') {
    return fail(failure('approval-refused', { message: 'This needs no approval any more. Go on.' }));
  }
  const figure = actMeasures[act] === 'none' ? null : request.figure;
  const asked = { pin: request.pin, way, askedById: actor.accountId };
  return checkApproverPin<Approval>(context, asked, remoteAddress, {
    given: (tx, approver) => record(context, tx, { request, figure, way, actor, approver }),
    refused: (tx, { because, failures }) =>
      void append(context, tx, {
        kind: 'approval.refused',
        body: { act, subject, figure, way, because, failures },
        actor: actor.accountId,
      }),
  });
}

function record(
  context: EngineContext,
  tx: WritableDatabase,
  { request, figure, way, actor, approver }: Given,
): Result<Approval, Failure> {
  const { id, act, subject } = request;
  const sent = tx.first(approvalById, { id });
  if (sent !== undefined) return repeated(sent, request, actor);
  const entry = append(context, tx, {
    kind: 'approval.given',
    body: { approvalId: id, act, subject, figure, way, askedBy: actor.accountId, approvedBy: approver.id },
    actor: approver.id,
  });
  tx.run(insertApproval, {
    id,
    act,
    subject,
    figure,
    way,
    askedByRowId: actor.accountRowId,
    approvedByRowId: approver.row_id,
    at: entry.at,
    journalSeq: entry.seq,
  });
  const row = tx.first(approvalById, { id });
  if (row === undefined) throw new Error('an approval that was just given is not there');
  return ok(approvalOf(row));
}

function repeated(
  row: ApprovalRow,
  { act, subject, figure }: ApprovalRequest,
  actor: Actor,
): Result<Approval, Failure> {
  const isSame =
    row.act === act &&
    row.subject === subject &&
    (row.figure ?? figure) === figure &&
    row.asked_by_row_id === actor.accountRowId;
  return isSame ? ok(approvalOf(row)) : fail(failure('approval-unknown'));
}

function approvalOf({ id, act, subject, figure, way, approved_by: approvedBy, at }: ApprovalRow): Approval {
  return { id, act, subject, figure, way, approvedBy, at };
}
