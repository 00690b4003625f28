import type { Actor } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import {
  buyerByRowId,
  type CounterSaleRow,
  type PlacedOrderRow,
  type PlacedPaymentRow,
} from './placed-order-statements.ts';

/** The account that orders and pays. */
export type Buyer = Pick<Actor, 'accountId' | 'accountRowId'>;

/**
 * An order as the one who bought sees it, placed through the web or rung up at the counter. `priceMinor` is the price of
 * one piece; `paid` once completed payments cover `totalMinor`.
 */
export type AccountOrder = {
  publicId: number;
  accountRowId: number;
  productName: string;
  quantity: number;
  priceMinor: number;
  totalMinor: number;
  status: 'pending' | 'paid';
  createdAt: string;
};

/** `rowId` is the integer that the REST dialects name the payment by. */
export type PlacedPayment = {
  rowId: number;
  orderPublicId: number;
  amountMinor: number;
  state: 'pending' | 'completed' | 'failed';
  startedAt: string;
};

/** The account with its name and its customer; an account that was signed in is there. */
export function readBuyer(db: ReadableDatabase, { accountRowId }: Pick<Buyer, 'accountRowId'>) {
  const row = db.first(buyerByRowId, { accountRowId });
  if (row === undefined) throw new Error(`there is no account ${accountRowId}`);
  return { displayName: row.display_name, customerRowId: row.customer_row_id, customerId: row.customer_id };
}

export function orderOfPlaced(row: PlacedOrderRow): AccountOrder {
  return {
    publicId: row.public_id,
    accountRowId: row.account_row_id,
    productName: row.product_name,
    quantity: row.quantity,
    priceMinor: row.price_minor,
    totalMinor: row.total_minor,
    status: row.order_row_id === null ? 'pending' : 'paid',
    createdAt: row.placed_at,
  };
}

/** A sale at the counter in the words of a placed order: one product, or the first and how many more. */
export function orderOfCounterSale(row: CounterSaleRow, accountRowId: number): AccountOrder {
  const more = row.line_count - 1;
  return {
    publicId: row.public_id,
    accountRowId,
    productName: more === 0 ? row.name : `${row.name} + ${more} more`,
    ...piecesOf(row),
    totalMinor: row.total_minor,
    status: 'paid',
    createdAt: row.paid_at,
  };
}

/**
 * Quantity and price whose product is the total wherever whole minor units allow it: discounts and taxes on top are
 * spread over the pieces. Weighed goods and sales of several lines are one piece at their total.
 */
function piecesOf(row: CounterSaleRow): { quantity: number; priceMinor: number } {
  const { total_minor: totalMinor, unit_price_minor: priceMinor } = row;
  const quantity = row.quantity_milli / 1000;
  if (row.line_count > 1 || row.unit !== 'each' || !Number.isInteger(quantity) || quantity < 1) {
    return { quantity: 1, priceMinor: totalMinor };
  }
  return { quantity, priceMinor: totalMinor % quantity === 0 ? totalMinor / quantity : priceMinor };
}

export function paymentOf(row: PlacedPaymentRow): PlacedPayment {
  return {
    rowId: row.row_id,
    orderPublicId: row.public_id,
    amountMinor: row.amount_minor,
    state: row.state,
    startedAt: row.started_at,
  };
}
