import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CartSave, CartSummary, CartWhole } from '../../shared/api/carts.ts';
import { request } from './client.ts';

export const cartsKey = ['carts'] as const;

/** Carts that were put aside or are in hand somewhere, the newest first. */
export const fetchCarts = (signal?: AbortSignal) =>
  request<{ items: CartSummary[] }>('/carts', { signal }).then(({ items }) => items);

export function useCarts() {
  return useQuery({
    queryKey: cartsKey,
    queryFn: ({ signal }) => fetchCarts(signal),
    staleTime: 0,
    refetchInterval: 30_000,
  });
}

export const fetchCart = (id: string, signal?: AbortSignal) => request<CartWhole>(`/carts/${id}`, { signal });

/** One cart with its draft, to look into; null asks for none. */
export function useCartWhole(id: string | null) {
  return useQuery({
    queryKey: [...cartsKey, 'one', id],
    queryFn: ({ signal }) => fetchCart(id ?? '', signal),
    enabled: id !== null,
  });
}

export const saveCart = (id: string, body: CartSave) =>
  request<{ cart: CartSummary | null }>(`/carts/${id}`, { method: 'PATCH', body });

export const takeCart = (id: string, body: { screen: string; heldBy: string | null }) =>
  request<CartWhole>(`/carts/${id}/take`, { method: 'POST', body });

export const discardCart = (id: string, approvalIds: readonly string[]) =>
  request<undefined>(`/carts/${id}/discard`, { method: 'POST', body: { approvalIds } });

/** Asks anew for what is put aside. */
export function useRefreshCarts(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: cartsKey });
}
