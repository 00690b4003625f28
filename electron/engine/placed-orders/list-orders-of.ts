import type { ReadableDatabase } from '../db/database.ts';
import {
  orderOfCounterSale,
  orderOfPlaced,
  readBuyer,
  type AccountOrder,
  type Buyer,
} from './account-order.ts';
import { counterSalesOfCustomer, placedOrdersOfAccount } from './placed-order-statements.ts';

/** Everything that an account bought, newest first: what it placed, and what its customer paid for at the counter. */
export function listOrdersOf(db: ReadableDatabase, buyer: Pick<Buyer, 'accountRowId'>): AccountOrder[] {
  const { accountRowId } = buyer;
  const placed = db.all(placedOrdersOfAccount, { accountRowId }).map(orderOfPlaced);
  const { customerRowId } = readBuyer(db, buyer);
  if (customerRowId === null) return placed;
  const sold = db
    .all(counterSalesOfCustomer, { customerRowId })
    .map((row) => orderOfCounterSale(row, accountRowId));
  if (sold.length === 0) return placed;
  return [...placed, ...sold].sort(
    (a, b) => compareTexts(b.createdAt, a.createdAt) || b.publicId - a.publicId,
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
