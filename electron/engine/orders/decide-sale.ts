import { failure } from '../../../shared/api/failures.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { pointsEarned } from '../../../shared/domain/points.ts';
import { price, type CartLine, type PricedCart, type PricingRules } from '../../../shared/domain/price.ts';
import { pricingRulesOf, taxRatesOf } from '../../../shared/domain/pricing-rules.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { settle, type Settlement } from '../../../shared/domain/settle.ts';
import type { ReadableDatabase } from '../db/database.ts';
import type { OrderCommitInput } from './commit-order.ts';
import { customerForSale, movementById, openShiftForSale, productForSale } from './order-statements.ts';

export type ProductForSale = NonNullable<(typeof productForSale)['row']>;
export type SaleLine = CartLine & { product: ProductForSale; note: string };

/** A sale that may be written as it stands: everything that can be refused has been. */
export type DecidedSale = {
  shift: { row_id: number; id: string; number: number };
  customer: { row_id: number; id: string; code: string; name: string; points_balance: number } | null;
  lines: SaleLine[];
  rules: PricingRules;
  priced: PricedCart;
  settlement: Settlement;
  points: number;
};

/** Checks a sale against the books as they are now. Reads only. */
export function decideSale(
  settings: Settings,
  db: ReadableDatabase,
  input: OrderCommitInput,
): Result<DecidedSale, Failure> {
  if (input.lines.length === 0) return fail(failure('cart-empty', { field: 'lines' }));
  const shift = db.first(openShiftForSale);
  if (shift === undefined) return fail(failure('shift-needed'));
  const customer = findCustomer(db, input.customerId);
  if (!customer.ok) return customer;
  const lines = readLines(settings, db, input);
  if (!lines.ok) return lines;
  const refused = refusePrices(input, lines.value) ?? refuseStock(settings, lines.value);
  if (refused !== undefined) return fail(refused);

  const rules = pricingRulesOf(settings);
  const priced = priceWithinReach(lines.value, rules);
  if (!priced.ok) return priced;
  if (priced.value.totalMinor !== input.totalMinor) {
    return fail(
      failure('total-differs', { field: 'totalMinor', details: { totalMinor: priced.value.totalMinor } }),
    );
  }
  if (input.tenders.some(({ kind }) => kind === 'points')) return fail(failure('tender-unavailable'));
  const settlement = settle(priced.value.totalMinor, input.tenders, settings.cash.rounding);
  if (!settlement.ok) return settlement;
  const points = customer.value === null ? 0 : pointsEarned(priced.value, lines.value, settings.points);
  return ok({
    shift,
    customer: customer.value,
    lines: lines.value,
    rules,
    priced: priced.value,
    settlement: settlement.value,
    points,
  });
}

function findCustomer(db: ReadableDatabase, id: string | null): Result<DecidedSale['customer'], Failure> {
  if (id === null) return ok(null);
  const customer = db.first(customerForSale, { id });
  return customer === undefined ? fail(failure('customer-unknown', { field: 'customerId' })) : ok(customer);
}

function readLines(
  settings: Settings,
  db: ReadableDatabase,
  input: OrderCommitInput,
): Result<SaleLine[], Failure> {
  const lines: SaleLine[] = [];
  const seen = new Set<string>();
  for (const [index, line] of input.lines.entries()) {
    if (seen.has(line.lineId) || db.first(movementById, { id: line.lineId }) !== undefined) {
      const message = 'This line id is in use already. Every line needs a new one.';
      return fail(failure('request-invalid', { message, field: `lines.${index}.lineId` }));
    }
    seen.add(line.lineId);
    const product = db.first(productForSale, { id: line.productId });
    if (product === undefined) return fail(failure('product-unknown', { field: `lines.${index}.productId` }));
    if (product.unit === 'each' && line.quantityMilli % 1000 !== 0) {
      return fail(
        failure('quantity-invalid', {
          message: `${product.name} is sold by the piece, in whole numbers.`,
          field: `lines.${index}.quantityMilli`,
        }),
      );
    }
    lines.push({
      lineId: line.lineId,
      productId: product.id,
      name: product.name,
      unitPriceMinor: product.price_minor,
      quantityMilli: line.quantityMilli,
      taxRates: taxRatesOf(settings, product.tax_class_id),
      product,
      note: line.note ?? '',
    });
  }
  return ok(lines);
}

function refusePrices(input: OrderCommitInput, lines: readonly SaleLine[]): Failure | undefined {
  const changed = lines.flatMap((line, index) => {
    const wasMinor = input.lines[index]?.unitPriceMinor;
    if (wasMinor === undefined || wasMinor === line.unitPriceMinor) return [];
    return [{ lineId: line.lineId, name: line.name, wasMinor, nowMinor: line.unitPriceMinor }];
  });
  return changed.length === 0 ? undefined : failure('price-changed', { details: { lines: changed } });
}

function refuseStock(settings: Settings, lines: readonly SaleLine[]): Failure | undefined {
  if (settings.stock.belowZero !== 'block') return undefined;
  const wanted = new Map<string, { product: ProductForSale; milli: number }>();
  for (const { product, quantityMilli } of lines) {
    if (product.tracks_stock === 0) continue;
    wanted.set(product.id, { product, milli: (wanted.get(product.id)?.milli ?? 0) + quantityMilli });
  }
  const short = [...wanted.values()]
    .filter(({ product, milli }) => product.on_hand_milli < milli)
    .map(({ product, milli }) => ({
      productId: product.id,
      name: product.name,
      onHandMilli: product.on_hand_milli,
      wantedMilli: milli,
    }));
  return short.length === 0 ? undefined : failure('stock-short', { details: { lines: short } });
}

function priceWithinReach(lines: readonly SaleLine[], rules: PricingRules): Result<PricedCart, Failure> {
  try {
    return ok(price({ lines }, rules));
  } catch (error) {
    if (error instanceof RangeError) return fail(failure('total-too-large'));
    throw error;
  }
}
