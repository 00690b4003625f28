import { sql } from 'kysely';
import type { Tx } from '../db/tx.ts';
import type { ReviewReason } from './arrived-entry.ts';
import type { CountedDocument } from './facts-of.ts';

/** A document of an entry, which is looked at once it has a `review`. */
export type NewDocument = {
  entry: { review: ReviewReason | null };
  document: Pick<CountedDocument, 'id' | 'receiptNumber'>;
};

/** Marks entries for review whose document, or the receipt number of it, the store had before. */
export async function flagKnown(tx: Tx, storeId: string, all: readonly NewDocument[]): Promise<void> {
  if (all.length === 0) return;
  const { rows } = await sql<{ id: string; receipt_number: string }>`
    select id, receipt_number from counted_documents
      where store_id = ${storeId} and receipt_number = any(${all.map(({ document }) => document.receiptNumber)}::text[])
    union all
    select id, receipt_number from counted_documents
      where store_id = ${storeId} and id = any(${all.map(({ document }) => document.id)}::text[])`.execute(
    tx,
  );
  const ids = new Set(rows.map(({ id }) => id));
  const numbers = new Set(rows.map((row) => row.receipt_number));
  for (const { entry, document } of all) {
    const { id, receiptNumber } = document;
    if (ids.has(id)) entry.review = alreadyThere(receiptNumber);
    else if (numbers.has(receiptNumber)) entry.review = numberTaken(receiptNumber);
    ids.add(id);
    numbers.add(receiptNumber);
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
