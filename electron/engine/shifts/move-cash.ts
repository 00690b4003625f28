import type { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import type { CashMove, cashMoveInput } from '../../../shared/api/shifts.ts';
import { cashSlip } from '../../../shared/domain/cash-slip.ts';
import { reportWords } from '../../../shared/domain/report-words.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { requireApproval } from '../approvals/index.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append, type Appended } from '../journal/index.ts';
import { enqueuePaper, takeSlipNumber } from '../print-queue/index.ts';
import { approvedBy, insertMove, moveById } from './move-statements.ts';
import { paperFormats } from './paper-formats.ts';
import { openShift, type ShiftRow } from './shift-statements.ts';

type Input = z.output<typeof cashMoveInput>;

const acts = { in: 'cash-in', out: 'cash-out', drop: 'drop', 'no-sale': 'no-sale' } as const;

/**
 * Takes cash into or out of the drawer, or opens it without a sale: journalled, with a numbered slip, and the drawer
 * opens. The same id again gives the same answer. Fails with `shift-needed`, `reason-needed`, `amount-needed` and as
 * `requireApproval` does.
 */
export function moveCash(
  context: EngineContext,
  input: Input,
  actor: Actor,
): Promise<Result<CashMove, Failure>> {
  return context.write((tx) => {
    const known = tx.first(moveById, { id: input.id });
    if (known !== undefined) return repeat(known, input);
    const shift = tx.first(openShift);
    if (shift === undefined) return fail(failure('shift-needed'));
    if (input.reason === '') return fail(failure('reason-needed', { field: 'reason' }));
    if (input.kind !== 'no-sale' && input.amountMinor === 0)
      return fail(failure('amount-needed', { field: 'amountMinor' }));
    const amountMinor = input.kind === 'no-sale' ? 0 : input.amountMinor;
    const approved = requireApproval(context, tx, {
      act: acts[input.kind],
      subject: input.id,
      figure: amountMinor,
      actor,
      approvalIds: input.approvalIds,
    });
    if (!approved.ok) return approved;
    return ok(writeMove(context, tx, { ...input, amountMinor }, { shift, actor, approval: approved.value }));
  });
}

/** The same id with other content is another move, and this one was made. */
function repeat(known: CashMove, { kind, amountMinor, reason }: Input): Result<CashMove, Failure> {
  const isSame =
    known.kind === kind &&
    known.reason === reason &&
    (kind === 'no-sale' || known.amountMinor === amountMinor);
  if (isSame) return ok(known);
  const message = `Slip ${known.slipNumber} was made already, with other content. It was not changed.`;
  return fail(failure('request-invalid', { message, field: 'id' }));
}

type Doing = { shift: ShiftRow; actor: Actor; approval: { id: string; rowId: number } | null };

function writeMove(
  context: EngineContext,
  tx: WritableDatabase,
  { id, kind, amountMinor, reason }: Input,
  { shift, actor, approval }: Doing,
): CashMove {
  const slipNumber = takeSlipNumber(tx);
  const entry = append(context, tx, {
    kind: 'cash.moved',
    body: {
      moveId: id,
      shiftId: shift.id,
      slipNumber,
      kind,
      amountMinor,
      reason,
      approvalId: approval?.id ?? null,
    },
    actor: actor.accountId,
  });
  const move = { id, kind, amountMinor, reason, slipNumber, by: actor.displayName, at: entry.at };
  tx.run(insertMove, {
    id,
    shiftRowId: shift.row_id,
    kind,
    amountMinor,
    reason,
    slipNumber,
    accountRowId: actor.accountRowId,
    approvalRowId: approval?.rowId ?? null,
    at: entry.at,
    journalSeq: entry.seq,
  });
  const approver = approval === null ? undefined : tx.first(approvedBy, { rowId: approval.rowId });
  printSlip(context, tx, move, { shift, entry, approvedBy: approver?.name ?? null });
  return move;
}

function printSlip(
  context: EngineContext,
  tx: WritableDatabase,
  move: CashMove,
  { shift, entry, approvedBy: approver }: { shift: ShiftRow; entry: Appended; approvedBy: string | null },
): void {
  const { printer, shop } = context.settings();
  if (printer.kind === 'none') return;
  const { money, time } = paperFormats(context);
  const blocks = cashSlip({
    shopName: shop.name,
    register: context.identity().registerCode,
    kind: move.kind,
    slipNumber: move.slipNumber,
    shiftNumber: shift.number,
    dateTime: time(move.at),
    by: move.by,
    amount: move.kind === 'no-sale' ? '' : `${shop.currency} ${money(move.amountMinor)}`,
    reason: move.reason,
    approvedBy: approver,
    journalHead: Buffer.from(entry.hash).toString('hex').slice(0, 8),
  });
  const title = `${reportWords.moveKinds[move.kind]} ${move.slipNumber}`;
  enqueuePaper(context, tx, {
    kind: 'slip',
    title,
    blocks,
    orderRowId: null,
    openDrawer: printer.openDrawer,
  });
}
