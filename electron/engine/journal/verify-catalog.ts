import { canonicalText } from '../../../shared/journal/chain.ts';
import type { EntryBodies, ProductBody } from '../../../shared/journal/kinds.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import { stampToCompare } from './stamp-to-compare.ts';
import type { Problem, StoredEntry } from './verify-chain.ts';

type Told = ProductBody & { archived: boolean };
type StoredProduct = Omit<Told, 'barcodes' | 'tracksStock' | 'archived'> & {
  barcodes: string;
  tracksStock: number;
  archived: number;
};

/** With the SKUs and barcodes that an older product has meanwhile. */
const storedProducts = rawQuery<Record<never, never>, StoredProduct>(
  `SELECT p.id AS productId,
     coalesce(p.sku, (SELECT key FROM waiting_keys w WHERE w.entity_id = p.id AND w.space = 'sku')) AS sku, p.name, c.id AS categoryId, p.price_minor AS priceMinor, p.tax_class_id AS taxClassId,
     p.unit, p.tracks_stock AS tracksStock, p.low_stock_milli AS lowStockMilli,
     p.favourite_position AS favouritePosition, p.points_multiplier_ppm AS pointsMultiplierPpm, p.archived,
     (SELECT json_group_array(code ORDER BY position) FROM (
        SELECT code, position FROM barcodes b WHERE b.product_row_id = p.row_id
        UNION ALL SELECT key, position FROM waiting_keys w WHERE w.entity_id = p.id AND w.space = 'barcode')) AS barcodes
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
  const stamps = new Map<string, string>();
  const ahead: { productId: string; changes: Record<string, unknown>; stamp: string }[] = [];

  const create = (body: ProductBody): void => {
    products.set(body.productId, { ...madeBeforeMultipliers, ...body, archived: false });
  };
  /** Of each field the later edit counts. Answers whether the product is known by now. */
  const change = (productId: string, changes: Record<string, unknown>, stamp: string): boolean => {
    const known = products.get(productId);
    if (known === undefined) return false;
    const won = Object.entries(changes).filter(([field]) => {
      const key = `${productId} ${field}`;
      if (stamp < (stamps.get(key) ?? '')) return false;
      stamps.set(key, stamp);
      return true;
    });
    products.set(productId, { ...known, ...Object.fromEntries(won) });
    return true;
  };
  const follow = (productId: string, changes: Record<string, unknown>, stamp: string): void => {
    if (!change(productId, changes, stamp)) ahead.push({ productId, changes, stamp });
  };

  return {
    visit(entry: StoredEntry, body: Record<string, unknown>): void {
      const { kind } = entry;
      if (kind === 'product.created') create((body as EntryBodies['product.created']).product);
      else if (kind === 'product.changed') {
        const { productId, changes } = body as EntryBodies['product.changed'];
        follow(productId, changes, stampToCompare(entry, body));
      } else if (kind === 'products.imported') {
        const { created, changed } = body as EntryBodies['products.imported'];
        for (const product of created) create(product);
        for (const { productId, changes } of changed) follow(productId, changes, stampToCompare(entry, body));
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
      const problems: Problem[] = ahead
        .filter(({ productId, changes, stamp }) => !change(productId, changes, stamp))
        .map(({ productId }) => ({
          seq: null,
          what: `Product ${productId} was changed before it was made.`,
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
