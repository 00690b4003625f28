import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  SyncCode,
  SyncImported,
  SyncJoin,
  SyncProof,
  SyncReadiness,
  SyncStatus,
  syncCodeRequest,
  syncExceptions,
  syncReviewDecision,
} from '../../shared/api/sync.ts';
import type { reportAnswer, reportQuery, StoresAnswer } from '../../shared/sync/protocol.ts';
import { useMay } from '../state/session.ts';
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

/** Sends and asks at once, whatever the next try was planned for; answers how it stands when that is over. */
export const useSyncNow = () => useSyncMutation(() => request<SyncStatus>('/sync/now', { method: 'POST' }));

export const useJoin = () =>
  useSyncMutation((body: SyncJoin) => request<SyncStatus>('/sync/join', { method: 'POST', body }));

/** Fails with `sync-waiting` while anything waits. */
export const useLeave = () => useSyncMutation(() => request<SyncStatus>('/sync/leave', { method: 'POST' }));

/** Asks the cloud for its statement and holds it against the books. */
export const useProve = () => useSyncMutation(() => request<SyncProof>('/sync/prove', { method: 'POST' }));

/** What waits, as one signed file that the cloud can take in. */
export const fetchWaitingEntries = (): Promise<File> => requestBlob('/sync/export');

/** Brings the cloud a file that another till saved. */
export const useBringEntries = () =>
  useSyncMutation((file: File) => request<SyncImported>('/sync/import', { method: 'POST', file }));

/** Whether this till can work three weeks alone. */
export function useReadiness() {
  return useQuery({
    queryKey: [...syncKey, 'readiness'],
    queryFn: ({ signal }) => request<SyncReadiness>('/sync/readiness', { signal }),
    staleTime: 0,
  });
}

export type Stores = StoresAnswer['stores'];

/** The shops of the business and their tills, as the cloud has them. */
export function useStores() {
  return useQuery({
    queryKey: [...syncKey, 'stores'],
    queryFn: async ({ signal }) => (await request<StoresAnswer>('/sync/stores', { signal })).stores,
    refetchInterval: 15_000,
  });
}

/** A one-time code for one more till. */
export const useMakeCode = () =>
  useSyncMutation((body: z.input<typeof syncCodeRequest>) =>
    request<SyncCode>('/sync/codes', { method: 'POST', body }),
  );

export const useRevokeRegister = () =>
  useSyncMutation((id: string) => request<StoresAnswer>(`/sync/registers/${id}/revoke`, { method: 'POST' }));

/** What a person has to look at, of the cloud and of this till. */
export function useSyncExceptions({ enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: [...syncKey, 'exceptions'],
    queryFn: ({ signal }) => request<z.infer<typeof syncExceptions>>('/sync/exceptions', { signal }),
    refetchInterval: 60_000,
    enabled,
  });
}

/** How many things there are to look at, for whoever can see to them; 0 while that is not known. */
export function useExceptionCount(): number {
  const mayLook = useMay('sync.manage');
  return useSyncExceptions({ enabled: mayLook }).data?.items.length ?? 0;
}

export const useDecideReview = () =>
  useSyncMutation(({ id, ...body }: z.input<typeof syncReviewDecision> & { id: string }) =>
    request(`/sync/reviews/${id}/decide`, { method: 'POST', body }),
  );

export type ReportQuery = z.output<typeof reportQuery>;
export type ReportRow = z.infer<typeof reportAnswer>['rows'][number];

/** Sales of all tills, as the cloud adds them up. */
export function useSyncReport(query: ReportQuery, { enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: [...syncKey, 'report', query],
    queryFn: async ({ signal }) =>
      (await request<z.infer<typeof reportAnswer>>('/sync/reports', { query, signal })).rows,
    placeholderData: keepPreviousData,
    enabled,
  });
}
