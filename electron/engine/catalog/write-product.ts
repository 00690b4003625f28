import type { ProductChange } from '../../../shared/api/catalog.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import type { ProductBody } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { forgetCounts } from './catalog-cache.ts';
import { indexProduct, unindexProduct, type Indexed } from './index-product.ts';
import { areKeysFree, searchableOf, setProductKeys } from './product-keys.ts';
import { productBodyOf, productByRowId, type ProductRow } from './product-row.ts';
import { insertBarcode, insertProduct, updateProduct } from './product-statements.ts';

/** Where a product goes: its category's row, and when it was made or changed. */
export type Placed = { categoryRowId: number | null; at: string };

/**
 * Writes a new product, as it was decided here or told by another till. Answers what the search index is to hold of it,
 * which the caller puts there: many go in best by the order of their keys.
 */
export function writeProduct(
  context: EngineContext,
  tx: WritableDatabase,
  product: ProductBody,
  { categoryRowId, at }: Placed,
): Indexed {
  const { productId: id, barcodes, categoryId: _, tracksStock, ...fields } = product;
  const free = areKeysFree(tx, product);
  const nameFold = foldText(product.name);
  const { rowId } = tx.run(insertProduct, {
    ...fields,
    sku: free ? fields.sku : null,
    id,
    nameFold,
    categoryRowId,
    tracksStock: tracksStock ? 1 : 0,
    at,
  });
  forgetCounts(context);
  if (free) {
    for (const [position, code] of barcodes.entries())
      tx.run(insertBarcode, { code, productRowId: rowId, position });
    return { rowId, nameFold, sku: product.sku, barcodes, archived: false };
  }
  setProductKeys(tx, id, product);
  return searchableOf(rowOf(tx, rowId));
}

/** Writes changed fields, as they were decided here or told by another till, and keeps the search index in step. */
export function writeProductChange(
  context: EngineContext,
  tx: WritableDatabase,
  before: ProductRow,
  changes: ProductChange,
  { categoryRowId, at }: Placed,
): void {
  const rowId = before.row_id;
  const after = { ...productBodyOf(before), archived: before.archived === 1, ...definedOf(changes) };
  tx.run(updateProduct, {
    rowId,
    name: after.name,
    nameFold: changes.name === undefined ? before.name_fold : foldText(changes.name),
    categoryRowId,
    priceMinor: after.priceMinor,
    taxClassId: after.taxClassId,
    unit: after.unit,
    tracksStock: after.tracksStock ? 1 : 0,
    lowStockMilli: after.lowStockMilli,
    favouritePosition: after.favouritePosition,
    pointsMultiplierPpm: after.pointsMultiplierPpm,
    archived: after.archived ? 1 : 0,
    at,
  });
  setProductKeys(tx, before.id, changes);
  const searched = [changes.name, changes.sku, changes.barcodes, changes.archived];
  if (searched.some((field) => field !== undefined)) {
    unindexProduct(tx, { rowId, nameFold: before.name_fold, archived: before.archived === 1 });
    indexProduct(tx, searchableOf(rowOf(tx, rowId)));
  }
  forgetCounts(context);
}

function rowOf(tx: WritableDatabase, rowId: number): ProductRow {
  const row = tx.first(productByRowId, { rowId });
  if (row === undefined) throw new Error('a product vanished while it was written');
  return row;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function definedOf(changes: ProductChange): Defined<ProductChange> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
