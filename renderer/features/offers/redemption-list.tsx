import { useNavigate } from 'react-router';
import type { PromotionRedemption } from '../../../shared/api/offers.ts';
import { useMay } from '../../state/session.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { offersTexts } from './texts.ts';

/** Every time that a promotion was taken; a row opens its sale. */
export function RedemptionList({ redemptions }: { redemptions: readonly PromotionRedemption[] }) {
  const t = offersTexts.useText();
  const navigate = useNavigate();
  const maySeeSales = useMay('orders.view');
  const columns = useRedemptionColumns();
  return (
    <DataTable
      className="h-96"
      label={t('redemptions')}
      columns={columns}
      source={redemptions}
      rowKey={({ id }) => id}
      empty={null}
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
      id: 'customer',
      header: t('columnCustomer'),
      width: 'minmax(8rem, 1fr)',
      cell: ({ customer }) =>
        customer === null ? (
          <span className="text-ink-muted">{t('nobody')}</span>
        ) : (
          <span className="block truncate" title={customer.name}>
            {customer.name}
          </span>
        ),
    },
    {
      id: 'sale',
      header: t('columnSale'),
      width: 'minmax(8rem, 1fr)',
      cell: ({ receiptNumber, scannedBy }) => (
        <span className="block truncate text-ink-muted">
          {receiptNumber === null ? (
            <>
              {t('noSale')} {scannedBy !== '' && t('scannedBy', { name: scannedBy })}
            </>
          ) : (
            <span className="figures">{receiptNumber}</span>
          )}
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
