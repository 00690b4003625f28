import { useNavigate } from 'react-router';
import type { OrderSummary } from '../../../shared/api/orders.ts';
import { customersKey, fetchCustomerOrders } from '../../api/customers.ts';
import type { OrderPage } from '../../api/orders.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { listHeight } from './points-ledger.tsx';
import { customersTexts } from './texts.ts';

/** Everything a customer bought; a row opens the sale. */
export function CustomerSales({ customerId }: { customerId: string }) {
  const t = customersTexts.useText();
  const { dateTime, number } = useFormats();
  const navigate = useNavigate();
  const rows = usePagedRows<OrderSummary, OrderPage>({
    queryKey: [...customersKey, 'orders', customerId, 'list'],
    fetchPage: (offset, limit, signal) => fetchCustomerOrders(customerId, offset, limit, signal),
  });
  const columns: DataColumn<OrderSummary>[] = [
    {
      id: 'receipt',
      header: t('columnReceipt'),
      width: 'minmax(10rem, 1fr)',
      cell: ({ receiptNumber, paidAt }) => (
        <span className="figures block leading-tight">
          <span className="block truncate">{receiptNumber}</span>
          <span className="block truncate text-sm text-ink-muted">{dateTime(paidAt)}</span>
        </span>
      ),
    },
    {
      id: 'items',
      header: t('columnItems'),
      align: 'end',
      width: '5rem',
      cell: ({ itemCount }) => number(itemCount),
    },
    {
      id: 'total',
      header: t('columnTotal'),
      align: 'end',
      width: 'minmax(7rem, 0.6fr)',
      cell: ({ totalMinor }) => <Money minor={totalMinor} className="font-medium" />,
    },
  ];
  return (
    <DataTable
      className={listHeight}
      label={t('salesList')}
      columns={columns}
      source={rows}
      rowKey={({ id }) => id}
      onActivate={({ id }) => void navigate(`/sales/${id}`)}
      empty={<EmptyState title={t('salesEmptyTitle')} description={t('salesEmpty')} />}
      failureNotice={(failure, retry) => <FailureNotice failure={failure} onRetry={retry} />}
    />
  );
}
