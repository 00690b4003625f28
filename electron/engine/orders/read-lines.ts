import { failure } from '../../../shared/api/failures.ts';
import type { OrderLineInput } from '../../../shared/api/orders.ts';
import { taxRatesOf } from '../../../shared/domain/pricing-rules.ts';
import { ONE } from '../../../shared/domain/quantity.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { findProductByLabel } from '../catalog/index.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import type { ProductForSale, SaleLine } from './decided-sale.ts';
import { movementById, productForSale } from './order-statements.ts';

/**
 * The lines of a sale with what the books say of them. A price that was changed on purpose is the screen's, any other
 * the catalogue's. Fails with `product-unknown`, `tax-class-unknown`, `quantity-invalid`, and `request-invalid` for a
 * line id that is in use and a label that is not the product's.
 */
export function readLines(
  context: EngineContext,
  db: ReadableDatabase,
  inputs: readonly OrderLineInput[],
): Result<SaleLine[], Failure> {
  const lines: SaleLine[] = [];
  const seen = new Set<string>();
  for (const [index, input] of inputs.entries()) {
    const field = `lines.${index}`;
    if (seen.has(input.lineId) || db.first(movementById, { id: input.lineId }) !== undefined) {
      const message = 'This line id is in use already. Every line needs a new one.';
      return fail(failure('request-invalid', { message, field: `${field}.lineId` }));
    }
    seen.add(input.lineId);
    const line =
      input.productId === undefined
        ? adHocLine(context, input, field)
        : productLine(context, db, { ...input, productId: input.productId }, field);
    if (!line.ok) return line;
    lines.push(line.value);
  }
  return ok(lines);
}

function productLine(
  context: EngineContext,
  db: ReadableDatabase,
  input: OrderLineInput & { productId: string },
  field: string,
): Result<SaleLine, Failure> {
  const product = db.first(productForSale, { id: input.productId });
  if (product === undefined) return fail(failure('product-unknown', { field: `${field}.productId` }));
  const uneven = refuseQuantity(product.unit, product.name, input.quantityMilli, field);
  if (uneven !== undefined) return fail(uneven);
  const label = readLabel(context, product, input, field);
  if (!label.ok) return label;
  const isChanged = input.priceChange !== undefined && input.unitPriceMinor !== product.price_minor;
  const labelPriceMinor = pieceLabelPrice(product, label.value.printedMinor);
  return ok({
    ...asTyped(input),
    productId: product.id,
    categoryId: product.category_id,
    name: product.name,
    unitPriceMinor: isChanged ? input.unitPriceMinor : (labelPriceMinor ?? product.price_minor),
    // What a label says counts no longer once another price is asked.
    printedMinor: isChanged ? undefined : label.value.printedMinor,
    taxRates: taxRatesOf(context.settings(), product.tax_class_id),
    pointsMultiplierPpm: product.points_multiplier_ppm,
    kind: 'product',
    product: label.value.barcode === undefined ? product : { ...product, barcode: label.value.barcode },
    listPriceMinor: product.price_minor,
    priceReason: isChanged
      ? (input.priceChange?.reason ?? '')
      : labelPriceMinor === undefined
        ? ''
        : 'In-store label',
  });
}

/**
 * What a label asks for a piece instead of its price, which is then a price that was changed: anybody can type a label.
 * What has no price of its own is sold at what its label says, and for what is weighed the label only says how much.
 */
function pieceLabelPrice(
  { unit, price_minor: priceMinor }: ProductForSale,
  printedMinor: number | undefined,
): number | undefined {
  if (unit === 'kg' || priceMinor === 0 || printedMinor === priceMinor) return undefined;
  return printedMinor;
}

function adHocLine(context: EngineContext, input: OrderLineInput, field: string): Result<SaleLine, Failure> {
  const settings = context.settings();
  const { name = '', taxClassId = settings.tax.defaultClassId, unitPriceMinor } = input;
  const uneven = refuseQuantity('each', name, input.quantityMilli, field);
  if (uneven !== undefined) return fail(uneven);
  if (!settings.tax.classes.some(({ id }) => id === taxClassId))
    return fail(failure('tax-class-unknown', { field: `${field}.taxClassId` }));
  return ok({
    ...asTyped(input),
    productId: null,
    name,
    unitPriceMinor,
    taxRates: taxRatesOf(settings, taxClassId),
    kind: 'ad-hoc',
    product: null,
    listPriceMinor: unitPriceMinor,
    priceReason: '',
  });
}

function asTyped({ lineId, quantityMilli, discount, discountReason = '', note = '' }: OrderLineInput) {
  return { lineId, quantityMilli, discount, discountReason, note, creditId: null };
}

function refuseQuantity(
  unit: 'each' | 'kg',
  name: string,
  quantityMilli: number,
  field: string,
): Failure | undefined {
  if (unit === 'kg' || quantityMilli % ONE === 0) return undefined;
  return failure('quantity-invalid', {
    message: `${name} is sold by the piece, in whole numbers.`,
    field: `${field}.quantityMilli`,
  });
}

/** What the label of a line says, which has to be the product's own and what the line sells. */
function readLabel(
  context: EngineContext,
  product: ProductForSale,
  input: OrderLineInput,
  field: string,
): Result<{ barcode?: string; printedMinor?: number | undefined }, Failure> {
  const { barcode } = input;
  if (barcode === undefined) return ok({});
  const found = findProductByLabel(context, barcode);
  // At another price the quantity was another; the price is refused then.
  const isSame =
    found?.sale.quantityMilli === input.quantityMilli || input.unitPriceMinor !== product.price_minor;
  if (found?.product.id !== product.id || !isSame) {
    const message = 'This barcode is not a label of this product and quantity.';
    return fail(failure('request-invalid', { message, field: `${field}.barcode` }));
  }
  return ok({ barcode, printedMinor: found.sale.printedMinor ?? undefined });
}
