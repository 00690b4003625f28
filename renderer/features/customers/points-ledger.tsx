import { useNavigate } from 'react-router';
import type { PointsEntry } from '../../../shared/api/customers.ts';
import { customersKey, fetchCustomerPoints, type PointsPage } from '../../api/customers.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useMay } from '../../state/session.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/format.tsx';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { customersTexts } from './texts.ts';

export const listHeight = 'h-[calc(100dvh-13.5rem)] min-h-72';

/** Every point earned and spent; a row opens its sale. */
export function PointsLedger({ customerId }: { customerId: string }) {
  const t = customersTexts.useText();
  const { dateTime, number } = useFormats();
  const navigate = useNavigate();
  const maySeeSales = useMay('orders.view');
  const rows = usePagedRows<PointsEntry, PointsPage>({
    queryKey: [...customersKey, 'points', customerId, 'list'],
    fetchPage: (offset, limit, signal) => fetchCustomerPoints(customerId, offset, limit, signal),
  });
  const columns: DataColumn<PointsEntry>[] = [
    {
      id: 'at',
      header: t('columnWhen'),
      width: '11rem',
      cell: ({ at }) => <span className="figures text-ink-muted">{dateTime(at)}</span>,
    },
    {
      id: 'what',
      header: t('columnWhat'),
      width: 'minmax(8rem, 1fr)',
      cell: (entry) => (
        <span className="block leading-tight" title={entry.description}>
          <span className="block truncate">
            {t(`kind_${entry.kind}`)}{' '}
            <span className="text-sm text-ink-muted">{t('by', { name: entry.by ?? t('byTill') })}</span>
          </span>
          <span className="figures block truncate text-sm text-ink-muted">{whyOf(entry)}</span>
        </span>
      ),
    },
    {
      id: 'points',
      header: t('columnChange'),
      align: 'end',
      width: '5rem',
      cell: ({ points }) => (
        <span className={points < 0 ? 'font-medium' : 'font-medium text-accent-text'}>
          {points > 0 ? `+${number(points)}` : number(points)}
        </span>
      ),
    },
    {
      id: 'balance',
      header: t('columnBalance'),
      align: 'end',
      width: '5rem',
      cell: ({ balanceAfter }) => <span className="text-ink-muted">{number(balanceAfter)}</span>,
    },
  ];
  return (
    <DataTable
      className={listHeight}
      label={t('pointsLedger')}
      columns={columns}
      source={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('pointsEmptyTitle')} description={t('pointsEmpty')} />}
      failureNotice={(failure, retry) => <FailureNotice failure={failure} onRetry={retry} />}
      {...(maySeeSales
        ? {
            onActivate: ({ orderId }: PointsEntry) => {
              if (orderId !== null) void navigate(`/sales/${orderId}`);
            },
          }
        : {})}
    />
  );
}

/** The offer or the reason that points came from, and the sale. */
function whyOf({ promotion, reward, receiptNumber, description }: PointsEntry): string {
  const from = promotion?.title ?? reward?.title;
  if (from !== undefined) return receiptNumber === null ? from : `${from} · ${receiptNumber}`;
  return receiptNumber ?? description;
}
