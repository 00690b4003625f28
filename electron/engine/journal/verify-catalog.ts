import { canonicalText } from '../../../shared/journal/chain.ts';
import type { EntryBodies, ProductBody } from '../../../shared/journal/kinds.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import type { Problem } from './verify-chain.ts';

type Told = ProductBody & { archived: boolean };
type StoredProduct = Omit<Told, 'barcodes' | 'tracksStock' | 'archived'> & {
  barcodes: string;
  tracksStock: number;
  archived: number;
};

const storedProducts = rawQuery<Record<never, never>, StoredProduct>(
  `SELECT p.id AS productId, p.sku, p.name, c.id AS categoryId, p.price_minor AS priceMinor, p.tax_class_id AS taxClassId,
     p.unit, p.tracks_stock AS tracksStock, p.low_stock_milli AS lowStockMilli,
     p.favourite_position AS favouritePosition, p.points_multiplier_ppm AS pointsMultiplierPpm, p.archived,
     (SELECT json_group_array(code ORDER BY position) FROM barcodes b WHERE b.product_row_id = p.row_id) AS barcodes
   FROM products p LEFT JOIN categories c ON c.row_id = p.category_row_id`,
);
const storedMovements = rawQuery<Record<never, never>, { id: string; quantityMilli: number }>(
  `SELECT id, quantity_milli AS quantityMilli FROM stock_movements WHERE kind <> 'sale'`,
);

/** Version 1 of a product's entries said nothing of points. */
const madeBeforeMultipliers = { pointsMultiplierPpm: 1_000_000 };

/** Follows the catalogue through its entries, to compare it with what is stored in the end. */
export function createCatalogCheck() {
  const products = new Map<string, Told>();
  const movements = new Map<string, number>();
  const strays: string[] = [];

  const create = (body: ProductBody): void => {
    products.set(body.productId, { ...madeBeforeMultipliers, ...body, archived: false });
  };
  const change = (productId: string, changes: Record<string, unknown>): void => {
    const known = products.get(productId);
    if (known === undefined) strays.push(productId);
    else products.set(productId, { ...known, ...changes });
  };

  return {
    visit(kind: string, body: Record<string, unknown>): void {
      if (kind === 'product.created') create((body as EntryBodies['product.created']).product);
      else if (kind === 'product.changed') {
        const { productId, changes } = body as EntryBodies['product.changed'];
        change(productId, changes);
      } else if (kind === 'products.imported') {
        const { created, changed } = body as EntryBodies['products.imported'];
        for (const product of created) create(product);
        for (const { productId, changes } of changed) change(productId, changes);
      } else if (kind === 'stock.moved') {
        const { movementId, quantityMilli } = body as EntryBodies['stock.moved'];
        movements.set(movementId, quantityMilli);
      } else if (kind === 'refund.committed') {
        for (const { restock, lineId, quantityMilli } of (body as EntryBodies['refund.committed']).lines)
          if (restock) movements.set(lineId, quantityMilli);
      } else if (kind === 'sale.voided') {
        for (const { movementId, quantityMilli } of (body as EntryBodies['sale.voided']).movements)
          movements.set(movementId, quantityMilli);
      }
    },

    /** What the tables hold otherwise than the entries say. Empties what was followed. */
    compare(db: ReadableDatabase): Problem[] {
      const problems: Problem[] = strays.map((id) => ({
        seq: null,
        what: `Product ${id} was changed before it was made.`,
      }));
      for (const { barcodes, tracksStock, archived, ...stored } of db.each(storedProducts)) {
        const told = products.get(stored.productId);
        products.delete(stored.productId);
        const held = {
          ...stored,
          barcodes: JSON.parse(barcodes) as string[],
          tracksStock: tracksStock === 1,
          archived: archived === 1,
        };
        if (told === undefined || canonicalText(told) !== canonicalText(held)) {
          problems.push({ seq: null, what: `Product ${stored.productId} does not follow from the journal.` });
        }
      }
      for (const { id, quantityMilli } of db.each(storedMovements)) {
        if (movements.get(id) !== quantityMilli)
          problems.push({ seq: null, what: `Stock movement ${id} does not follow from the journal.` });
        movements.delete(id);
      }
      for (const id of products.keys())
        problems.push({ seq: null, what: `Product ${id} is in the journal and not in the tables.` });
      for (const id of movements.keys())
        problems.push({ seq: null, what: `Stock movement ${id} is in the journal and not in the tables.` });
      return problems;
    },
  };
}
