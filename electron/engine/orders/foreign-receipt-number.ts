import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import type { ReceiptNumber } from './next-receipt-number.ts';

const numberInUse = rawQuery<{ receiptNumber: string }, { used: number }>(
  `SELECT 1 AS used FROM orders WHERE receipt_number = @receiptNumber
   UNION ALL SELECT 1 FROM refunds WHERE receipt_number = @receiptNumber LIMIT 1`,
);
const steppers = ['orders', 'refunds'].map((table) =>
  rawQuery<{ receiptNumber: string }, never>(
    `UPDATE ${table} SET receipt_number = receipt_number || '~'
       || substr((SELECT stream FROM journal WHERE seq = ${table}.journal_seq), -6)
     WHERE receipt_number = @receiptNumber AND journal_seq < 0`,
  ),
);

/**
 * The number under which another till's receipt stands here: its own, with a mark of where it comes from when the number
 * is in use, which two copies of one till can bring about.
 */
export function foreignReceiptNumber(db: ReadableDatabase, told: string, stream: string): ReceiptNumber {
  const parts = /-([A-Z0-9]+)-(\d{1,15})$/.exec(told);
  const isUsed = db.first(numberInUse, { receiptNumber: told }) !== undefined;
  return {
    receiptNumber: isUsed ? `${told}~${stream.slice(-6)}` : told,
    series: parts?.[1] ?? '',
    number: Number(parts?.[2] ?? 0),
  };
}

/** Writes a receipt of this till's own; should a copy of it have used the number, that one gets the mark. */
export function withOwnNumber<T>(tx: WritableDatabase, receiptNumber: string, insert: () => T): T {
  try {
    return insert();
  } catch (error) {
    const isTaken = error instanceof Error && error.message.includes('receipt_number');
    if (!isTaken) throw error;
    for (const step of steppers) tx.run(step, { receiptNumber });
    return insert();
  }
}
