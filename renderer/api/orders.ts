import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Order, OrderCommit, OrderCommitted, orderPage, tenderKind } from '../../shared/api/orders.ts';
import { request } from './client.ts';

export type OrderPage = z.infer<typeof orderPage>;
export type OrderFilter = {
  search?: string;
  from?: string;
  to?: string;
  customerId?: string;
  cashierId?: string;
  tender?: z.infer<typeof tenderKind>;
};
export const ordersKey = ['orders'] as const;

/**
 * Commits a sale. It is in the books when this answers. The same order with the same id gives the same answer, so
 * after an unreachable engine it may simply be sent again.
 */
export function useCommitOrder() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: OrderCommit) => request<OrderCommitted>('/orders', { method: 'POST', body }),
    onSuccess: ({ order }) => {
      client.setQueryData([...ordersKey, 'one', order.id], order);
      for (const key of [
        'orders',
        'carts',
        'customers',
        'offers',
        'products',
        'shifts',
        'reports',
        'print-jobs',
        'health',
      ]) {
        void client.invalidateQueries({ queryKey: [key] });
      }
    },
  });
}

export const fetchOrderPage = (
  filter: OrderFilter,
  offset: number,
  limit: number,
  signal?: AbortSignal,
): Promise<OrderPage> => request('/orders', { query: { ...filter, offset, limit }, signal });

export function useOrder(id: string | null) {
  return useQuery({
    queryKey: [...ordersKey, 'one', id],
    queryFn: ({ signal }) => request<Order>(`/orders/${id}`, { signal }),
    enabled: id !== null,
  });
}
