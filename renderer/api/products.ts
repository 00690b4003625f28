import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  Product,
  productChange,
  ProductCreate,
  productPage,
  productQuery,
  stockMovementCreate,
  stockMovementPage,
} from '../../shared/api/catalog.ts';
import { request } from './client.ts';

export type ProductPage = z.infer<typeof productPage>;
export type ProductSort = z.infer<typeof productQuery>['sort'];
/** What to list; `favourites` and `archived` only when set. */
export type ProductFilter = {
  search?: string;
  categoryId?: string | null;
  favourites?: boolean;
  archived?: boolean;
  sort?: ProductSort;
};
export type ProductChange = z.infer<typeof productChange>;
export type StockMovementCreate = z.input<typeof stockMovementCreate>;
export type StockMovementPage = z.infer<typeof stockMovementPage>;
export const productsKey = ['products'] as const;

export const fetchProductPage = (
  filter: ProductFilter,
  offset: number,
  limit: number,
  signal?: AbortSignal,
): Promise<ProductPage> => request('/products', { query: { ...filter, offset, limit }, signal });

/** One page of products; while another search runs, the rows of the last stay. */
export function useProductPage(
  filter: ProductFilter,
  { offset = 0, limit = 50, enabled = true }: { offset?: number; limit?: number; enabled?: boolean } = {},
) {
  return useQuery({
    queryKey: [...productsKey, 'page', filter, offset, limit],
    queryFn: ({ signal }) => fetchProductPage(filter, offset, limit, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function useProduct(id: string | null) {
  return useQuery({
    queryKey: [...productsKey, 'one', id],
    queryFn: ({ signal }) => request<Product>(`/products/${id}`, { signal }),
    enabled: id !== null,
  });
}

/** Several products by their ids; those that have not come yet are left out. */
export function useProductsById(ids: readonly string[]): ReadonlyMap<string, Product> {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: [...productsKey, 'one', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => request<Product>(`/products/${id}`, { signal }),
      staleTime: 60_000,
    })),
    combine: (results) =>
      new Map(results.flatMap(({ data }) => (data === undefined ? [] : [[data.id, data]]))),
  });
}

function useProductMutation<Input>(send: (input: Input) => Promise<Product>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (product) => {
      client.setQueryData([...productsKey, 'one', product.id], product);
      void client.invalidateQueries({ queryKey: productsKey });
      void client.invalidateQueries({ queryKey: ['categories'] });
      void client.invalidateQueries({ queryKey: ['lookup'] });
    },
  });
}

export const useCreateProduct = () =>
  useProductMutation((body: ProductCreate) => request<Product>('/products', { method: 'POST', body }));

export const useChangeProduct = () =>
  useProductMutation(({ id, change }: { id: string; change: ProductChange }) =>
    request<Product>(`/products/${id}`, { method: 'PATCH', body: change }),
  );

export const useMoveStock = () =>
  useProductMutation(({ id, movement }: { id: string; movement: StockMovementCreate }) =>
    request<Product>(`/products/${id}/stock-movements`, { method: 'POST', body: movement }),
  );

export const fetchStockMovements = (
  productId: string,
  offset: number,
  limit: number,
  signal?: AbortSignal,
): Promise<StockMovementPage> =>
  request(`/products/${productId}/stock-movements`, { query: { offset, limit }, signal });
