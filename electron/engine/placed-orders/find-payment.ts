import type { ReadableDatabase } from '../db/database.ts';
import { paymentOf, type Buyer, type PlacedPayment } from './account-order.ts';
import { placedPaymentByRowId } from './placed-order-statements.ts';

/** The account's own payment; null for anybody else's. */
export function findPayment(
  db: ReadableDatabase,
  rowId: number,
  { accountRowId }: Pick<Buyer, 'accountRowId'>,
): PlacedPayment | null {
  const row = db.first(placedPaymentByRowId, { rowId });
  return row === undefined || row.account_row_id !== accountRowId ? null : paymentOf(row);
}
