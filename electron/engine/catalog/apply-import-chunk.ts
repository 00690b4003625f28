import type { Colour, ImportProblem } from '../../../shared/api/catalog.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import type { EntryBodies, ProductBody } from '../../../shared/journal/kinds.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append, winFields } from '../journal/index.ts';
import { recordMovement, type MovedBy } from '../stock/index.ts';
import { forgetCounts } from './catalog-cache.ts';
import { categoryByName } from './category-statements.ts';
import type { ImportRow } from './check-import-row.ts';
import { writeCategory } from './create-category.ts';
import { shown } from './decode-import-file.ts';
import { indexTogether, type Indexed } from './index-product.ts';
import { matchImportRow, type ImportUpdate } from './match-import-row.ts';
import { lastFavourite } from './product-statements.ts';
import { writeProduct, writeProductChange } from './write-product.ts';

export type ImportChunk = { importId: string; chunk: number; rows: readonly ImportRow[] };

type Chunk = {
  context: EngineContext;
  tx: WritableDatabase;
  by: MovedBy;
  at: string;
  created: ProductBody[];
  changed: EntryBodies['products.imported']['changed'];
  indexed: Indexed[];
  opening: { productId: string; productRowId: number; quantityMilli: number }[];
  categories: Map<string, Category>;
  lastFavourite: number;
};
type Category = { rowId: number; id: string };

const colours: readonly Colour[] = ['amber', 'brown', 'green', 'red', 'olive', 'blue', 'violet', 'grey'];

/**
 * Writes one chunk of a checked file with one journal entry. Rows are matched again, since the shop goes on while the
 * file is applied; one that has become impossible is left out and told.
 */
export function applyImportChunk(
  context: EngineContext,
  tx: WritableDatabase,
  { importId, chunk, rows }: ImportChunk,
  by: MovedBy,
): ImportProblem[] {
  const work: Chunk = {
    context,
    tx,
    by,
    at: instantOf(context.clock.now()),
    created: [],
    changed: [],
    indexed: [],
    opening: [],
    categories: new Map(),
    lastFavourite: tx.first(lastFavourite)?.position ?? 0,
  };
  const problems = rows.map((row) => applyRow(work, row)).filter((problem) => problem !== undefined);
  indexTogether(tx, work.indexed);
  const { created, changed } = work;
  if (created.length > 0 || changed.length > 0) {
    const body = { importId, chunk, created, changed };
    const { stamp } = append(context, tx, { kind: 'products.imported', body, actor: by.accountId });
    for (const { productId: id, changes } of changed)
      winFields(tx, { entity: 'product', id, fields: Object.keys(changes), stamp });
  }
  for (const move of work.opening) {
    recordMovement(context, tx, { ...move, kind: 'opening', reason: 'Opening stock of the import' }, by);
  }
  forgetCounts(context);
  return problems;
}

function applyRow(work: Chunk, row: ImportRow): ImportProblem | undefined {
  const match = matchImportRow(work.tx, row);
  if (match.kind === 'create') createRow(work, row);
  else if (match.kind === 'update') updateRow(work, row, match.update);
  else if (match.kind === 'conflict') {
    const reason = `This row was left out, because the catalogue changed meanwhile. ${match.reason}`;
    return { row: row.line, column: match.column, value: shown(row[match.column] ?? ''), reason };
  }
  return undefined;
}

function createRow(work: Chunk, row: ImportRow): void {
  const { tx, context } = work;
  const { name, priceMinor, sku = null, taxClassId = null, unit = 'each' } = row;
  const category = row.category === undefined ? null : categoryOf(work, row.category);
  const product: ProductBody = {
    productId: context.ids.uuid(),
    sku,
    name,
    barcodes: row.barcode === undefined ? [] : [row.barcode],
    categoryId: category?.id ?? null,
    priceMinor,
    taxClassId,
    unit,
    tracksStock: true,
    lowStockMilli: null,
    favouritePosition: row.favourite === true ? nextFavourite(work) : null,
    pointsMultiplierPpm: 1_000_000,
  };
  const indexed = writeProduct(context, tx, product, {
    categoryRowId: category?.rowId ?? null,
    at: work.at,
  });
  work.indexed.push(indexed);
  work.created.push(product);
  const { stockMilli = 0 } = row;
  const { productId } = product;
  if (stockMilli !== 0)
    work.opening.push({ productId, productRowId: indexed.rowId, quantityMilli: stockMilli });
}

function updateRow(work: Chunk, row: ImportRow, update: ImportUpdate): void {
  const { product } = update;
  const changes = { ...update.changes };
  if (row.favourite === true && changes.favouritePosition !== undefined) {
    changes.favouritePosition = nextFavourite(work);
  }
  const category = update.category === null ? null : categoryOf(work, update.category);
  if (category !== null) changes.categoryId = category.id;
  const categoryRowId = category?.rowId ?? product.category_row_id;
  writeProductChange(work.context, work.tx, product, changes, { categoryRowId, at: work.at });
  work.changed.push({ productId: product.id, changes });
}

function nextFavourite(work: Chunk): number {
  work.lastFavourite = Math.min(work.lastFavourite + 1, 10_000);
  return work.lastFavourite;
}

function categoryOf(work: Chunk, name: string): Category {
  const nameFold = foldText(name);
  const known = work.categories.get(nameFold);
  if (known !== undefined) return known;
  const stored = work.tx.first(categoryByName, { nameFold });
  const category =
    stored === undefined
      ? writeCategory(work.context, work.tx, { name, colour: colourOf(nameFold) }, work.by.accountId)
      : { rowId: stored.row_id, id: stored.id };
  work.categories.set(nameFold, category);
  return category;
}

/** A colour that the same name always gets. */
function colourOf(nameFold: string): Colour {
  let sum = 0;
  for (const letter of nameFold) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return colours[sum % colours.length] ?? 'grey';
}
