import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';

type Found = { rowId: number; receiptNumber: string };

const byId = rawQuery<{ id: string }, Found>(
  'SELECT row_id AS rowId, receipt_number AS receiptNumber FROM orders WHERE id = @id',
);
const byEntry = rawQuery<{ id: string }, Found>(
  `SELECT o.row_id AS rowId, o.receipt_number AS receiptNumber FROM journal j
     JOIN orders o ON o.id = json_extract(j.body, '$.orderId') AND o.journal_seq = j.seq
   WHERE j.op_id = @id AND j.kind = 'sale.committed'`,
);
/** Of one cart, with this number; also where it is told apart from another. */
const byNumber = rawQuery<{ id: string; receiptNumber: string }, Found>(
  `SELECT o.row_id AS rowId, o.receipt_number AS receiptNumber FROM orders o JOIN journal j ON j.seq = o.journal_seq
   WHERE (o.receipt_number = @receiptNumber
       OR o.receipt_number > @receiptNumber || '~' AND o.receipt_number < @receiptNumber || '~~')
     AND json_extract(j.body, '$.orderId') = @id LIMIT 1`,
);

/**
 * The row of a sale that an entry of another till names; undefined while it is not here. A cart that was paid at two
 * copies of a till is two sales, of which one has the cart's id, on some tills the one and on some the other, and one that
 * of its entry: its receipt says which is meant.
 */
export function saleHere(
  db: ReadableDatabase,
  { id, receiptNumber }: { id: string; receiptNumber: string | null },
): number | undefined {
  const found = db.first(byId, { id }) ?? db.first(byEntry, { id });
  if (found === undefined || receiptNumber === null) return found?.rowId;
  const plain = receiptNumber.replace(/~.*$/, '');
  if (found.receiptNumber.replace(/~.*$/, '') === plain) return found.rowId;
  return (db.first(byNumber, { id, receiptNumber: plain }) ?? found).rowId;
}
