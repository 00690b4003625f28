import type { Product, StockMovement } from '../../../shared/api/catalog.ts';
import { fetchStockMovements, productsKey, type StockMovementPage } from '../../api/products.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useMay } from '../../state/session.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/format.tsx';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { MoveStockForm } from './move-stock-form.tsx';
import { catalogTexts } from './texts.ts';

/** How many there are, what moved them, and a form to book another movement. */
export function StockPanel({ product }: { product: Product }) {
  const t = catalogTexts.useText();
  const { quantity } = useFormats();
  const mayMove = useMay('stock.move');
  const text = quantity(product.onHandMilli);
  return (
    <div className="grid gap-5 md:grid-cols-[17rem_minmax(0,1fr)]">
      <div className="flex flex-col gap-4">
        <div>
          <p className="text-sm text-ink-muted">{t('onHand')}</p>
          <p role="status" className="figures text-4xl font-semibold">
            {product.unit === 'kg' ? t('kilograms', { quantity: text }) : text}
          </p>
        </div>
        {!product.tracksStock && <p className="text-ink-muted">{t('stockNotTracked')}</p>}
        {product.tracksStock && mayMove && <MoveStockForm product={product} />}
      </div>
      <Ledger product={product} />
    </div>
  );
}

function Ledger({ product }: { product: Product }) {
  const t = catalogTexts.useText();
  const { dateTime, quantity } = useFormats();
  const rows = usePagedRows<StockMovement, StockMovementPage>({
    queryKey: [...productsKey, 'movements', product.id, 'list'],
    fetchPage: (offset, limit, signal) => fetchStockMovements(product.id, offset, limit, signal),
  });
  const columns: DataColumn<StockMovement>[] = [
    {
      id: 'at',
      header: t('ledgerWhen'),
      width: '11rem',
      cell: ({ at }) => <span className="figures text-sm text-ink-muted">{dateTime(at)}</span>,
    },
    {
      id: 'kind',
      header: t('ledgerWhat'),
      width: 'minmax(6rem, 1fr)',
      cell: ({ kind, reason }) => (
        <span className="block leading-tight" title={reason}>
          <span className="block">{t(`moved_${kind}`)}</span>
          {reason !== '' && <span className="block truncate text-sm text-ink-muted">{reason}</span>}
        </span>
      ),
    },
    {
      id: 'quantity',
      header: t('ledgerQuantity'),
      width: '5.5rem',
      align: 'end',
      cell: ({ quantityMilli }) => (
        <Badge tone={quantityMilli < 0 ? 'neutral' : 'good'}>
          {quantityMilli > 0 ? `+${quantity(quantityMilli)}` : quantity(quantityMilli)}
        </Badge>
      ),
    },
    {
      id: 'by',
      header: t('ledgerWho'),
      width: 'minmax(5rem, 0.7fr)',
      cell: ({ by }) => <span className="text-sm text-ink-muted">{by ?? ''}</span>,
    },
  ];
  return (
    <DataTable
      className="h-[min(25rem,calc(100dvh-17rem))] min-h-52"
      label={t('ledger')}
      columns={columns}
      source={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('ledgerEmpty')} />}
      failureNotice={(failure, retry) => <FailureNotice failure={failure} onRetry={retry} />}
    />
  );
}
