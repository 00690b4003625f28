import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Device, DeviceEnrolled, deviceList } from '../../shared/api/people.ts';
import { request } from './client.ts';

export const devicesKey = ['devices'] as const;

/** Every device that was ever given a key, the revoked ones too. */
export function useDevices({ enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: devicesKey,
    queryFn: async ({ signal }) => (await request<z.infer<typeof deviceList>>('/devices', { signal })).items,
    refetchInterval: 30_000,
    enabled,
  });
}

function useDeviceMutation<Input, Answer>(send: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries({ queryKey: devicesKey }),
    // The key of a device is in the answer: it is not kept once its dialog is gone.
    gcTime: 0,
  });
}

/** Gives a device a key, which this answer tells and nothing ever again. */
export const useEnrolDevice = () =>
  useDeviceMutation((name: string) =>
    request<DeviceEnrolled>('/devices', { method: 'POST', body: { name } }),
  );

export const useRevokeDevice = () =>
  useDeviceMutation((id: string) => request<Device>(`/devices/${id}/revoke`, { method: 'POST' }));
