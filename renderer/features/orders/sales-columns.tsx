import { useMemo } from 'react';
import type { OrderSummary } from '../../../shared/api/orders.ts';
import { Badge } from '../../ui/badge.tsx';
import type { DataColumn } from '../../ui/data-table.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { tenderWords } from './tender-words.ts';
import { ordersTexts } from './texts.ts';

/** The columns of the list of sales; fewer while a sale is open beside it. */
export function useSalesColumns(isNarrow: boolean): DataColumn<OrderSummary>[] {
  const t = ordersTexts.useText();
  const { dateTime, number } = useFormats();
  return useMemo(() => {
    const when: DataColumn<OrderSummary> = {
      id: 'when',
      header: t('columnWhen'),
      width: '12rem',
      cell: ({ paidAt }) => <span className="figures text-ink-muted">{dateTime(paidAt)}</span>,
    };
    const receipt: DataColumn<OrderSummary> = {
      id: 'receipt',
      header: t('columnReceipt'),
      width: 'minmax(9.5rem, 1fr)',
      cell: (sale) => (
        <span className="flex min-w-0 items-center gap-2">
          <span className="min-w-0 truncate font-medium tabular-nums">{sale.receiptNumber}</span>
          {sale.state === 'refunded' && <Badge tone="warn">{t('refunded')}</Badge>}
          {sale.state === 'paid' && sale.refundedMinor > 0 && <Badge tone="warn">{t('refundedPart')}</Badge>}
          {sale.state === 'voided' && <Badge tone="bad">{t('voided')}</Badge>}
        </span>
      ),
    };
    const total: DataColumn<OrderSummary> = {
      id: 'total',
      header: t('columnTotal'),
      align: 'end',
      width: 'minmax(7rem, 0.7fr)',
      cell: ({ totalMinor }) => <Money minor={totalMinor} className="font-semibold" />,
    };
    if (isNarrow) return [{ ...receipt, cell: (sale) => <NarrowReceipt sale={sale} /> }, total];
    return [
      when,
      receipt,
      {
        id: 'customer',
        header: t('columnCustomer'),
        width: 'minmax(6rem, 1.2fr)',
        cell: ({ customer }) => <span title={customer?.name}>{customer?.name}</span>,
      },
      {
        id: 'cashier',
        header: t('columnCashier'),
        width: 'minmax(5.5rem, 0.9fr)',
        cell: ({ cashier }) => <span className="text-ink-muted">{cashier}</span>,
      },
      {
        id: 'items',
        header: t('columnItems'),
        align: 'end',
        width: '3.5rem',
        cell: ({ itemCount }) => <span className="text-ink-muted">{number(itemCount)}</span>,
      },
      {
        id: 'tender',
        header: t('columnTender'),
        width: 'minmax(5rem, 0.7fr)',
        cell: ({ tenders }) => (
          <span className="text-ink-muted">
            {[...new Set(tenders.map(({ kind }) => tenderWords(kind)))].join(', ')}
          </span>
        ),
      },
      total,
    ];
  }, [t, dateTime, number, isNarrow]);
}

function NarrowReceipt({ sale }: { sale: OrderSummary }) {
  const { dateTime } = useFormats();
  return (
    <span className="figures block leading-tight">
      <span className="block truncate font-medium">{sale.receiptNumber}</span>
      <span className="block truncate text-sm text-ink-muted">
        {[dateTime(sale.paidAt), stateWords(sale), sale.customer?.name]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </span>
    </span>
  );
}

/** What became of a sale since it was paid, in words; nothing where nothing did. */
function stateWords({ state, refundedMinor }: OrderSummary): string | undefined {
  if (state === 'voided') return ordersTexts.text('voided');
  if (state === 'refunded') return ordersTexts.text('refunded');
  return refundedMinor > 0 ? ordersTexts.text('refundedPart') : undefined;
}
