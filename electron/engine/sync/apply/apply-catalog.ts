import type { ProductChange } from '../../../../shared/api/catalog.ts';
import type { EntryBodies, ProductBody } from '../../../../shared/journal/kinds.ts';
import {
  categoryById,
  indexTogether,
  productById,
  writeCategoryChange,
  writeCategoryRow,
  writeProduct,
  writeProductChange,
  type Indexed,
} from '../../catalog/index.ts';
import type { EngineContext } from '../../context.ts';
import type { ReadableDatabase, WritableDatabase } from '../../db/database.ts';
import type { Apply, ForeignEntry } from './types.ts';
import { isEmpty, knownFields, winChanges } from './win.ts';

export const categoryCreated: Apply = (context, tx, entry) => {
  const { categoryId: id, name, colour, position } = entry.body as EntryBodies['category.created'];
  if (tx.first(categoryById, { id }) !== undefined) return 'no-effect';
  writeCategoryRow(context, tx, { id, name, colour, position });
  return 'applied';
};

export const categoryChanged: Apply = (context, tx, entry) => {
  const { categoryId: id, changes } = entry.body as EntryBodies['category.changed'];
  const before = tx.first(categoryById, { id });
  if (before === undefined) return 'waits';
  const known = knownFields(changes, ['name', 'colour', 'position']);
  const won = winChanges(tx, entry, { entity: 'category', id }, known);
  if (isEmpty(won)) return 'no-effect';
  const { row_id: rowId, name, colour, position } = before;
  const after = { name, colour, position, ...(won as Partial<typeof before>) };
  writeCategoryChange(context, tx, { id, rowId }, after);
  return 'applied';
};

export const productCreated: Apply = (context, tx, entry) => {
  const { product } = entry.body as EntryBodies['product.created'];
  if (!hasCategory(tx, product)) return 'waits';
  const indexed = create(context, tx, product, entry);
  if (indexed === null) return 'no-effect';
  indexTogether(tx, [indexed]);
  return 'applied';
};

export const productChanged: Apply = (context, tx, entry) => {
  const { productId, changes } = entry.body as EntryBodies['product.changed'];
  if (tx.first(productById, { id: productId }) === undefined || !hasCategory(tx, changes)) return 'waits';
  return change(context, tx, entry, productId, changes) ? 'applied' : 'no-effect';
};

/** A chunk of a file: all of it at once, when everything that it refers to is here. */
export const productsImported: Apply = (context, tx, entry) => {
  const { created, changed } = entry.body as EntryBodies['products.imported'];
  const made = new Set(created.map(({ productId }) => productId));
  const isHere = (id: string) => made.has(id) || tx.first(productById, { id }) !== undefined;
  const areAllHere =
    created.every((product) => hasCategory(tx, product)) &&
    changed.every(({ productId, changes }) => isHere(productId) && hasCategory(tx, changes));
  if (!areAllHere) return 'waits';
  const indexed = created
    .map((product) => create(context, tx, product, entry))
    .filter((each) => each !== null);
  indexTogether(tx, indexed);
  // Two rows of a file may be one product: all of its changes have the one stamp.
  const merged = new Map<string, Record<string, unknown>>();
  for (const { productId, changes } of changed)
    merged.set(productId, { ...merged.get(productId), ...changes });
  for (const [productId, changes] of merged) change(context, tx, entry, productId, changes);
  return 'applied';
};

type Categorised = { categoryId?: unknown };

function hasCategory(db: ReadableDatabase, { categoryId = null }: Categorised): boolean {
  return categoryId === null || db.first(categoryById, { id: categoryId as string }) !== undefined;
}

function categoryRowIdOf(db: ReadableDatabase, categoryId: string | null): number | null {
  return categoryId === null ? null : (db.first(categoryById, { id: categoryId })?.row_id ?? null);
}

function create(
  context: EngineContext,
  tx: WritableDatabase,
  product: ProductBody,
  { at }: ForeignEntry,
): Indexed | null {
  if (tx.first(productById, { id: product.productId }) !== undefined) return null;
  // Version 1 of a product's entries said nothing of points.
  const { pointsMultiplierPpm = 1_000_000 } = product as Partial<ProductBody>;
  const categoryRowId = categoryRowIdOf(tx, product.categoryId);
  return writeProduct(context, tx, { ...product, pointsMultiplierPpm }, { categoryRowId, at });
}

const productFields = [
  'sku',
  'name',
  'barcodes',
  'categoryId',
  'priceMinor',
  'taxClassId',
  'unit',
  'tracksStock',
  'lowStockMilli',
  'favouritePosition',
  'pointsMultiplierPpm',
  'archived',
] as const;

function change(
  context: EngineContext,
  tx: WritableDatabase,
  entry: ForeignEntry,
  id: string,
  changes: Record<string, unknown>,
): boolean {
  const before = tx.first(productById, { id });
  if (before === undefined) return false;
  const known = knownFields(changes, productFields);
  const won = winChanges(tx, entry, { entity: 'product', id }, known) as ProductChange;
  if (isEmpty(won)) return false;
  const categoryRowId =
    won.categoryId === undefined ? before.category_row_id : categoryRowIdOf(tx, won.categoryId);
  writeProductChange(context, tx, before, won, { categoryRowId, at: entry.at });
  return true;
}
