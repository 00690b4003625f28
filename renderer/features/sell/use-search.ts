import { useEffect } from 'react';
import { useProductPage } from '../../api/products.ts';
import type { Product } from '../../../shared/api/catalog.ts';
import { rememberProducts } from './product-memory.ts';

export type Search = {
  items: readonly Product[];
  total: number;
  /** The rows are those of what is typed, not of what was typed before. */
  isFresh: boolean;
  isFailed: boolean;
};

const ROWS = 24;

/** Products for what is typed, asked with every key; until they come, the rows before stay. */
export function useSearch(text: string): Search {
  const { data, isPlaceholderData, isError } = useProductPage(
    { search: text },
    { limit: ROWS, enabled: text !== '' },
  );
  const items = text === '' ? undefined : data?.items;
  useEffect(() => {
    if (items !== undefined) rememberProducts(items);
  }, [items]);
  return {
    items: items ?? [],
    total: data?.total ?? 0,
    isFresh: items !== undefined && !isPlaceholderData,
    isFailed: isError,
  };
}
