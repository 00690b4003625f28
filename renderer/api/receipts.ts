import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PrintJob } from '../../shared/api/orders.ts';
import type { PrinterAnswer } from '../../shared/api/receipts.ts';
import { withApprovals } from '../app/approvals/index.ts';
import { request, requestBlob } from './client.ts';

export const printJobsKey = ['print-jobs'] as const;

/** The receipt as blocks, `{ blocks, paperWidth }`; the caller names the type of a block (shared/domain/receipt). */
export function useReceipt<Block>(orderId: string | null) {
  return useQuery({
    queryKey: ['orders', 'receipt', orderId],
    queryFn: ({ signal }) =>
      request<{ blocks: Block[]; paperWidth: 58 | 80 }>(`/orders/${orderId}/receipt`, { signal }),
    enabled: orderId !== null,
  });
}

export const fetchReceiptPdf = (orderId: string): Promise<Blob> =>
  requestBlob(`/orders/${orderId}/receipt.pdf`);

function usePrintJobMutation<Input>(send: (input: Input) => Promise<PrintJob>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: printJobsKey });
      void client.invalidateQueries({ queryKey: ['health'] });
    },
  });
}

/** Prints a copy of the receipt of an order. */
export const usePrintReceipt = () =>
  usePrintJobMutation((orderId: string) =>
    withApprovals((approvalIds) =>
      request<PrintJob>(`/orders/${orderId}/receipt/print`, { method: 'POST', body: { approvalIds } }),
    ),
  );

export const useCancelPrintJob = () =>
  usePrintJobMutation((id: string) => request<PrintJob>(`/print-jobs/${id}/cancel`, { method: 'POST' }));

export const useRetryPrintJob = () =>
  usePrintJobMutation((id: string) => request<PrintJob>(`/print-jobs/${id}/retry`, { method: 'POST' }));

export const useTestPrinter = () =>
  usePrintJobMutation((_: void) => request<PrintJob>('/printer/test', { method: 'POST' }));

export const useTestDrawer = () =>
  usePrintJobMutation((_: void) => request<PrintJob>('/printer/drawer-test', { method: 'POST' }));

/** Prints a slip, a report or a refund again, marked as a copy. */
export const useReprintPaper = () =>
  usePrintJobMutation((id: string) =>
    withApprovals((approvalIds) =>
      request<PrintJob>(`/print-jobs/${id}/reprint`, { method: 'POST', body: { approvalIds } }),
    ),
  );

/** Asks the printer how it is, when a person wants to know. */
export function useAskPrinter() {
  return useMutation({ mutationFn: (_: void) => request<PrinterAnswer>('/printer/status') });
}

/** The latest fifty print jobs, waiting ones first. */
export function usePrintJobs({ enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: printJobsKey,
    queryFn: async ({ signal }) => (await request<{ items: PrintJob[] }>('/print-jobs', { signal })).items,
    refetchInterval: 5_000,
    enabled,
  });
}
