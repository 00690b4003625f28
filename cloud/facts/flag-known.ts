import { sql } from 'kysely';
import { arrayText } from '../db/array-text.ts';
import type { Tx } from '../db/tx.ts';
import type { ReviewReason } from './arrived-entry.ts';
import type { CountedDocument } from './facts-of.ts';

/** A document of an entry, which is looked at once it has a `review`. */
export type NewDocument = {
  entry: { review: ReviewReason | null; registerId: string };
  document: Pick<CountedDocument, 'id' | 'receiptNumber'>;
};

/**
 * Marks entries for review whose receipt number is there already, of the same register: one that joined the shop may
 * bring numbers from before, which are the other registers' own. Comes before they are written.
 */
export async function flagNumbers(tx: Tx, storeId: string, all: readonly NewDocument[]): Promise<void> {
  if (all.length === 0) return;
  // One look into the index for each: asked for all at once, a planner without statistics reads the whole store.
  const { rows } = await sql<{ number: string; register: string }>`select asked.number, asked.register
    from unnest(
      ${arrayText(all.map(({ document }) => document.receiptNumber))}::text[],
      ${arrayText(all.map(({ entry }) => entry.registerId))}::uuid[]
    ) as asked (number, register)
    cross join lateral (
      select 1 from counted_documents
      where store_id = ${storeId} and receipt_number = asked.number and register_id = asked.register limit 1
    ) as found`.execute(tx);
  const taken = new Set(rows.map(({ number, register }) => `${register} ${number}`));
  for (const { entry, document } of all) {
    const key = `${entry.registerId} ${document.receiptNumber}`;
    if (taken.has(key)) entry.review = numberTaken(document.receiptNumber);
    taken.add(key);
  }
}

/** Marks entries for review whose document was not `written`: the store has it of another entry. */
export function flagKnown(all: readonly NewDocument[], written: readonly string[]): void {
  const left = new Set(written);
  for (const { entry, document } of all) {
    if (!left.delete(document.id)) entry.review = alreadyThere(document.receiptNumber);
  }
}

function alreadyThere(receiptNumber: string): ReviewReason {
  return {
    reason: 'sale-known',
    message: `The cart of ${receiptNumber} was paid with another receipt, too. Both count. If it was paid once, void one of them.`,
  };
}

function numberTaken(receiptNumber: string): ReviewReason {
  return {
    reason: 'receipt-number-taken',
    message: `Two receipts of this till have the number ${receiptNumber}. Both count.`,
  };
}
