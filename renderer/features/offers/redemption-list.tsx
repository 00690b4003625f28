import { useNavigate } from 'react-router';
import type { PromotionRedemption } from '../../../shared/api/offers.ts';
import { fetchRedemptions, promotionsKey, type RedemptionPage } from '../../api/promotions.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useMay } from '../../state/session.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { offersTexts } from './texts.ts';

/** Every time that a promotion was taken; a row opens its sale. */
export function RedemptionList({ promotionId }: { promotionId: string }) {
  const t = offersTexts.useText();
  const navigate = useNavigate();
  const maySeeSales = useMay('orders.view');
  const columns = useRedemptionColumns();
  const rows = usePagedRows<PromotionRedemption, RedemptionPage>({
    queryKey: [...promotionsKey, 'redemptions', promotionId],
    fetchPage: (offset, limit, signal) => fetchRedemptions(promotionId, offset, limit, signal),
  });
  return (
    <DataTable
      className="h-96"
      label={t('redemptions')}
      columns={columns}
      source={rows}
      rowKey={({ id }) => id}
      empty={null}
      failureNotice={(failure, retry) => <FailureNotice failure={failure} onRetry={retry} />}
      {...(maySeeSales
        ? {
            onActivate: ({ orderId }: PromotionRedemption) => {
              if (orderId !== null) void navigate(`/sales/${orderId}`);
            },
          }
        : {})}
    />
  );
}

function useRedemptionColumns(): DataColumn<PromotionRedemption>[] {
  const t = offersTexts.useText();
  const { dateTime, number } = useFormats();
  return [
    {
      id: 'at',
      header: t('columnAt'),
      width: '11rem',
      cell: ({ at }) => <span className="figures text-ink-muted">{dateTime(at)}</span>,
    },
    {
      id: 'who',
      header: t('columnCustomer'),
      width: 'minmax(8rem, 1fr)',
      cell: ({ customer, receiptNumber, scannedBy }) => (
        <span className="block leading-tight">
          <span className="block truncate" title={customer?.name}>
            {customer?.name ?? <span className="text-ink-muted">{t('nobody')}</span>}
          </span>
          <span className="figures block truncate text-sm text-ink-muted">
            {receiptNumber ?? t('noSale', { name: scannedBy })}
          </span>
        </span>
      ),
    },
    {
      id: 'points',
      header: t('columnPoints'),
      align: 'end',
      width: '5rem',
      cell: ({ pointsAwarded }) => (pointsAwarded === 0 ? '–' : `+${number(pointsAwarded)}`),
    },
    {
      id: 'off',
      header: t('columnOff'),
      align: 'end',
      width: '6.5rem',
      cell: ({ discountMinor }) => <Money minor={discountMinor} className="font-medium" />,
    },
  ];
}
