import { query } from '../db/query.ts';

export type StoredProduct = {
  sku: string | null;
  name: string;
  nameFold: string;
  categoryRowId: number | null;
  priceMinor: number;
  taxClassId: string | null;
  unit: 'each' | 'kg';
  tracksStock: number;
  lowStockMilli: number | null;
  favouritePosition: number | null;
  pointsMultiplierPpm: number;
};

export const insertProduct = query<StoredProduct & { id: string; at: string }>()((b, p) =>
  b.insertInto('products').values({
    id: p('id'),
    sku: p('sku'),
    name: p('name'),
    name_fold: p('nameFold'),
    category_row_id: p('categoryRowId'),
    price_minor: p('priceMinor'),
    tax_class_id: p('taxClassId'),
    unit: p('unit'),
    tracks_stock: p('tracksStock'),
    low_stock_milli: p('lowStockMilli'),
    favourite_position: p('favouritePosition'),
    points_multiplier_ppm: p('pointsMultiplierPpm'),
    created_at: p('at'),
    updated_at: p('at'),
  }),
);
export const updateProduct = query<
  Omit<StoredProduct, 'sku'> & { rowId: number; archived: number; at: string }
>()((b, p) =>
  b
    .updateTable('products')
    .set({
      name: p('name'),
      name_fold: p('nameFold'),
      category_row_id: p('categoryRowId'),
      price_minor: p('priceMinor'),
      tax_class_id: p('taxClassId'),
      unit: p('unit'),
      tracks_stock: p('tracksStock'),
      low_stock_milli: p('lowStockMilli'),
      favourite_position: p('favouritePosition'),
      points_multiplier_ppm: p('pointsMultiplierPpm'),
      archived: p('archived'),
      updated_at: p('at'),
    })
    .where('row_id', '=', p('rowId')),
);
export const insertBarcode = query<{ code: string; productRowId: number; position: number }>()((b, p) =>
  b.insertInto('barcodes').values({
    code: p('code'),
    product_row_id: p('productRowId'),
    position: p('position'),
  }),
);
export const lastFavourite = query()((b) =>
  b
    .selectFrom('products')
    .select((e) => e.fn.max('favourite_position').as('position'))
    .where('favourite_position', 'is not', null),
);
