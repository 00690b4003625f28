import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { PrintJob } from '../../shared/api/orders.ts';
import type {
  CashMove,
  cashMoveInput,
  countInput,
  Shift,
  shiftClose,
  ShiftCount,
  shiftCounts,
  shiftCurrent,
  shiftOpen,
  XReport,
  ZReport,
} from '../../shared/api/shifts.ts';
import { withApprovals } from '../app/approvals/index.ts';
import { useMay } from '../state/session.ts';
import { request } from './client.ts';
import { printJobsKey } from './receipts.ts';
import { zReportsKey } from './z-reports.ts';

export type ShiftOpen = z.input<typeof shiftOpen>;
type Current = z.infer<typeof shiftCurrent>;
export const shiftsKey = ['shifts'] as const;
const currentShiftKey = [...shiftsKey, 'current'] as const;

function useShiftAtHand<Part>(select: (current: Current) => Part) {
  const maySell = useMay('sell');
  return useQuery({
    queryKey: currentShiftKey,
    queryFn: ({ signal }) => request<Current>('/shifts/current', { signal }),
    staleTime: 30_000,
    enabled: maySell,
    select,
  });
}

/** The open shift of this register, or null. */
export const useCurrentShift = () => useShiftAtHand(({ shift }) => shift);

/** What the last count left in the drawer, for the next float; null when nothing is known. */
export const useLeftInDrawer = () => useShiftAtHand(({ left }) => left);

export function useOpenShift() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ShiftOpen) => request<Shift>('/shifts', { method: 'POST', body }),
    onSuccess: (shift) => client.setQueryData<Current>(currentShiftKey, { shift, left: null }),
    onError: () => client.invalidateQueries({ queryKey: currentShiftKey }),
  });
}

/** After something happened to a drawer: the shift, what is printed, how the till is. */
function useShiftMutation<Input, Answer>(send: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => {
      for (const queryKey of [shiftsKey, printJobsKey, zReportsKey, ['health'], ['reports']])
        void client.invalidateQueries({ queryKey });
    },
  });
}

type Worded<Body> = Omit<Body, 'approvalIds'> & { words: string };

/** Moves cash; asks over the step for the PIN that it takes. */
export const useMoveCash = () =>
  useShiftMutation(({ words, ...body }: Worded<z.input<typeof cashMoveInput>>) =>
    withApprovals(
      (approvalIds) =>
        request<CashMove>('/cash-moves', {
          method: 'POST',
          body: { ...body, approvalIds: [...approvalIds] },
        }),
      { words },
    ),
  );

/** The shift so far. */
export function useXReport(enabled: boolean) {
  return useQuery({
    queryKey: [...shiftsKey, 'x-report'],
    queryFn: ({ signal }) => request<XReport>('/shifts/current/x-report', { signal }),
    enabled,
  });
}

export const usePrintXReport = () =>
  useShiftMutation((_: void) => request<PrintJob>('/shifts/current/x-report/print', { method: 'POST' }));

export function useShiftCounts(shiftId: string | null) {
  return useQuery({
    queryKey: [...shiftsKey, 'counts', shiftId],
    queryFn: async ({ signal }) =>
      (await request<z.infer<typeof shiftCounts>>(`/shifts/${shiftId}/counts`, { signal })).items,
    enabled: shiftId !== null,
  });
}

export const useCountShift = () =>
  useShiftMutation(({ shiftId, ...body }: z.input<typeof countInput> & { shiftId: string }) =>
    request<ShiftCount>(`/shifts/${shiftId}/counts`, { method: 'POST', body }),
  );

/** Closes the shift; asks over the step for the PINs that it takes. */
export const useCloseShift = () =>
  useShiftMutation(({ shiftId, words, ...body }: Worded<z.input<typeof shiftClose>> & { shiftId: string }) =>
    withApprovals(
      (approvalIds) =>
        request<ZReport>(`/shifts/${shiftId}/close`, {
          method: 'POST',
          body: { ...body, approvalIds: [...approvalIds] },
        }),
      { words },
    ),
  );
