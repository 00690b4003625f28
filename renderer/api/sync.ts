import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SyncJoin, SyncProof, SyncReadiness, SyncStatus } from '../../shared/api/sync.ts';
import { request, requestBlob } from './client.ts';
import { healthKey } from './health.ts';

export const syncKey = ['sync'] as const;
const statusKey = [...syncKey, 'status'];

/** What waits, what was sent and received, and how the last exchange went; asked again every few seconds. */
export function useSyncStatus({ enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: statusKey,
    queryFn: ({ signal }) => request<SyncStatus>('/sync', { signal }),
    refetchInterval: ({ state }) => (state.data?.arriving == null ? 5_000 : 1_000),
    enabled,
  });
}

function useSyncMutation<Input, Answer>(send: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: syncKey });
      void client.invalidateQueries({ queryKey: healthKey });
    },
  });
}

/** Tries an exchange now, whatever the next try was planned for; answers when it is over. */
export const useSyncNow = () => useSyncMutation(() => request('/sync/now', { method: 'POST' }));

export const useJoin = () =>
  useSyncMutation((body: SyncJoin) => request<SyncStatus>('/sync/join', { method: 'POST', body }));

/** Fails with `sync-waiting` while anything waits. */
export const useLeave = () => useSyncMutation(() => request('/sync/leave', { method: 'POST' }));

/** Asks the cloud for its statement and holds it against the books. */
export const useProve = () => useSyncMutation(() => request<SyncProof>('/sync/prove', { method: 'POST' }));

/** What waits, as one signed file that the cloud can take in. */
export const fetchWaitingEntries = (): Promise<Blob> => requestBlob('/sync/export');

/** Whether this till can work three weeks alone. */
export function useReadiness() {
  return useQuery({
    queryKey: [...syncKey, 'readiness'],
    queryFn: ({ signal }) => request<SyncReadiness>('/sync/readiness', { signal }),
    staleTime: 0,
  });
}
