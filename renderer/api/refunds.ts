import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { PrintJob } from '../../shared/api/orders.ts';
import type {
  Refundable,
  RefundCommit,
  RefundCommitted,
  VoidCommitted,
  voidCommit,
} from '../../shared/api/refunds.ts';
import type { ReceiptBlock } from '../../shared/domain/receipt.ts';
import type { z } from 'zod';
import { withApprovals } from '../app/approvals/index.ts';
import { request } from './client.ts';

type VoidBody = z.input<typeof voidCommit>;

/** What a refund or a void changes, so that every list shows it. */
export function forgetReturned(client: QueryClient): void {
  const changed = ['orders', 'refunds', 'customers', 'products', 'shifts', 'reports', 'print-jobs', 'health'];
  for (const key of changed) void client.invalidateQueries({ queryKey: [key] });
}

/** What of a sale can still be refunded; asked anew whenever it is opened, as another screen may refund it too. */
export function useRefundable(orderId: string | null, { enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: ['refunds', 'refundable', orderId],
    queryFn: ({ signal }) => request<Refundable>(`/orders/${orderId}/refundable`, { signal }),
    enabled: enabled && orderId !== null,
    staleTime: 0,
  });
}

/**
 * Refunds, with what was allowed for it, or for what is taken in exchange: each takes its own. The same body again gives
 * the same answer.
 */
export function sendRefund(
  { exchange = null, ...body }: RefundCommit,
  allowed: readonly string[],
): Promise<RefundCommitted> {
  const approvalIds = [...allowed];
  const taken = exchange && { ...exchange, approvalIds };
  return request('/refunds', { method: 'POST', body: { ...body, exchange: taken, approvalIds } });
}

/** Refunds; asks over the step for the PINs that it takes. */
export function useCommitRefund() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RefundCommit) => withApprovals((approvalIds) => sendRefund(body, approvalIds)),
    onSuccess: () => forgetReturned(client),
  });
}

/** Voids a sale; asks over the step for the PIN that it takes. */
export function useVoidSale(orderId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: VoidBody) =>
      withApprovals((approvalIds) =>
        request<VoidCommitted>(`/orders/${orderId}/void`, { method: 'POST', body: { ...body, approvalIds } }),
      ),
    onSuccess: () => forgetReturned(client),
  });
}

export function useRefundReceipt(refundId: string) {
  return useQuery({
    queryKey: ['refunds', 'receipt', refundId],
    queryFn: ({ signal }) =>
      request<{ blocks: ReceiptBlock[]; paperWidth: 58 | 80 }>(`/refunds/${refundId}/receipt`, { signal }),
  });
}

function usePaper(pathOf: (id: string) => string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      withApprovals((approvalIds) =>
        request<PrintJob>(pathOf(id), { method: 'POST', body: { approvalIds } }),
      ),
    onSettled: () => void client.invalidateQueries({ queryKey: ['print-jobs'] }),
  });
}

/** Prints the receipt of a refund again. */
export const usePrintRefund = () => usePaper((refundId) => `/refunds/${refundId}/receipt/print`);

/** Prints the slip of a void again. */
export const usePrintVoid = () => usePaper((orderId) => `/orders/${orderId}/void/print`);
