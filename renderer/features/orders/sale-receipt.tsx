import type { Order } from '../../../shared/api/orders.ts';
import type { ReceiptBlock } from '../../../shared/domain/receipt.ts';
import { useReceipt } from '../../api/receipts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { ReceiptView } from '../../ui/receipt-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ordersTexts } from './texts.ts';

/** The receipt of a sale as it prints. */
export function SaleReceipt({ order }: { order: Order }) {
  const t = ordersTexts.useText();
  const { data, error, refetch } = useReceipt<ReceiptBlock>(order.id);
  if (error) return <FailureNotice failure={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="mx-auto h-96 w-80 rounded-card" />;
  return (
    <ReceiptView
      blocks={data.blocks}
      paperWidth={data.paperWidth}
      label={t('sale', { number: order.receiptNumber })}
      className="mx-auto pb-4"
    />
  );
}
