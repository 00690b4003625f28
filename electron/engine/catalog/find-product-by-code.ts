import type { Product } from '../../../shared/api/catalog.ts';
import { barcodeLookupKeys } from '../../../shared/domain/codes.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import { productByRowId, productOf } from './product-row.ts';

type Spellings = { code: string; second: string | null; third: string | null; fourth: string | null };

const byBarcode = query<Spellings>()((b, p) =>
  b
    .selectFrom('barcodes')
    .innerJoin('products', 'products.row_id', 'barcodes.product_row_id')
    .select(['products.row_id', 'products.archived', 'barcodes.code'])
    .where('barcodes.code', 'in', [p('code'), p('second'), p('third'), p('fourth')]),
);
const bySku = query<{ sku: string }>()((b, p) =>
  b.selectFrom('products').select(['row_id', 'archived']).where('sku', '=', p('sku')),
);

/** The product, archived or not, that has this barcode in any of its spellings; the exact one is preferred. */
export function findBarcode(
  db: ReadableDatabase,
  code: string,
): { row_id: number; archived: number; code: string } | undefined {
  const [, second = null, third = null, fourth = null] = barcodeLookupKeys(code);
  const found = db.all(byBarcode, { code, second, third, fourth });
  return found.find((row) => row.code === code) ?? found[0];
}

export function findSku(db: ReadableDatabase, sku: string): { row_id: number; archived: number } | undefined {
  return db.first(bySku, { sku });
}

/** The product that is on sale under this scanned or typed code: by barcode, then by SKU (as it is, then in capitals). */
export function findProductByCode(context: EngineContext, code: string): Product | null {
  const rowId = findRowIdByCode(context.read, code);
  const row = rowId === undefined ? undefined : context.read.first(productByRowId, { rowId });
  return row === undefined ? null : productOf(context, row);
}

export function findRowIdByCode(db: ReadableDatabase, code: string): number | undefined {
  const found = [findBarcode(db, code), findSku(db, code), findSku(db, code.toUpperCase())];
  return found.find((row) => row?.archived === 0)?.row_id;
}
