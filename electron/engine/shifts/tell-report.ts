import type { ShiftFacts } from '../../../shared/domain/shift-facts.ts';
import { shiftPaper } from '../../../shared/domain/shift-paper.ts';
import type { ReceiptBlock } from '../../../shared/domain/receipt-blocks.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { paperFormats } from './paper-formats.ts';
import { accountName } from './report-statements.ts';

/** The paper of an X report, or of a Z report with its signature, with the names that people have now. */
export function tellReport(
  context: EngineContext,
  db: ReadableDatabase,
  facts: ShiftFacts,
  signature: string | null,
): ReceiptBlock[] {
  const nameOf = (id: string): string => db.first(accountName, { id })?.name ?? id;
  return shiftPaper(facts, { ...paperFormats(context), nameOf }, signature);
}
