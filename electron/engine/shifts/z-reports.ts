import type { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import type { PrintJob } from '../../../shared/api/orders.ts';
import type { ZReport, zReportPage, zReportQuery, ZReportSummary } from '../../../shared/api/shifts.ts';
import type { ReceiptBlock } from '../../../shared/domain/receipt-blocks.ts';
import { reportWords } from '../../../shared/domain/report-words.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { ShiftFacts } from '../../../shared/domain/shift-facts.ts';
import { approveReprint } from '../approvals/index.ts';
import type { Actor, EngineContext } from '../context.ts';
import { append } from '../journal/index.ts';
import { enqueuePaper, getPrintJob } from '../print-queue/index.ts';
import { countReports, reportById, reportsBetween, type ReportRow } from './report-statements.ts';

/** Z reports of these business dates, newest first. */
export function listZReports(
  context: EngineContext,
  { from = '0000-00-00', to = '9999-99-99', limit, offset }: z.output<typeof zReportQuery>,
): z.infer<typeof zReportPage> {
  const rows = context.read.all(reportsBetween, { from, to, limit, offset });
  return {
    items: rows.map(summaryOf),
    total: context.read.first(countReports, { from, to })?.count ?? 0,
    offset,
  };
}

/** A Z report as it was made. Fails with `z-report-unknown`. */
export function getZReport(context: EngineContext, id: string): Result<ZReport, Failure> {
  const row = context.read.first(reportById, { id });
  return row === undefined ? fail(failure('z-report-unknown')) : ok(zReportOf(context, row));
}

/**
 * Prints a Z report again, from the paper that was stored: the same to the byte. Fails with `printer-missing`,
 * `z-report-unknown` and as `requireApproval` does for `reprint`.
 */
export async function printZReport(
  context: EngineContext,
  id: string,
  actor: Actor,
  approvalIds: readonly string[],
): Promise<Result<PrintJob, Failure>> {
  if (context.settings().printer.kind === 'none') return fail(failure('printer-missing'));
  const queued = await context.write((tx) => {
    const row = tx.first(reportById, { id });
    if (row === undefined) return fail(failure('z-report-unknown'));
    const approved = approveReprint(context, tx, id, { actor, approvalIds });
    if (!approved.ok) return approved;
    const title = `${reportWords.zReport} ${row.number}`;
    append(context, tx, {
      kind: 'paper.reprinted',
      body: { kind: 'z-report', id, title, approvalIds: approved.value },
      actor: actor.accountId,
    });
    const blocks = JSON.parse(row.blocks) as ReceiptBlock[];
    return ok(
      enqueuePaper(context, tx, { kind: 'z-report', title, blocks, orderRowId: null, openDrawer: false }),
    );
  });
  return queued.ok ? getPrintJob(context, queued.value) : queued;
}

export function zReportOf(context: EngineContext, row: ReportRow): ZReport {
  return {
    ...summaryOf(row),
    facts: factsOf(row),
    blocks: JSON.parse(row.blocks) as ZReport['blocks'],
    paperWidth: context.settings().receipt.paperWidth,
    signature: row.signature,
  };
}

function factsOf(row: ReportRow): ShiftFacts {
  return JSON.parse(row.facts) as ShiftFacts;
}

function summaryOf(row: ReportRow): ZReportSummary {
  const { facts: _facts, blocks: _blocks, signature: _signature, ...told } = row;
  const { sales, refunds, cash } = factsOf(row);
  return {
    ...told,
    salesCount: sales.count,
    totalMinor: sales.totalMinor - refunds.totalMinor,
    varianceMinor: cash?.varianceMinor ?? 0,
  };
}
