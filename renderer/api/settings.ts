import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SessionAnswer } from '../../shared/api/people.ts';
import type { Settings, SettingsChange, SetUpRequest } from '../../shared/api/settings.ts';
import { startSession } from '../state/session.ts';
import { request } from './client.ts';

export const settingsKey = ['settings'] as const;

/** The settings of the shop; they change rarely. */
export function useSettings({ enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: settingsKey,
    queryFn: ({ signal }) => request<Settings>('/settings', { signal }),
    staleTime: 60_000,
    enabled,
  });
}

export function useChangeSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SettingsChange) => request<Settings>('/settings', { method: 'PATCH', body }),
    onSuccess: (settings) => {
      client.setQueryData(settingsKey, settings);
      void client.invalidateQueries({ queryKey: ['health'] });
    },
  });
}

/** Puts a picture on receipts, or takes it away (null). */
export function useSetLogo() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File | null) =>
      file === null
        ? request<Settings>('/receipt-logo', { method: 'DELETE' })
        : request<Settings>('/receipt-logo', { method: 'POST', file }),
    onSuccess: (settings) => client.setQueryData(settingsKey, settings),
  });
}

/** Sets the shop up and signs its owner in. */
export function useSetUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SetUpRequest) =>
      request<SessionAnswer>('/setup', { method: 'POST', body, signedIn: false }),
    onSuccess: (answer) => {
      client.clear();
      startSession(answer);
    },
  });
}
