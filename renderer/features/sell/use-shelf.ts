import { fetchProductPage, productsKey, useProductPage, type ProductFilter } from '../../api/products.ts';
import type { Product } from '../../../shared/api/catalog.ts';
import { usePagedRows, type PagedRows } from '../../ui/use-paged-rows.ts';
import { useSellView, type Shelf } from './sell-view.ts';

function filterOf(shelf: Shelf): ProductFilter {
  if (shelf.kind === 'favourites') return { favourites: true };
  return shelf.kind === 'category' ? { categoryId: shelf.categoryId } : {};
}

/** The shelf that is shown: the chosen one, or else favourites if the shop has any, or else everything. */
export function useShelf(): { shelf: Shelf; rows: PagedRows<Product>; isCatalogueEmpty: boolean } {
  const chosen = useSellView((view) => view.shelf);
  const favourites = useProductPage({ favourites: true }, { limit: 1, enabled: chosen === null });
  const hasNoFavourites = favourites.data?.total === 0;
  const shelf = chosen ?? { kind: hasNoFavourites ? 'all' : 'favourites' };
  const filter = filterOf(shelf);
  const rows = usePagedRows<Product>({
    queryKey: [...productsKey, 'shelf', filter],
    fetchPage: (offset, limit, signal) => fetchProductPage(filter, offset, limit, signal),
    pageSize: 60,
    staleTime: 30_000,
  });
  return { shelf, rows, isCatalogueEmpty: shelf.kind === 'all' && rows.total === 0 };
}
