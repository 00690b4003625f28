import { canonicalText } from '../../../shared/journal/chain.ts';
import type { EntryBodies } from '../../../shared/journal/kinds.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import { plainNumber, type ThingsHere } from './things-here.ts';
import type { Problem, StoredEntry } from './verify-chain.ts';

type VoidBody = EntryBodies['sale.voided'];

const storedVoid = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('voids')
    .innerJoin('orders', 'orders.row_id', 'voids.order_row_id')
    .leftJoin('shifts', 'shifts.row_id', 'voids.shift_row_id')
    .innerJoin('accounts', 'accounts.row_id', 'voids.account_row_id')
    .leftJoin('approvals', 'approvals.row_id', 'voids.approval_row_id')
    .select([
      'voids.id',
      'orders.id as orderId',
      'orders.receipt_number as receiptNumber',
      'orders.state',
      'shifts.id as shiftId',
      'accounts.id as actor',
      'approvals.id as approvalId',
      'voids.slip_number as slipNumber',
      'voids.reason',
      'voids.at',
      'voids.journal_seq as seq',
    ])
    .where('voids.id', '=', p('id')),
);
const storedMovement = query<{ id: string }>()((b, p) =>
  b
    .selectFrom('stock_movements')
    .innerJoin('products', 'products.row_id', 'stock_movements.product_row_id')
    .select([
      'stock_movements.id as movementId',
      'products.id as productId',
      'quantity_milli as quantityMilli',
    ])
    .where('stock_movements.id', '=', p('id')),
);

/** Compares what the tables hold of a void with what its entry says. */
export function verifyVoid(
  db: ReadableDatabase,
  here: ThingsHere,
  entry: StoredEntry,
  body: VoidBody,
): Problem[] {
  const problem = (what: string): Problem => ({ seq: entry.seq, what: `${body.receiptNumber}: ${what}` });
  const row = db.first(storedVoid, { id: body.voidId });
  if (row === undefined) return [problem('the void is in the journal and not in the tables.')];
  const { voidId: id, movements, points: _, credits: __, ...told } = body;
  const isOwn = entry.seq > 0;
  const expected = {
    id,
    ...told,
    orderId: here.cart(told.orderId),
    // Of another till's, neither shift nor approval is here.
    ...(isOwn ? {} : { shiftId: null, approvalId: null }),
    receiptNumber: plainNumber(told.receiptNumber),
    state: 'voided',
    actor: entry.actor,
    at: entry.at,
    seq: entry.seq,
  };
  const held = { ...row, orderId: here.cart(row.orderId), receiptNumber: plainNumber(row.receiptNumber) };
  const moved = movements.map(({ movementId }) => db.first(storedMovement, { id: movementId }) ?? null);
  return [
    ...(canonicalText(held) === canonicalText(expected)
      ? []
      : [problem('its void differs from the journal.')]),
    ...(canonicalText(moved) === canonicalText(movements)
      ? []
      : [problem('what its void put back into stock differs from the journal.')]),
  ];
}
