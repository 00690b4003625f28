import { failure } from '../../../shared/api/failures.ts';
import { priceRefund } from '../../../shared/domain/refund.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { ReadableDatabase } from '../db/database.ts';
import type { DecidedLine, RefundCommitInput, ReturnedGoods } from './decided-refund.ts';
import { isRestockable, refusalOfLine, refusalOfSale } from './refuse-refund.ts';
import { readStoredSale, type StoredSale } from './stored-sale.ts';

/**
 * Goods that come back with their receipt, at the figures and rules of their sale. Fails with `order-unknown`,
 * `refund-refused`, `quantity-invalid`, and `refund-exceeds` with what is left of each line.
 */
export function goodsOfSale(
  db: ReadableDatabase,
  orderId: string,
  input: RefundCommitInput,
): Result<ReturnedGoods, Failure> {
  const sale = readStoredSale(db, orderId);
  if (sale === null) return fail(failure('order-unknown', { field: 'orderId' }));
  const refusal = sale.state === 'voided' ? refusalOfSale(sale) : null;
  if (refusal !== null) return fail(failure('refund-refused', { message: refusal }));
  const lines: DecidedLine[] = [];
  for (const [index, asked] of input.lines.entries()) {
    const line = lineOfSale(sale, asked, index);
    if (!line.ok) return line;
    lines.push(line.value);
  }
  const asked = input.lines.map(({ orderPosition, quantityMilli }) => ({
    position: orderPosition ?? -1,
    quantityMilli,
  }));
  const priced = priceRefund(sale.cart, sale.before, asked);
  if (!priced.ok) return nameLines(sale, priced.failure);
  return ok({
    sale,
    customer: customerOf(sale),
    currency: sale.currency,
    rules: sale.rules,
    lines,
    priced: priced.value,
  });
}

function lineOfSale(
  sale: StoredSale,
  asked: RefundCommitInput['lines'][number],
  index: number,
): Result<DecidedLine, Failure> {
  const field = `lines.${index}`;
  const line = sale.lines.find(({ position }) => position === asked.orderPosition);
  if (line === undefined || asked.productId !== null) {
    const message = 'This line is not one of the sale.';
    return fail(failure('request-invalid', { message, field: `${field}.orderPosition` }));
  }
  const refusal = refusalOfLine(line);
  if (refusal !== null) return fail(failure('refund-refused', { message: refusal, field }));
  if (line.kind === 'gift-card' && asked.quantityMilli !== line.quantityMilli) {
    const message = 'A gift card comes back whole.';
    return fail(failure('refund-refused', { message, field: `${field}.quantityMilli` }));
  }
  if (line.unit === 'each' && asked.quantityMilli % 1000 !== 0) {
    const message = `${line.name} is sold by the piece, in whole numbers.`;
    return fail(failure('quantity-invalid', { message, field: `${field}.quantityMilli` }));
  }
  const { name, unit, unitPriceMinor, productId, productRowId } = line;
  const { taxRates = [] } = sale.cart.lines[line.position] ?? {};
  return ok({
    lineId: asked.lineId,
    orderPosition: line.position,
    productId,
    productRowId,
    name,
    unit,
    unitPriceMinor,
    taxRates,
    restock: asked.restock && isRestockable(line),
    giftCardId: line.kind === 'gift-card' ? line.creditId : null,
  });
}

/** Two screens at once: the second is told what the first left, by name. */
function nameLines(sale: StoredSale, refused: Failure): Result<never, Failure> {
  const { lines = [] } = (refused.details ?? {}) as { lines?: { position: number; leftMilli: number }[] };
  const named = lines.map((line) => ({
    ...line,
    name: sale.lines.find(({ position }) => position === line.position)?.name ?? '',
  }));
  return fail(failure('refund-exceeds', { message: refused.message, details: { lines: named } }));
}

function customerOf({ customerRowId, customerId, customerCode, customerName }: StoredSale) {
  return customerRowId === null || customerId === null
    ? null
    : { rowId: customerRowId, id: customerId, code: customerCode ?? '', name: customerName ?? '' };
}
