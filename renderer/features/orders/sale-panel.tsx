import { X } from 'lucide-react';
import { useState } from 'react';
import { isApiFailure } from '../../api/api-failure.ts';
import { useOrder } from '../../api/orders.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/format.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { SaleDetails } from './sale-details.tsx';
import { SaleReceipt } from './sale-receipt.tsx';
import { ReceiptActions } from './receipt-actions.tsx';
import { ReturnActions } from './return-actions.tsx';
import { ordersTexts } from './texts.ts';

/** One sale beside the list: what it was, how it was paid, and its receipt. */
export function SalePanel({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const t = ordersTexts.useText();
  const { dateTime } = useFormats();
  const { data: order, error, refetch } = useOrder(orderId);
  const [tab, setTab] = useState<'sale' | 'receipt'>('sale');
  const isUnknown = isApiFailure(error, 'order-unknown', 'request-invalid');
  return (
    <section
      aria-label={t('sale', { number: order?.receiptNumber ?? '' })}
      className="flex w-[min(27rem,54%)] shrink-0 flex-col overflow-hidden rounded-card border bg-surface shadow-low"
    >
      <header className="flex items-start gap-2 py-2 pr-2 pl-4">
        <div className="min-w-0 flex-1 pt-1.5">
          <h2 className="truncate text-lg leading-snug font-semibold tabular-nums">
            {order?.receiptNumber ?? ' '}
          </h2>
          {order && (
            <p className="truncate text-sm text-ink-muted">
              {t('soldBy', {
                when: dateTime(order.paidAt),
                cashier: order.cashier,
                shift: order.shiftNumber ?? '–',
              })}
            </p>
          )}
        </div>
        <IconButton icon={X} label={t('close')} onClick={onClose} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">
        {isUnknown && <EmptyState title={t('unknownTitle')} />}
        {error && !isUnknown && <FailureNotice failure={error} onRetry={() => void refetch()} />}
        {!order && !error && <Skeleton className="h-64 w-full" />}
        {order && (
          <Tabs
            label={t('sale', { number: order.receiptNumber })}
            value={tab}
            onValueChange={setTab}
            tabs={[
              { value: 'sale', label: t('tabSale'), content: <SaleDetails order={order} /> },
              { value: 'receipt', label: t('tabReceipt'), content: <SaleReceipt order={order} /> },
            ]}
          />
        )}
      </div>
      {order && <ReturnActions order={order} />}
      {order && <ReceiptActions order={order} />}
    </section>
  );
}
