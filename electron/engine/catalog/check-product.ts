import { failure } from '../../../shared/api/failures.ts';
import { barcodeLookupKeys } from '../../../shared/domain/codes.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { categoryById } from './category-statements.ts';
import { findBarcode, findSku } from './find-product-by-code.ts';
import { productByRowId } from './product-row.ts';

export type ProductClaims = {
  sku?: string | null | undefined;
  barcodes?: readonly string[] | undefined;
  categoryId?: string | null | undefined;
  taxClassId?: string | null | undefined;
};

/**
 * Whether a product may have this SKU, these barcodes, this category and tax class. `ownRowId` is the product itself
 * when it exists already. Gives the category's row. Fails with `sku-taken`, `barcode-taken`, `category-unknown` or
 * `tax-class-unknown`.
 */
export function checkProduct(
  context: EngineContext,
  db: ReadableDatabase,
  claims: ProductClaims,
  ownRowId: number | null,
): Result<{ categoryRowId: number | null }, Failure> {
  const holder = typeof claims.sku === 'string' ? findSku(db, claims.sku) : undefined;
  if (holder !== undefined && holder.row_id !== ownRowId) {
    return fail(failure('sku-taken', { field: 'sku', ...holderOf(db, holder.row_id) }));
  }
  const barcodes = checkBarcodes(db, claims.barcodes ?? [], ownRowId);
  if (!barcodes.ok) return barcodes;
  const { classes } = context.settings().tax;
  const taxClassKnown = claims.taxClassId == null || classes.some(({ id }) => id === claims.taxClassId);
  if (!taxClassKnown) return fail(failure('tax-class-unknown', { field: 'taxClassId' }));
  if (claims.categoryId == null) return ok({ categoryRowId: null });
  const category = db.first(categoryById, { id: claims.categoryId });
  if (category === undefined) return fail(failure('category-unknown', { field: 'categoryId' }));
  return ok({ categoryRowId: category.row_id });
}

function checkBarcodes(
  db: ReadableDatabase,
  barcodes: readonly string[],
  ownRowId: number | null,
): Result<void, Failure> {
  const seen = new Set<string>();
  for (const [index, code] of barcodes.entries()) {
    const field = `barcodes.${index}`;
    if (seen.has(code)) {
      return fail(failure('barcode-taken', { field, message: 'This barcode is there twice.' }));
    }
    for (const key of barcodeLookupKeys(code)) seen.add(key);
    const holder = findBarcode(db, code);
    if (holder !== undefined && holder.row_id !== ownRowId) {
      return fail(failure('barcode-taken', { field, ...holderOf(db, holder.row_id) }));
    }
  }
  return ok(undefined);
}

function holderOf(db: ReadableDatabase, rowId: number): { details: Record<string, unknown> } {
  const holder = db.first(productByRowId, { rowId });
  return { details: { productId: holder?.id, name: holder?.name, archived: holder?.archived === 1 } };
}
