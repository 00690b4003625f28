import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  Customer,
  CustomerCard,
  CustomerChange,
  CustomerCreate,
  CustomerDuplicates,
  customerPage,
  customerQuery,
  PointsAward,
  PointsEntry,
  pointsPage,
} from '../../shared/api/customers.ts';
import type { OffersAnswer } from '../../shared/api/offers.ts';
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

/** Lets one customer go on as another, who keeps name and contacts and gets all figures. */
export const useMergeCustomers = () =>
  useCustomerMutation(({ id, mergedId }: { id: string; mergedId: string }) =>
    request<Customer>(`/customers/${id}/merge`, { method: 'POST', body: { mergedId } }),
  );

/** Empties what is known of a person; the figures of the books stay. */
export const useEraseCustomer = () =>
  useCustomerMutation((id: string) => request<Customer>(`/customers/${id}/erase`, { method: 'POST' }));

/** Other customers who may be the same person. */
export function useDuplicates(id: string, { enabled }: { enabled: boolean }) {
  return useQuery({
    queryKey: [...customersKey, 'duplicates', id],
    queryFn: async ({ signal }) =>
      (await request<CustomerDuplicates>(`/customers/${id}/duplicates`, { signal })).items,
    enabled,
  });
}

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

/** A customer's tier, and which of their points end next. */
export function useCustomerStanding(customerId: string, { enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: [...customersKey, 'standing', customerId],
    queryFn: async ({ signal }) =>
      (await request<OffersAnswer>('/offers', { query: { customerId }, signal })).customer,
    enabled,
  });
}

/** Gives or corrects points; the same id again is the same entry. */
export function useAwardPoints(customerId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PointsAward) =>
      request<PointsEntry>(`/customers/${customerId}/points`, { method: 'POST', body }),
    onSuccess: () => {
      for (const key of ['customers', 'offers']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
}

const cardKey = (customerId: string) => [...customersKey, 'card', customerId];

/** The customer's card: its signed code and when it ends. Fails with `card-expired` when a new one is needed. */
export function useCustomerCard(customerId: string, { enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: [...cardKey(customerId), 'facts'],
    queryFn: ({ signal }) => request<CustomerCard>(`/customers/${customerId}/card`, { signal }),
    enabled,
    staleTime: 60_000,
  });
}

/** The card as an SVG picture. */
export function useCardPicture(customerId: string, { enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: [...cardKey(customerId), 'picture'],
    queryFn: ({ signal }) => requestBlob(`/customers/${customerId}/card.svg`, { signal }),
    enabled,
    staleTime: 60_000,
  });
}

export const fetchCardPdf = (customerId: string): Promise<Blob> =>
  requestBlob(`/customers/${customerId}/card.pdf`);

function useCardMutation(customerId: string, path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<CustomerCard>(`/customers/${customerId}/${path}`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: cardKey(customerId) }),
  });
}

/** A new card; earlier ones stay good until they end. */
export const useIssueCard = (customerId: string) => useCardMutation(customerId, 'card');

/** Voids every card that was ever given to the customer, and issues a new one. */
export const useRevokeCards = (customerId: string) => useCardMutation(customerId, 'card/revoke');
