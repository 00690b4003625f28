import type { SaleBody } from '../../../shared/journal/kinds.ts';
import { readSaleBody } from '../../../shared/journal/read-sale-body.ts';
import type { EngineContext } from '../context.ts';
import { withCreditsHere } from '../credits/index.ts';
import { survivorOf } from '../customers/index.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { asTwin } from '../journal/index.ts';
import { accountRowHere, productRowHere } from '../rows-here.ts';
import type { ForeignEntry, Outcome } from '../sync/index.ts';
import { linkPoints, linkRedemptions, offerKnown } from './apply-statements.ts';
import { foreignReceiptNumber } from './foreign-receipt-number.ts';
import { orderByIdentity, takePublicId } from './order-statements.ts';
import { writeSale, type SaleRows } from './write-sale.ts';

type References = Pick<SaleRows, 'accountRowId' | 'customerRowId' | 'lines'> & { body: SaleBody };

/** A sale of another till: the same rows as one's own, in no shift. Of a cart that was paid twice, both count. */
export function applySale(context: EngineContext, tx: WritableDatabase, entry: ForeignEntry): Outcome {
  const told = readSaleBody(entry.v, entry.body);
  const isTwin = tx.first(orderByIdentity, { id: told.orderId }) !== undefined;
  const found = findReferences(tx, isTwin ? asTwin(told, entry.opId) : told, entry);
  if (found === null) return 'waits';
  const publicId = tx.first(takePublicId)?.last_number;
  if (publicId === undefined) throw new Error('a series of numbers is missing');
  const { body, ...references } = found;
  const orderRowId = writeSale(context, tx, body, {
    ...references,
    ...foreignReceiptNumber(tx, told.receiptNumber, entry.stream),
    publicId,
    shiftRowId: null,
    pointsBalanceAfter: null,
    requestHash: new Uint8Array(),
    entry: { seq: entry.seq, at: entry.at, businessDate: entry.businessDate, actor: entry.actor },
  });
  // What came of an order before it was a sale, or arrived before it.
  tx.run(linkPoints, { orderRowId, orderId: body.orderId, customerRowId: references.customerRowId });
  tx.run(linkRedemptions, { orderRowId, orderId: body.orderId, customerRowId: references.customerRowId });
  return 'applied';
}

/** The rows that a sale refers to; null while one of them is not here. */
function findReferences(db: ReadableDatabase, told: SaleBody, entry: ForeignEntry): References | null {
  const accountRowId = accountRowHere(db, told.cashierId);
  const customer = told.customerId === null ? null : survivorOf(db, told.customerId);
  const offerIds = [
    ...told.promotions.map(({ promotionId }) => promotionId),
    ...told.rewards.map(({ rewardId }) => rewardId),
  ];
  if (accountRowId === undefined || customer === undefined) return null;
  if (offerIds.some((id) => db.first(offerKnown, { id }) === undefined)) return null;
  const body = creditsRenamed(db, told);
  const lines = linesHere(db, told, entry);
  if (body === null || lines === null) return null;
  return { body, lines, accountRowId, customerRowId: customer?.rowId ?? null };
}

function linesHere(
  db: ReadableDatabase,
  told: SaleBody,
  { personal }: ForeignEntry,
): References['lines'] | null {
  const names = personal?.['lineNames'];
  const lineNames: unknown[] = Array.isArray(names) ? names : [];
  const known = told.lines.flatMap(({ productId, name }, position) => {
    const productRowId = productRowHere(db, productId);
    const own = lineNames[position];
    return productRowId === undefined ? [] : [{ productRowId, name: typeof own === 'string' ? own : name }];
  });
  return known.length < told.lines.length ? null : known;
}

function creditsRenamed(db: ReadableDatabase, told: SaleBody): SaleBody | null {
  const [lines, payments, credits] = [
    withCreditsHere(db, told.lines),
    withCreditsHere(db, told.payments),
    withCreditsHere(db, told.credits),
  ];
  if (lines === null || payments === null || credits === null) return null;
  return { ...told, lines, payments, credits };
}
