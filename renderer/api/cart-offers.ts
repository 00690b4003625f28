import { queryOptions, useQuery } from '@tanstack/react-query';
import type { OffersAnswer } from '../../shared/api/offers.ts';
import { keepOffers } from '../state/offers.ts';
import { request } from './client.ts';

export const offersKey = ['offers'] as const;

/** Every offer of the shop, and how often this customer has had each; `null`: for nobody. */
export const offersQuery = (customerId: string | null) =>
  queryOptions({
    queryKey: [...offersKey, customerId],
    queryFn: ({ signal }) => fetchOffers(customerId, signal),
    networkMode: 'always',
  });

/** Asks for the offers and keeps the answer where pricing finds it. */
export async function fetchOffers(customerId: string | null, signal?: AbortSignal): Promise<OffersAnswer> {
  const query = customerId === null ? {} : { customerId };
  const answer = await request<OffersAnswer>('/offers', { query, signal });
  keepOffers(customerId, answer);
  return answer;
}

/** Asks again whenever a customer comes to the counter, and each minute: what was told last stays meanwhile. */
export function useOffers(customerId: string | null) {
  return useQuery({ ...offersQuery(customerId), staleTime: 0, refetchInterval: 60_000 });
}
