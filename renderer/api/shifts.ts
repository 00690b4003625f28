import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Shift, shiftCurrent, shiftOpen } from '../../shared/api/shifts.ts';
import { useMay } from '../state/session.ts';
import { request } from './client.ts';

export type ShiftOpen = z.input<typeof shiftOpen>;
export const shiftsKey = ['shifts'] as const;
const currentShiftKey = [...shiftsKey, 'current'] as const;

/** The open shift of this register, or null. */
export function useCurrentShift() {
  const maySell = useMay('sell');
  return useQuery({
    queryKey: currentShiftKey,
    queryFn: async ({ signal }) =>
      (await request<z.infer<typeof shiftCurrent>>('/shifts/current', { signal })).shift,
    staleTime: 30_000,
    enabled: maySell,
  });
}

export function useOpenShift() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ShiftOpen) => request<Shift>('/shifts', { method: 'POST', body }),
    onSuccess: (shift) => client.setQueryData(currentShiftKey, shift),
    onError: () => client.invalidateQueries({ queryKey: currentShiftKey }),
  });
}
