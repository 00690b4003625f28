import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { takeReceiptNumber } from './order-statements.ts';

export type ReceiptNumber = { receiptNumber: string; series: string; number: number };

/** The next number of the receipt series, of sales and refunds alike: gap-free, since it is taken in their own commit. */
export function nextReceiptNumber(context: EngineContext, tx: WritableDatabase): ReceiptNumber {
  const taken = tx.first(takeReceiptNumber);
  if (taken === undefined) throw new Error('the series of receipt numbers is missing');
  const { letter: series, last_number: number } = taken;
  const { storeCode, registerCode } = context.identity();
  const receiptNumber = `${storeCode}-${registerCode}-${series}-${String(number).padStart(6, '0')}`;
  return { receiptNumber, series, number };
}
