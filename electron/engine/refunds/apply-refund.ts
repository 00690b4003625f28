import type { RefundBody } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import { withCreditsHere } from '../credits/index.ts';
import { survivorOf } from '../customers/index.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { foreignReceiptNumber } from '../orders/index.ts';
import { accountRowHere, productRowHere } from '../rows-here.ts';
import type { ForeignEntry, Outcome } from '../sync/index.ts';
import { nameOfLine, orderState } from './apply-statements.ts';
import { writeRefund, type RefundRows } from './write-refund.ts';

type References = Pick<RefundRows, 'sale' | 'exchangeRowId' | 'accountRowId' | 'customerRowId' | 'lines'> & {
  body: RefundBody;
};

/**
 * A refund of another till: the same rows as one's own, in no shift. Two tills that refunded one sale at once may have
 * given back more than was paid: both stand, and `listOverRefunds` tells of it.
 */
export function applyRefund(context: EngineContext, tx: WritableDatabase, entry: ForeignEntry): Outcome {
  const found = findReferences(tx, entry.body as RefundBody);
  if (found === null) return 'waits';
  const { body, ...references } = found;
  writeRefund(context, tx, body, {
    ...references,
    ...foreignReceiptNumber(tx, body.receiptNumber, entry.stream),
    shiftRowId: null,
    pointsBalanceAfter: null,
    requestHash: new Uint8Array(),
    entry: { seq: entry.seq, at: entry.at, businessDate: entry.businessDate },
  });
  return 'applied';
}

/** The rows that a refund refers to; null while one of them is not here. */
function findReferences(db: ReadableDatabase, told: RefundBody): References | null {
  const accountRowId = accountRowHere(db, told.cashierId);
  const customer = told.customerId === null ? null : survivorOf(db, told.customerId);
  const sale = saleTold(db, told.orderId, told.orderReceiptNumber);
  const exchange = saleTold(db, told.exchangeOrderId, null);
  const payments = withCreditsHere(db, told.payments);
  const credits = withCreditsHere(db, told.credits);
  const lines = told.lines.flatMap((line) => rowsOfLine(db, line, sale?.rowId ?? null) ?? []);
  if (accountRowId === undefined || customer === undefined) return null;
  if (sale === undefined || exchange === undefined || payments === null || credits === null) return null;
  if (lines.length < told.lines.length) return null;
  return {
    body: { ...told, payments, credits },
    lines,
    sale: sale === null ? null : { rowId: sale.rowId, isVoided: sale.state === 'voided' },
    exchangeRowId: exchange?.rowId ?? null,
    accountRowId,
    customerRowId: customer?.rowId ?? null,
  };
}

function saleTold(db: ReadableDatabase, id: string | null, receiptNumber: string | null) {
  return id === null ? null : orderState(db, { id, receiptNumber });
}

function rowsOfLine(
  db: ReadableDatabase,
  { productId, name, orderPosition }: RefundBody['lines'][number],
  orderRowId: number | null,
): RefundRows['lines'][number] | null {
  const productRowId = productRowHere(db, productId);
  if (productRowId === undefined) return null;
  // A sale of the web names its lines beside its entry, and its refund names none.
  const isUnnamed = name === '' && orderRowId !== null && orderPosition !== null;
  const named = isUnnamed ? db.first(nameOfLine, { orderRowId, position: orderPosition })?.name : undefined;
  return { productRowId, name: named ?? name };
}
