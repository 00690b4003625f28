import type { ProductChange } from '../../../shared/api/catalog.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { categoryByName } from './category-statements.ts';
import type { ImportRow } from './check-import-row.ts';
import { findBarcode, findSku } from './find-product-by-code.ts';
import { productByRowId, type ProductRow } from './product-row.ts';

/** `changes` leaves the category out; `category` is its name where that changes. */
export type ImportUpdate = { product: ProductRow; changes: ProductChange; category: string | null };
export type ImportMatch =
  | { kind: 'create' }
  | { kind: 'update'; update: ImportUpdate }
  | { kind: 'unchanged'; product: ProductRow }
  | { kind: 'conflict'; column: 'barcode' | 'sku'; reason: string };

/**
 * What a row means for the catalogue as it is: the product with its barcode, else the one with its SKU, else a new one.
 * Opening stock is for new products alone, so that importing a list again does not undo what was sold since.
 */
export function matchImportRow(db: ReadableDatabase, row: ImportRow): ImportMatch {
  const byBarcode = row.barcode === undefined ? undefined : findBarcode(db, row.barcode);
  const bySku = row.sku === undefined ? undefined : findSku(db, row.sku);
  const rowId = byBarcode?.row_id ?? bySku?.row_id;
  if (rowId === undefined) return { kind: 'create' };
  const product = db.first(productByRowId, { rowId });
  if (product === undefined) throw new Error('a barcode leads to no product');
  if (byBarcode !== undefined && row.sku !== undefined) {
    const conflict = refuseSku(db, row.sku, product, bySku?.row_id);
    if (conflict !== undefined) return conflict;
  }
  const update = updateOf(db, product, row, byBarcode === undefined);
  const nothing = Object.keys(update.changes).length === 0 && update.category === null;
  return nothing ? { kind: 'unchanged', product } : { kind: 'update', update };
}

function refuseSku(
  db: ReadableDatabase,
  sku: string,
  product: ProductRow,
  skuRowId: number | undefined,
): ImportMatch | undefined {
  if (skuRowId !== undefined && skuRowId !== product.row_id) {
    const other = db.first(productByRowId, { rowId: skuRowId });
    const reason = `The barcode belongs to “${product.name}”, but the SKU ${sku} to “${other?.name ?? ''}”. Correct one of them.`;
    return { kind: 'conflict', column: 'sku', reason };
  }
  if (product.sku !== null && product.sku !== sku) {
    const reason = `The barcode belongs to “${product.name}”, whose SKU is ${product.sku}. Correct the barcode or the SKU.`;
    return { kind: 'conflict', column: 'barcode', reason };
  }
  return undefined;
}

function updateOf(
  db: ReadableDatabase,
  product: ProductRow,
  row: ImportRow,
  newBarcode: boolean,
): ImportUpdate {
  const changes: ProductChange = {};
  if (row.name !== product.name) changes.name = row.name;
  if (row.priceMinor !== product.price_minor) changes.priceMinor = row.priceMinor;
  if (row.sku !== undefined && row.sku !== product.sku) changes.sku = row.sku;
  if (row.taxClassId !== undefined && row.taxClassId !== product.tax_class_id)
    changes.taxClassId = row.taxClassId;
  if (row.unit !== undefined && row.unit !== product.unit) changes.unit = row.unit;
  if (product.archived === 1) changes.archived = false;
  if (newBarcode && row.barcode !== undefined) {
    changes.barcodes = [...(JSON.parse(product.barcodes) as string[]), row.barcode];
  }
  const isFavourite = product.favourite_position !== null;
  if (row.favourite === false && isFavourite) changes.favouritePosition = null;
  // The place itself is given when the row is written.
  if (row.favourite === true && !isFavourite) changes.favouritePosition = 0;
  return { product, changes, category: newCategory(db, product, row) };
}

function newCategory(db: ReadableDatabase, product: ProductRow, row: ImportRow): string | null {
  if (row.category === undefined) return null;
  const category = db.first(categoryByName, { nameFold: foldText(row.category) });
  return category !== undefined && category.row_id === product.category_row_id ? null : row.category;
}
