import type { ReceiptBlock } from '../../../shared/domain/receipt.ts';
import { useReceipt } from '../../api/receipts.ts';
import { ReceiptView } from '../../ui/receipt-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { payTexts } from './texts.ts';

export type ReceiptPaperProps = { orderId: string; receiptNumber: string };

/** The receipt of a sale as it prints. */
export function ReceiptPaper({ orderId, receiptNumber }: ReceiptPaperProps) {
  const t = payTexts.useText();
  const { data, isError } = useReceipt<ReceiptBlock>(orderId);
  if (isError) return <p className="m-auto p-6 text-center text-ink-muted">{t('receiptFailed')}</p>;
  if (data === undefined) return <Skeleton className="h-96 w-80 rounded-card" />;
  const { blocks, paperWidth } = data;
  return (
    <ReceiptView
      blocks={blocks}
      paperWidth={paperWidth}
      label={t('doneNumber', { number: receiptNumber })}
      className="pb-6 print:pb-0"
    />
  );
}
