import type { WritableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import { searchKey } from './search-key.ts';
import { searchTextOf, type Searchable } from './search-text.ts';

const insertText = rawQuery<{ key: number; text: string }, never>(
  'INSERT INTO product_search (rowid, text) VALUES (@key, @text)',
);
const deleteText = rawQuery<{ key: number }, never>('DELETE FROM product_search WHERE rowid = @key');

export type Indexed = Searchable & { rowId: number; archived: boolean };

/** Makes a product findable, inside the transaction that writes it. */
export function indexProduct(tx: WritableDatabase, product: Indexed): void {
  tx.run(insertText, { key: searchKey(product), text: searchTextOf(product) });
}

/** Many new ones at once: the index takes rising keys in one go and writes itself out at every step back. */
export function indexTogether(tx: WritableDatabase, products: readonly Indexed[]): void {
  for (const product of products.toSorted((a, b) => searchKey(a) - searchKey(b))) indexProduct(tx, product);
}

/** Takes a product out of the index, as it was when it went in. */
export function unindexProduct(
  tx: WritableDatabase,
  product: Pick<Indexed, 'rowId' | 'nameFold' | 'archived'>,
) {
  tx.run(deleteText, { key: searchKey(product) });
}
