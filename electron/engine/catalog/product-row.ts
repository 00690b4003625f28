import type { Colour, Product } from '../../../shared/api/catalog.ts';
import type { ProductBody } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { builder, query } from '../db/query.ts';
import { sql } from 'kysely';

const barcodesOf = sql<string>`(
  select json_group_array(code) from (
    select code from barcodes where product_row_id = products.row_id order by position))`;

const productRows = builder
  .selectFrom('products')
  .leftJoin('categories', 'categories.row_id', 'products.category_row_id')
  .select([
    'products.row_id',
    'products.id',
    'products.sku',
    'products.name',
    'products.name_fold',
    'products.category_row_id',
    'categories.id as category_id',
    'categories.colour',
    'products.price_minor',
    'products.tax_class_id',
    'products.unit',
    'products.tracks_stock',
    'products.on_hand_milli',
    'products.low_stock_milli',
    'products.favourite_position',
    'products.points_multiplier_ppm',
    'products.archived',
    'products.updated_at',
    barcodesOf.as('barcodes'),
  ]);

export const productByRowId = query<{ rowId: number }>()((_, p) =>
  productRows.where('products.row_id', '=', p('rowId')),
);
export const productById = query<{ id: string }>()((_, p) => productRows.where('products.id', '=', p('id')));

const productsByRowId = query<{ rowIds: string }>()((_, p) =>
  productRows.where('products.row_id', 'in', sql<number>`(select value from json_each(${p('rowIds')}))`),
);

/** Many at once, in the order of the ids: one statement costs little more than one product by itself would. */
export function productRowsOf(db: ReadableDatabase, rowIds: readonly number[]): ProductRow[] {
  const rows = db.all(productsByRowId, { rowIds: JSON.stringify(rowIds) });
  const byRowId = new Map(rows.map((row) => [row.row_id, row]));
  return rowIds.map((rowId) => byRowId.get(rowId)).filter((row) => row !== undefined);
}

/** A product as stored, with its category's id and colour and its barcodes as a JSON array in their order. */
export type ProductRow = NonNullable<(typeof productByRowId)['row']>;

/** A product as the API shows it. */
export function productOf(context: EngineContext, row: ProductRow): Product {
  return {
    id: row.id,
    sku: row.sku,
    name: row.name,
    barcodes: JSON.parse(row.barcodes) as string[],
    categoryId: row.category_id,
    colour: (row.colour ?? 'grey') as Colour,
    priceMinor: row.price_minor,
    taxClassId: row.tax_class_id ?? context.settings().tax.defaultClassId,
    unit: row.unit,
    tracksStock: row.tracks_stock === 1,
    onHandMilli: row.on_hand_milli,
    lowStockMilli: row.low_stock_milli,
    favouritePosition: row.favourite_position,
    pointsMultiplierPpm: row.points_multiplier_ppm,
    archived: row.archived === 1,
    updatedAt: row.updated_at,
  };
}

/** A stored product as the journal tells it. */
export function productBodyOf(row: ProductRow): ProductBody {
  return {
    productId: row.id,
    sku: row.sku,
    name: row.name,
    barcodes: JSON.parse(row.barcodes) as string[],
    categoryId: row.category_id,
    priceMinor: row.price_minor,
    taxClassId: row.tax_class_id,
    unit: row.unit,
    tracksStock: row.tracks_stock === 1,
    lowStockMilli: row.low_stock_milli,
    favouritePosition: row.favourite_position,
    pointsMultiplierPpm: row.points_multiplier_ppm,
  };
}
