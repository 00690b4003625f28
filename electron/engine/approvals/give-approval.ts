import type { z } from 'zod';
import type { approval, approvalRequest } from '../../../shared/api/approvals.ts';
import { failure } from '../../../shared/api/failures.ts';
import { actMeasures, wayOf } from '../../../shared/domain/acts.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { checkCredentials, isAtTheTill, type AccountRow } from '../people/index.ts';
import { approvalById, insertApproval } from './approval-statements.ts';

type Request = z.output<typeof approvalRequest>;
type Approval = z.input<typeof approval>;
type Given = 'own-pin' | 'manager';

/**
 * Approves one act of the actor's by PIN: their own or a manager's, as the rule of the act says. Wrong PINs are counted
 * like failed sign-ins, under a count of their own. The same id again gives the same answer. Fails with
 * `approval-refused` (the wrong person, or an act that needs nobody), `act-forbidden`, `sign-in-failed`,
 * `sign-in-throttled` and, over the shop's network, `pin-at-the-till`.
 */
export async function giveApproval(
  context: EngineContext,
  request: Request,
  actor: Actor,
  remoteAddress: string,
): Promise<Result<Approval, Failure>> {
  if (!isAtTheTill(remoteAddress)) return fail(failure('pin-at-the-till'));
  const known = context.read.first(approvalById, { id: request.id });
  if (known !== undefined) return ok(approvalOf(known));
  const way = wayOf(request.act, actor.role, request.figure, context.settings().acts);
  if (way === 'never') return fail(failure('act-forbidden', { details: { act: request.act } }));
  if (way === 'allow') {
    return fail(failure('approval-refused', { message: 'Nobody has to approve this.' }));
  }
  const from = { remoteAddress, through: 'screens' } as const;
  const checked = await checkCredentials(
    context,
    { by: 'approval', pin: request.pin },
    from,
    (tx, account) => {
      const refused = refusePerson(way, account, actor);
      return refused === null
        ? ok(writeApproval(context, tx, { request, way, account, actor }))
        : fail(refused);
    },
  );
  return checked.ok ? checked.value : checked;
}

function refusePerson(way: Given, account: AccountRow, actor: Actor): Failure | null {
  const isActor = account.row_id === actor.accountRowId;
  if (way === 'own-pin') {
    if (isActor) return null;
    return failure('approval-refused', { message: `This takes the PIN of ${actor.displayName}.` });
  }
  if (isActor) {
    return failure('approval-refused', {
      message: 'Nobody approves their own act. Ask a manager for their PIN.',
    });
  }
  if (account.role === 'admin') return null;
  return failure('approval-refused', {
    message: `${account.display_name} is no manager. Ask a manager for their PIN.`,
  });
}

function writeApproval(
  context: EngineContext,
  tx: WritableDatabase,
  given: { request: Request; way: Given; account: AccountRow; actor: Actor },
): Approval {
  const { request, way, account, actor } = given;
  const { id, act, subject } = request;
  const figure = actMeasures[act] === 'none' ? null : request.figure;
  const entry = append(context, tx, {
    kind: 'approval.given',
    body: { approvalId: id, act, subject, figure, way, askedBy: actor.accountId, approvedBy: account.id },
    actor: account.id,
  });
  tx.run(insertApproval, {
    id,
    act,
    subject,
    figure,
    way,
    askedByRowId: actor.accountRowId,
    approvedByRowId: account.row_id,
    at: entry.at,
    journalSeq: entry.seq,
  });
  return { id, act, subject, figure, way, approvedBy: account.display_name, at: entry.at };
}

function approvalOf(row: NonNullable<(typeof approvalById)['row']>): Approval {
  const { id, act, subject, figure, way, at } = row;
  return { id, act, subject, figure, way, approvedBy: row.approved_by, at };
}
