import { failure } from '../../../shared/api/failures.ts';
import type { PrintJob } from '../../../shared/api/orders.ts';
import type { XReport } from '../../../shared/api/shifts.ts';
import { reportWords } from '../../../shared/domain/report-words.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { shiftFacts, withoutExpected, type ShiftFacts } from '../../../shared/domain/shift-facts.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { enqueuePaper, getPrintJob } from '../print-queue/index.ts';
import { gatherShift } from './gather-shift.ts';
import { openShift } from './shift-statements.ts';
import { tellReport } from './tell-report.ts';

/** The shift so far; without what the drawer should hold, for whoever counts it blind. Fails with `shift-needed`. */
export function xReport(context: EngineContext, actor: Actor): Result<XReport, Failure> {
  const facts = factsSoFar(context, context.read, actor);
  if (!facts.ok) return facts;
  const blocks = tellReport(context, context.read, facts.value, null);
  return ok({
    facts: facts.value,
    blocks: blocks as XReport['blocks'],
    paperWidth: context.settings().receipt.paperWidth,
  });
}

/** Prints the shift so far. Fails with `printer-missing` and `shift-needed`. */
export async function printXReport(context: EngineContext, actor: Actor): Promise<Result<PrintJob, Failure>> {
  if (context.settings().printer.kind === 'none') return fail(failure('printer-missing'));
  const queued = await context.write((tx) => {
    const facts = factsSoFar(context, tx, actor);
    if (!facts.ok) return facts;
    const blocks = tellReport(context, tx, facts.value, null);
    return ok(
      enqueuePaper(context, tx, {
        kind: 'x-report',
        title: reportWords.xReport,
        blocks,
        orderRowId: null,
        openDrawer: false,
      }),
    );
  });
  return queued.ok ? getPrintJob(context, queued.value) : queued;
}

function factsSoFar(context: EngineContext, db: ReadableDatabase, actor: Actor): Result<ShiftFacts, Failure> {
  const shift = db.first(openShift);
  if (shift === undefined) return fail(failure('shift-needed'));
  const facts = shiftFacts({
    ...gatherShift(context, db, shift, { number: null, closedBy: null }),
    count: null,
    variance: { reason: '', approvals: [] },
    key: null,
  });
  return ok(mayKnow(context, actor) ? facts : withoutExpected(facts));
}

function mayKnow(context: EngineContext, actor: Actor): boolean {
  return !context.settings().counter.blindCount || actor.permissions.includes('figures.view');
}
