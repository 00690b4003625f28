import { create } from 'zustand';
import { fetchProductPage } from '../../api/products.ts';
import type { Product } from '../../../shared/api/catalog.ts';
import { rememberProducts } from './product-memory.ts';

export type Search = {
  /** What is searched for; empty when nothing is. */
  text: string;
  /** The latest rows that came; until those of `text` do, the rows before stay. */
  items: readonly Product[];
  total: number;
  /** The rows are those of `text`. */
  isFresh: boolean;
  isFailed: boolean;
};

const nothing: Search = { text: '', items: [], total: 0, isFresh: false, isFailed: false };
const ROWS = 20;

/**
 * Asked with every key, so it goes its own short way instead of through the query cache: the request leaves before the
 * key is painted, and a stale one is dropped.
 */
export const useSearch = create<Search>(() => nothing);

let latest = new AbortController();

/** Searches for what is typed now; nothing for an empty text. */
export function searchProducts(text: string): void {
  if (text === useSearch.getState().text) return;
  latest.abort();
  if (text === '') return useSearch.setState(nothing, true);
  const own = new AbortController();
  latest = own;
  fetchProductPage({ search: text }, 0, ROWS, own.signal).then(
    ({ items, total }) => {
      if (own.signal.aborted) return;
      const known = new Map(useSearch.getState().items.map((product) => [product.id, product]));
      const rows = items.map((product) => reuse(known.get(product.id), product));
      useSearch.setState({ text, items: rows, total, isFresh: true, isFailed: false });
      rememberProducts(rows);
    },
    () => {
      if (!own.signal.aborted) useSearch.setState({ ...nothing, text, isFailed: true });
    },
  );
  useSearch.setState({ text, isFresh: false, isFailed: false });
}

/** The same row stays the same object, so that it need not be drawn again. */
function reuse(before: Product | undefined, now: Product): Product {
  const isSame = before?.updatedAt === now.updatedAt && before.onHandMilli === now.onHandMilli;
  return isSame ? before : now;
}
