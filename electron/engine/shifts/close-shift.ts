import type { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import type { shiftClose, ZReport } from '../../../shared/api/shifts.ts';
import { varianceOf } from '../../../shared/domain/drawer-cash.ts';
import type { Pieces } from '../../../shared/domain/denominations.ts';
import { reportWords } from '../../../shared/domain/report-words.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Act } from '../../../shared/domain/acts.ts';
import { largestVariance, shiftFacts, type ShiftFacts } from '../../../shared/domain/shift-facts.ts';
import { canonicalText } from '../../../shared/journal/chain.ts';
import { requireApprovals } from '../approvals/index.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import { append } from '../journal/index.ts';
import { enqueuePaper } from '../print-queue/index.ts';
import type { SigningKey } from '../signing-key.ts';
import { lastCountOf, needsReason, storedCount } from './count-shift.ts';
import { addAddenda } from './fact-statements.ts';
import { gatherShift } from './gather-shift.ts';
import { reportKeyOf, signFacts } from './report-key.ts';
import {
  countsOfShift,
  drawerCounts,
  insertReport,
  reportById,
  reportOfShift,
  takeZNumber,
  type CountRow,
  type ReportRow,
} from './report-statements.ts';
import { closeShiftRow, shiftById, type ShiftRow } from './shift-statements.ts';
import { tellReport } from './tell-report.ts';
import { tillNow } from './till-now.ts';
import { zReportOf } from './z-reports.ts';

type Input = z.output<typeof shiftClose>;

const approverOf = rawQuery<{ rowId: number }, { id: string }>(
  `SELECT a.id FROM approvals p JOIN accounts a ON a.row_id = p.approved_by_row_id WHERE p.row_id = @rowId`,
);

/**
 * Closes a shift with its last count, and makes its Z report in the same commit. A shift that is closed already answers
 * with its report. Fails with `shift-unknown`, `count-needed`, `count-outdated`, `reason-needed`, `request-invalid` for the
 * id of another report or of this one with other content, and as `requireApproval` does for `close-variance` and
 * `close-other-shift`.
 */
export async function closeShift(
  context: EngineContext,
  shiftId: string,
  input: Input,
  actor: Actor,
): Promise<Result<ZReport, Failure>> {
  const key = await reportKeyOf(context);
  return context.write((tx) => {
    const shift = tx.first(shiftById, { id: shiftId });
    if (shift === undefined) return fail(failure('shift-unknown'));
    const done = tx.first(reportOfShift, { shiftRowId: shift.row_id });
    if (done !== undefined) return repeat(context, tx, { shift, done, input });
    if (tx.first(reportById, { id: input.zReportId }) !== undefined) return fail(madeAlready());
    const count = lastCountOf(tx, shift, input.countId);
    if (!count.ok) return count;
    const approved = approveClose(context, tx, { shift, count: count.value, input, actor });
    if (!approved.ok) return approved;
    writeReport(context, tx, { shift, count: count.value, input, actor, approvals: approved.value, key });
    const report = tx.first(reportOfShift, { shiftRowId: shift.row_id });
    if (report === undefined) throw new Error('a Z report that was just made is not there');
    return ok(zReportOf(context, report));
  });
}

/** A closed shift answers with its report, except to the report's own id with another count or reason. */
function repeat(
  context: EngineContext,
  db: ReadableDatabase,
  { shift, done, input }: { shift: ShiftRow; done: ReportRow; input: Input },
): Result<ZReport, Failure> {
  const report = zReportOf(context, done);
  const count = db.all(countsOfShift, { shiftRowId: shift.row_id }).at(-1);
  const isSame = input.countId === count?.id && input.reason === report.facts.variance.reason;
  return done.id === input.zReportId && !isSame ? fail(madeAlready()) : ok(report);
}

function madeAlready(): Failure {
  const message = 'A Z report was made under this id already, with other content. It was not changed.';
  return failure('request-invalid', { message, field: 'zReportId' });
}

type Closing = { shift: ShiftRow; count: CountRow; input: Input; actor: Actor };
type Used = { id: string; rowId: number };

function approveClose(
  context: EngineContext,
  tx: WritableDatabase,
  { shift, count, input, actor }: Closing,
): Result<Used[], Failure> {
  const figure = largestVariance(
    storedCount(count).tenders.map(({ countedMinor, expectedMinor }) => ({
      varianceMinor: varianceOf(countedMinor, expectedMinor),
    })),
  );
  if (needsReason(context, figure) && input.reason === '')
    return fail(failure('reason-needed', { field: 'reason' }));
  const subject = shift.id;
  const acts: { act: Act; subject: string; figure: number }[] = [];
  if (shift.opened_by_row_id !== actor.accountRowId)
    acts.push({ act: 'close-other-shift', subject, figure: 0 });
  if (figure > 0) acts.push({ act: 'close-variance', subject, figure });
  return requireApprovals(context, tx, acts, { actor, approvalIds: input.approvalIds });
}

function writeReport(
  context: EngineContext,
  tx: WritableDatabase,
  closing: Closing & { approvals: Used[]; key: SigningKey },
): void {
  const { shift, count, input, actor, approvals, key } = closing;
  tx.run(addAddenda, { shiftRowId: shift.row_id });
  const number = tx.first(takeZNumber)?.last_number;
  if (number === undefined) throw new Error('the series of Z reports is missing');
  const facts = factsOf(context, tx, closing, number);
  const text = canonicalText(facts);
  const signature = signFacts(key, text);
  const entry = append(context, tx, {
    kind: 'shift.closed',
    body: {
      shiftId: shift.id,
      zReportId: input.zReportId,
      zNumber: number,
      countId: count.id,
      varianceMinor: varianceOf(count.cash_minor, count.expected_cash_minor),
      reason: input.reason,
      approvalIds: approvals.map(({ id }) => id),
      facts,
    },
    actor: actor.accountId,
  });
  const blocks = tellReport(context, tx, facts, signature);
  tx.run(closeShiftRow, { rowId: shift.row_id, at: entry.at, accountRowId: actor.accountRowId });
  tx.run(insertReport, {
    id: input.zReportId,
    number,
    shiftRowId: shift.row_id,
    facts: text,
    blocks: JSON.stringify(blocks),
    signature,
    at: entry.at,
    businessDate: shift.business_date,
    journalSeq: entry.seq,
  });
  if (context.settings().printer.kind === 'none') return;
  const title = `${reportWords.zReport} ${number}`;
  enqueuePaper(context, tx, { kind: 'z-report', title, blocks, orderRowId: null, openDrawer: false });
}

function factsOf(
  context: EngineContext,
  tx: WritableDatabase,
  { shift, count, input, actor, approvals, key }: Closing & { approvals: Used[]; key: SigningKey },
  number: number,
): ShiftFacts {
  return shiftFacts({
    ...gatherShift(tx, shift, { now: tillNow(context), number, closedBy: actor.accountId }),
    count: {
      counts: tx.all(drawerCounts, { shiftRowId: shift.row_id }),
      cashMinor: count.cash_minor,
      pieces: JSON.parse(count.pieces) as Pieces,
      tenders: storedCount(count).tenders,
    },
    variance: {
      reason: input.reason,
      approvals: approvals.flatMap(({ rowId }) => tx.first(approverOf, { rowId })?.id ?? []),
    },
    key: key.publicText,
  });
}
