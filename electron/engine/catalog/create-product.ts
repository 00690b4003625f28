import type { z } from 'zod';
import type { Product, productCreate } from '../../../shared/api/catalog.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { recordMovement, type MovedBy } from '../stock/index.ts';
import { forgetCounts } from './catalog-cache.ts';
import { checkProduct } from './check-product.ts';
import { getProduct } from './get-product.ts';
import { indexProduct } from './index-product.ts';
import { productBodyOf, productByRowId } from './product-row.ts';
import { insertBarcode, insertProduct } from './product-statements.ts';
import { instantOf } from '../clock.ts';

export type ProductInput = z.output<typeof productCreate>;

/**
 * Adds a product, its opening stock as a movement. Fails with `sku-taken`, `barcode-taken`, `category-unknown` or
 * `tax-class-unknown`.
 */
export async function createProduct(
  context: EngineContext,
  input: ProductInput,
  by: MovedBy,
): Promise<Result<Product, Failure>> {
  const written = await context.write((tx) => {
    const checked = checkProduct(context, tx, input, null);
    if (!checked.ok) return checked;
    return ok(writeProduct(context, tx, input, checked.value.categoryRowId, by));
  });
  return written.ok ? getProduct(context, written.value) : written;
}

function writeProduct(
  context: EngineContext,
  tx: WritableDatabase,
  input: ProductInput,
  categoryRowId: number | null,
  by: MovedBy,
): string {
  const { barcodes, onHandMilli, categoryId: _, taxClassId = null, tracksStock, ...fields } = input;
  const id = context.ids.uuid();
  const nameFold = foldText(input.name);
  const at = instantOf(context.clock.now());
  const { rowId } = tx.run(insertProduct, {
    ...fields,
    id,
    nameFold,
    categoryRowId,
    taxClassId,
    tracksStock: tracksStock ? 1 : 0,
    at,
  });
  for (const [position, code] of barcodes.entries()) {
    tx.run(insertBarcode, { code, productRowId: rowId, position });
  }
  indexProduct(tx, { rowId, nameFold, sku: input.sku, barcodes, archived: false });

  const row = tx.first(productByRowId, { rowId });
  if (row === undefined) throw new Error('a product vanished while it was written');
  append(context, tx, {
    kind: 'product.created',
    body: { product: productBodyOf(row) },
    actor: by.accountId,
  });
  if (onHandMilli !== 0) {
    const opening = { productId: id, productRowId: rowId, kind: 'opening', reason: '' } as const;
    recordMovement(context, tx, { ...opening, quantityMilli: onHandMilli }, by);
  }
  forgetCounts(context);
  return id;
}
