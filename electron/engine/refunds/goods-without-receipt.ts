import { failure } from '../../../shared/api/failures.ts';
import { discountOfLine, tryPrice } from '../../../shared/domain/price.ts';
import { pricingRulesOf, taxRatesOf } from '../../../shared/domain/pricing-rules.ts';
import { priceRefund } from '../../../shared/domain/refund.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import type { DecidedLine, RefundCommitInput, ReturnedGoods } from './decided-refund.ts';
import { customerForRefund, productForRefund } from './refund-statements.ts';

type Goods = { line: DecidedLine; quantityMilli: number };

/**
 * Goods that come back without a receipt, at today's prices and rules. Fails with `product-unknown`,
 * `customer-unknown`, `quantity-invalid`, and `refund-refused` above what the owner allows.
 */
export function goodsWithoutReceipt(
  context: EngineContext,
  db: ReadableDatabase,
  input: RefundCommitInput,
): Result<ReturnedGoods, Failure> {
  const settings = context.settings();
  const customer = input.customerId === null ? null : db.first(customerForRefund, { id: input.customerId });
  if (customer === undefined) return fail(failure('customer-unknown', { field: 'customerId' }));
  const goods: Goods[] = [];
  for (const [index, asked] of input.lines.entries()) {
    const found = findGoods(context, db, asked, index);
    if (!found.ok) return found;
    goods.push(found.value);
  }
  const rules = pricingRulesOf(settings);
  const cart = goods.map(({ line, quantityMilli }) => ({ ...line, quantityMilli }));
  const priced = tryPrice({ lines: cart }, rules);
  if (!priced.ok) return priced;
  const sold = priced.value.lines.map((line, index) => ({
    ...line,
    discountMinor: discountOfLine(line),
    quantityMilli: goods[index]?.quantityMilli ?? 0,
    taxRates: goods[index]?.line.taxRates ?? [],
  }));
  const whole = goods.map(({ quantityMilli }, position) => ({ position, quantityMilli }));
  const refund = priceRefund({ lines: sold, rules }, [], whole);
  if (!refund.ok) return refund;
  const mostMinor = settings.counter.refundWithoutReceiptMinor;
  if (refund.value.totalMinor > mostMinor) {
    const message = 'Without a receipt this is more than the owner lets go back. Ask for the receipt.';
    return fail(failure('refund-refused', { message, details: { mostMinor } }));
  }
  const { version, taxMode, taxRounding, rounding } = rules;
  return ok({
    sale: null,
    customer,
    currency: rules.currency.code,
    rules: { version, taxMode, taxRounding, rounding },
    lines: goods.map(({ line }) => line),
    priced: refund.value,
  });
}

function findGoods(
  context: EngineContext,
  db: ReadableDatabase,
  asked: RefundCommitInput['lines'][number],
  index: number,
): Result<Goods, Failure> {
  const product = asked.productId === null ? undefined : db.first(productForRefund, { id: asked.productId });
  if (product === undefined || asked.orderPosition !== null) {
    return fail(failure('product-unknown', { field: `lines.${index}.productId` }));
  }
  const { name, unit } = product;
  if (unit === 'each' && asked.quantityMilli % 1000 !== 0) {
    const message = `${name} is sold by the piece, in whole numbers.`;
    return fail(failure('quantity-invalid', { message, field: `lines.${index}.quantityMilli` }));
  }
  const line: DecidedLine = {
    lineId: asked.lineId,
    orderPosition: null,
    productId: product.id,
    productRowId: product.rowId,
    name,
    unit,
    unitPriceMinor: product.priceMinor,
    taxRates: taxRatesOf(context.settings(), product.taxClassId),
    restock: asked.restock && product.tracksStock === 1,
    giftCardId: null,
  };
  return ok({ line, quantityMilli: asked.quantityMilli });
}
