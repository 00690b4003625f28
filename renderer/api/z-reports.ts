import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { PrintJob } from '../../shared/api/orders.ts';
import type { ZReport, zReportPage } from '../../shared/api/shifts.ts';
import { withApprovals } from '../app/approvals/index.ts';
import { request, requestBlob } from './client.ts';
import { printJobsKey } from './receipts.ts';

export type ZReportPage = z.infer<typeof zReportPage>;
export const zReportsKey = ['z-reports'] as const;

export const fetchZReportPage = (offset: number, limit: number, signal?: AbortSignal): Promise<ZReportPage> =>
  request('/z-reports', { query: { offset, limit }, signal });

/** The Z reports of a business date, newest first. */
export function useZReportsOf(date: string | null) {
  return useQuery({
    queryKey: [...zReportsKey, 'of', date],
    queryFn: ({ signal }) =>
      request<ZReportPage>('/z-reports', { query: { from: date, to: date, limit: 50 }, signal }),
    enabled: date !== null,
  });
}

export function useZReport(id: string | null) {
  return useQuery({
    queryKey: [...zReportsKey, 'one', id],
    queryFn: ({ signal }) => request<ZReport>(`/z-reports/${id}`, { signal }),
    enabled: id !== null,
  });
}

/** Prints a Z report again, the same to the byte; asks over the step for the PIN that it takes. */
export function usePrintZReport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, words }: { id: string; words: string }) =>
      withApprovals(
        (approvalIds) =>
          request<PrintJob>(`/z-reports/${id}/print`, { method: 'POST', body: { approvalIds } }),
        { words },
      ),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: printJobsKey });
      void client.invalidateQueries({ queryKey: ['health'] });
    },
  });
}

export const fetchZReportPdf = (id: string): Promise<Blob> => requestBlob(`/z-reports/${id}/z-report.pdf`);
