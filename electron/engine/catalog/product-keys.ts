import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { query, rawQuery } from '../db/query.ts';
import { setKeys, type KeySpace } from '../shared-keys/index.ts';
import { indexProduct, unindexProduct } from './index-product.ts';
import { productById, type ProductRow } from './product-row.ts';

const idBySku = query<{ key: string }>()((b, p) =>
  b.selectFrom('products').select('id').where('sku', '=', p('key')),
);
const skuOf = query<{ id: string }>()((b, p) =>
  b.selectFrom('products').select('sku').where('id', '=', p('id')),
);
const setSku = query<{ id: string; sku: string | null }>()((b, p) =>
  b
    .updateTable('products')
    .set({ sku: p('sku') })
    .where('id', '=', p('id')),
);

const skus: KeySpace = {
  name: 'sku',
  holderOf: (db, key) => db.first(idBySku, { key })?.id,
  heldBy: (db, id) => [db.first(skuOf, { id })?.sku ?? null].filter((sku) => sku !== null),
  give: (tx, id, sku) => void tx.run(setSku, { id, sku }),
  take(tx, id) {
    tx.run(setSku, { id, sku: null });
    return 0;
  },
};

const idByBarcode = query<{ key: string }>()((b, p) =>
  b
    .selectFrom('barcodes')
    .innerJoin('products', 'products.row_id', 'barcodes.product_row_id')
    .select('products.id')
    .where('barcodes.code', '=', p('key')),
);
const barcodesOf = rawQuery<{ id: string }, { code: string }>(
  'SELECT code FROM barcodes WHERE product_row_id = (SELECT row_id FROM products WHERE id = @id)',
);
const putBarcode = rawQuery<{ id: string; key: string; position: number }, never>(
  `INSERT INTO barcodes (code, product_row_id, position)
   SELECT @key, row_id, @position FROM products WHERE id = @id
   ON CONFLICT (code) DO UPDATE SET position = excluded.position`,
);
const takeBarcode = rawQuery<{ key: string }, { position: number }>(
  'DELETE FROM barcodes WHERE code = @key RETURNING position',
);

const barcodes: KeySpace = {
  name: 'barcode',
  holderOf: (db, key) => db.first(idByBarcode, { key })?.id,
  heldBy: (db, id) => db.all(barcodesOf, { id }).map(({ code }) => code),
  give: (tx, id, key, position) => void tx.run(putBarcode, { id, key, position }),
  take: (tx, _id, key) => tx.first(takeBarcode, { key })?.position ?? 0,
};

export type ProductKeys = { sku?: string | null | undefined; barcodes?: readonly string[] | undefined };

/** Whether no product has any of these keys, the product itself neither. */
export function areKeysFree(
  db: ReadableDatabase,
  { sku = null, barcodes: codes = [] }: ProductKeys,
): boolean {
  if (sku !== null && skus.holderOf(db, sku) !== undefined) return false;
  if (new Set(codes).size !== codes.length) return false;
  return codes.every((code) => barcodes.holderOf(db, code) === undefined);
}

/** Lets a product claim these keys, and keeps the search index of the others in step that won or lost one by it. */
export function setProductKeys(tx: WritableDatabase, id: string, keys: ProductKeys): void {
  const { sku } = keys;
  const touched = new Set([
    ...(sku === undefined ? [] : setKeys(tx, skus, id, sku === null ? [] : [sku])),
    ...(keys.barcodes === undefined ? [] : setKeys(tx, barcodes, id, keys.barcodes)),
  ]);
  for (const other of touched) {
    const row = tx.first(productById, { id: other });
    if (row === undefined) continue;
    unindexProduct(tx, searchableOf(row));
    indexProduct(tx, searchableOf(row));
  }
}

/** A stored product as the search index takes it. */
export function searchableOf(row: ProductRow) {
  return {
    rowId: row.row_id,
    nameFold: row.name_fold,
    sku: row.sku,
    barcodes: JSON.parse(row.barcodes) as string[],
    archived: row.archived === 1,
  };
}
