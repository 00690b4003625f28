import { QueryClient } from '@tanstack/react-query';
import { isApiFailure } from './api-failure.ts';

/** One per program. The engine is on this machine: the network being down says nothing about it. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 5_000,
        refetchOnWindowFocus: false,
        retry: (failures, thrown) => isApiFailure(thrown, 'engine-unreachable') && failures < 3,
        retryDelay: (attempt) => Math.min(4_000, 500 * 2 ** attempt),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
