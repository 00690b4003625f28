import { failure } from '../../../shared/api/failures.ts';
import type { PrintJob } from '../../../shared/api/orders.ts';
import type { XReport } from '../../../shared/api/shifts.ts';
import { reportWords } from '../../../shared/domain/report-words.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { shiftFacts, withoutExpected, type ShiftFacts } from '../../../shared/domain/shift-facts.ts';
import { mayKnowDrawer } from '../approvals/index.ts';
import type { Actor, EngineContext } from '../context.ts';
import { enqueuePaper, getPrintJob } from '../print-queue/index.ts';
import { tellReport } from './tell-report.ts';
import { tillNow } from './till-now.ts';

/** The shift so far; without what the drawer should hold, for whoever counts it blind. Fails with `shift-needed`. */
export async function xReport(context: EngineContext, actor: Actor): Promise<Result<XReport, Failure>> {
  const facts = await factsSoFar(context, actor);
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
  const facts = await factsSoFar(context, actor);
  if (!facts.ok) return facts;
  const blocks = tellReport(context, context.read, facts.value, null);
  const paper = { kind: 'x-report', title: reportWords.xReport, blocks, openDrawer: false } as const;
  const queued = await context.write((tx) => ok(enqueuePaper(context, tx, { ...paper, orderRowId: null })));
  return queued.ok ? getPrintJob(context, queued.value) : queued;
}

async function factsSoFar(context: EngineContext, actor: Actor): Promise<Result<ShiftFacts, Failure>> {
  const gathered = await context.readInWorker('gatherOpenShift', tillNow(context));
  if (gathered === null) return fail(failure('shift-needed'));
  const facts = shiftFacts({
    ...gathered,
    count: null,
    variance: { reason: '', approvals: [] },
    key: null,
  });
  return ok(mayKnowDrawer(context, actor) ? facts : withoutExpected(facts));
}
