import type { Product, ProductChange } from '../../../shared/api/catalog.ts';
import { failure } from '../../../shared/api/failures.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { forgetCounts } from './catalog-cache.ts';
import { checkProduct } from './check-product.ts';
import { getProduct } from './get-product.ts';
import { indexProduct, unindexProduct } from './index-product.ts';
import { productBodyOf, productById, type ProductRow } from './product-row.ts';
import { deleteBarcodes, insertBarcode, updateProduct } from './product-statements.ts';

/**
 * Changes the fields that are named and journals those that differ. Fails with `product-unknown`, `sku-taken`,
 * `barcode-taken`, `category-unknown` or `tax-class-unknown`.
 */
export async function changeProduct(
  context: EngineContext,
  id: string,
  change: ProductChange,
  actorId: string,
): Promise<Result<Product, Failure>> {
  const written = await context.write((tx) => {
    const before = tx.first(productById, { id });
    if (before === undefined) return fail(failure('product-unknown'));
    const changes = differences(before, change);
    const checked = checkProduct(context, tx, changes, before.row_id);
    if (!checked.ok) return checked;
    if (Object.keys(changes).length === 0) return ok(undefined);
    const categoryRowId = 'categoryId' in changes ? checked.value.categoryRowId : before.category_row_id;
    writeProductChange(context, tx, before, { ...changes, categoryRowId });
    append(context, tx, { kind: 'product.changed', body: { productId: id, changes }, actor: actorId });
    return ok(undefined);
  });
  return written.ok ? getProduct(context, id) : written;
}

/** What of a change is not so already, as the journal tells it. */
export function differences(before: ProductRow, change: ProductChange): ProductChange {
  const stored: Record<string, unknown> = { ...productBodyOf(before), archived: before.archived === 1 };
  return Object.fromEntries(
    Object.entries(change).filter(
      ([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(stored[field]),
    ),
  );
}

/** Writes changed fields that were checked before, and keeps barcodes and the search index in step. */
export function writeProductChange(
  context: EngineContext,
  tx: WritableDatabase,
  before: ProductRow,
  changes: ProductChange & { categoryRowId: number | null },
): void {
  const rowId = before.row_id;
  const after = { ...productBodyOf(before), archived: before.archived === 1, ...definedOf(changes) };
  const nameFold = changes.name === undefined ? before.name_fold : foldText(changes.name);
  tx.run(updateProduct, {
    rowId,
    sku: after.sku,
    name: after.name,
    nameFold,
    categoryRowId: changes.categoryRowId,
    priceMinor: after.priceMinor,
    taxClassId: after.taxClassId,
    unit: after.unit,
    tracksStock: after.tracksStock ? 1 : 0,
    lowStockMilli: after.lowStockMilli,
    favouritePosition: after.favouritePosition,
    pointsMultiplierPpm: after.pointsMultiplierPpm,
    archived: after.archived ? 1 : 0,
    at: instantOf(context.clock.now()),
  });
  if (changes.barcodes !== undefined) {
    tx.run(deleteBarcodes, { productRowId: rowId });
    for (const [position, code] of changes.barcodes.entries()) {
      tx.run(insertBarcode, { code, productRowId: rowId, position });
    }
  }
  const searched = [changes.name, changes.sku, changes.barcodes, changes.archived];
  if (searched.some((field) => field !== undefined)) {
    unindexProduct(tx, { rowId, nameFold: before.name_fold, archived: before.archived === 1 });
    indexProduct(tx, { rowId, nameFold, sku: after.sku, barcodes: after.barcodes, archived: after.archived });
  }
  forgetCounts(context);
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function definedOf(changes: ProductChange): Defined<ProductChange> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
