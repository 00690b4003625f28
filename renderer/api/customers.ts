import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  Customer,
  CustomerChange,
  CustomerCreate,
  customerPage,
  customerQuery,
  pointsPage,
} from '../../shared/api/customers.ts';
import type { orderPage } from '../../shared/api/orders.ts';
import { request, requestBlob } from './client.ts';

export type CustomerPage = z.infer<typeof customerPage>;
export type PointsPage = z.infer<typeof pointsPage>;
export type CustomerSort = z.infer<typeof customerQuery>['sort'];
export type CustomerFilter = { search?: string; sort?: CustomerSort };
export const customersKey = ['customers'] as const;

export const fetchCustomerPage = (
  filter: CustomerFilter,
  offset: number,
  limit: number,
  signal?: AbortSignal,
): Promise<CustomerPage> => request('/customers', { query: { ...filter, offset, limit }, signal });

export function useCustomerPage(
  filter: CustomerFilter,
  { offset = 0, limit = 50, enabled = true }: { offset?: number; limit?: number; enabled?: boolean } = {},
) {
  return useQuery({
    queryKey: [...customersKey, 'page', filter, offset, limit],
    queryFn: ({ signal }) => fetchCustomerPage(filter, offset, limit, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function useCustomer(id: string | null) {
  return useQuery({
    queryKey: [...customersKey, 'one', id],
    queryFn: ({ signal }) => request<Customer>(`/customers/${id}`, { signal }),
    enabled: id !== null,
  });
}

/** Several customers by their ids; those that have not come yet are left out. */
export function useCustomersById(ids: readonly string[]): ReadonlyMap<string, Customer> {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: [...customersKey, 'one', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => request<Customer>(`/customers/${id}`, { signal }),
      staleTime: 60_000,
    })),
    combine: (results) =>
      new Map(results.flatMap(({ data }) => (data === undefined ? [] : [[data.id, data]]))),
  });
}

function useCustomerMutation<Input>(send: (input: Input) => Promise<Customer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (customer) => {
      client.setQueryData([...customersKey, 'one', customer.id], customer);
      void client.invalidateQueries({ queryKey: customersKey });
    },
  });
}

/** Give the customer's id (made by `newId`), so that a retry does not make a second one. */
export const useCreateCustomer = () =>
  useCustomerMutation((body: CustomerCreate) => request<Customer>('/customers', { method: 'POST', body }));

export const useChangeCustomer = () =>
  useCustomerMutation(({ id, change }: { id: string; change: CustomerChange }) =>
    request<Customer>(`/customers/${id}`, { method: 'PATCH', body: change }),
  );

export const fetchCustomerPoints = (
  customerId: string,
  offset: number,
  limit: number,
  signal?: AbortSignal,
): Promise<PointsPage> => request(`/customers/${customerId}/points`, { query: { offset, limit }, signal });

export const fetchCustomerOrders = (
  customerId: string,
  offset: number,
  limit: number,
  signal?: AbortSignal,
): Promise<z.infer<typeof orderPage>> =>
  request(`/customers/${customerId}/orders`, { query: { offset, limit }, signal });

/** The customer's card as an SVG picture. */
export function useCustomerCard(customerId: string | null) {
  return useQuery({
    queryKey: [...customersKey, 'card', customerId],
    queryFn: ({ signal }) => requestBlob(`/customers/${customerId}/card.svg`, { signal }),
    enabled: customerId !== null,
    staleTime: 60_000,
  });
}
