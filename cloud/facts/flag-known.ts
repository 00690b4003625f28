import { sql } from 'kysely';
import type { Tx } from '../db/tx.ts';
import type { ReviewReason } from './arrived-entry.ts';
import type { CountedDocument } from './facts-of.ts';

/** A document of an entry, which is looked at once it has a `review`. */
export type NewDocument = {
  entry: { review: ReviewReason | null };
  document: Pick<CountedDocument, 'id' | 'receiptNumber'>;
};

/** Marks entries for review whose receipt number the store has already. Comes before they are written. */
export async function flagNumbers(tx: Tx, storeId: string, all: readonly NewDocument[]): Promise<void> {
  if (all.length === 0) return;
  const asked = all.map(({ document }) => document.receiptNumber);
  // One look into the index for each: asked for all at once, a planner without statistics reads the whole store.
  const { rows } = await sql<{ number: string }>`select asked.number
    from unnest(${asked}::text[]) as asked (number)
    cross join lateral (
      select 1 from counted_documents
      where store_id = ${storeId} and receipt_number = asked.number limit 1
    ) as found`.execute(tx);
  const taken = new Set(rows.map(({ number }) => number));
  for (const { entry, document } of all) {
    const { receiptNumber } = document;
    if (taken.has(receiptNumber)) entry.review = numberTaken(receiptNumber);
    taken.add(receiptNumber);
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
    message: `${receiptNumber} had arrived before with another entry. It counts once, as it came first.`,
  };
}

function numberTaken(receiptNumber: string): ReviewReason {
  return {
    reason: 'receipt-number-taken',
    message: `Two receipts of this shop have the number ${receiptNumber}. Both count.`,
  };
}
