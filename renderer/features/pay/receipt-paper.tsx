import type { ReceiptBlock } from '../../../shared/domain/receipt.ts';
import { useReceipt } from '../../api/receipts.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { payTexts } from './texts.ts';

/** The receipt of a sale as it prints. */
export function ReceiptPaper({ orderId }: { orderId: string }) {
  const t = payTexts.useText();
  const { data, isError } = useReceipt<ReceiptBlock>(orderId);
  if (isError) return <p className="m-auto p-6 text-center text-ink-muted">{t('receiptFailed')}</p>;
  if (data === undefined) return <Skeleton className="h-full max-h-96 w-80 rounded-card" />;
  return null;
}
