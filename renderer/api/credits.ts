import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type {
  AccountPayment,
  AccountPaymentInput,
  Credit,
  CreditAdjust,
  CreditChange,
  CreditPage,
  CreditEntry,
  CustomerCredits,
} from '../../shared/api/credits.ts';
import { request } from './client.ts';

const creditsKey = ['credits'] as const;
const customerKey = (customerId: string | null) => [...creditsKey, 'customer', customerId];

/** What is on the gift card of a code. Throws `ApiFailure` for a code that is none. */
export const fetchGiftCard = (code: string): Promise<Credit> =>
  request(`/gift-cards/${encodeURIComponent(code)}`);

/** What is on the gift card of a code, asked anew each time; null asks nothing. */
export function useGiftCard(code: string | null) {
  return useQuery({
    queryKey: [...creditsKey, 'card', code],
    queryFn: () => fetchGiftCard(code ?? ''),
    enabled: code !== null,
    staleTime: 0,
    retry: false,
  });
}

/** A customer's store credit and account. */
export function useCustomerCredits(customerId: string | null) {
  return useQuery({
    queryKey: customerKey(customerId),
    queryFn: ({ signal }) => request<CustomerCredits>(`/customers/${customerId}/credits`, { signal }),
    enabled: customerId !== null,
  });
}

/** The same as it was told last, outside a component. */
export function knownCustomerCredits(
  client: QueryClient,
  customerId: string | null,
): CustomerCredits | undefined {
  return client.getQueryData(customerKey(customerId));
}

export type CreditFilter = { kind?: Credit['kind']; open?: 'true'; search?: string };

export function useCredits(filter: CreditFilter, offset: number, limit: number) {
  return useQuery({
    queryKey: [...creditsKey, 'page', filter, offset, limit],
    queryFn: ({ signal }) => request<CreditPage>('/credits', { query: { ...filter, offset, limit }, signal }),
  });
}

export function useCreditEntries(id: string | null) {
  return useQuery({
    queryKey: [...creditsKey, 'entries', id],
    queryFn: ({ signal }) =>
      request<{ items: CreditEntry[]; total: number }>(`/credits/${id}/entries`, {
        query: { limit: 200 },
        signal,
      }),
    enabled: id !== null,
  });
}

function useCreditMutation<Input, Answer>(send: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => {
      for (const key of ['credits', 'shifts', 'print-jobs'])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
}

export const useAdjustCredit = (customerId: string) =>
  useCreditMutation((body: CreditAdjust) =>
    request<Credit>(`/customers/${customerId}/credits`, { method: 'POST', body }),
  );

export const useLimitAccount = (customerId: string) =>
  useCreditMutation((limitMinor: number | null) =>
    request<Credit>(`/customers/${customerId}/account`, { method: 'PATCH', body: { limitMinor } }),
  );

export const usePayAccount = (customerId: string) =>
  useCreditMutation((body: AccountPaymentInput) =>
    request<AccountPayment>(`/customers/${customerId}/account/payments`, { method: 'POST', body }),
  );

export const useChangeCredit = (id: string) =>
  useCreditMutation((body: CreditChange) => request<Credit>(`/credits/${id}`, { method: 'PATCH', body }));
