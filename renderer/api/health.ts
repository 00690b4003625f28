import { useQuery } from '@tanstack/react-query';
import type { Health } from '../../shared/api/settings.ts';
import { useConnection } from '../state/connection.ts';
import { request } from './client.ts';

export const healthKey = ['health'] as const;

/** How the till is; asked again every ten seconds, and every two while the engine cannot be reached. */
export function useHealth() {
  const engineReachable = useConnection((connection) => connection.engineReachable);
  return useQuery({
    queryKey: healthKey,
    queryFn: ({ signal }) => request<Health>('/health', { signal, signedIn: false }),
    refetchInterval: engineReachable ? 10_000 : 2_000,
    refetchIntervalInBackground: true,
    retry: false,
  });
}
