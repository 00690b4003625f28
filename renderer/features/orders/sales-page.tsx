import { ReceiptText } from 'lucide-react';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { OrderSummary } from '../../../shared/api/orders.ts';
import { fetchOrderPage, ordersKey, type OrderFilter, type OrderPage } from '../../api/orders.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useAction } from '../../app/use-action.ts';
import { useScanOpens } from '../../app/use-scan-opens.ts';
import { useToday } from '../../app/use-today.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { focusList } from '../../ui/focus-list.ts';
import { useFormats } from '../../ui/format.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { daysOf } from './period.ts';
import { SalePanel } from './sale-panel.tsx';
import { useSalesColumns } from './sales-columns.tsx';
import { noSalesFilter, SalesFilters, type SalesFilter } from './sales-filters.tsx';
import { ordersTexts } from './texts.ts';

/** Every sale, newest first; one of them open beside the list. */
export function SalesPage() {
  const t = ordersTexts.useText();
  const navigate = useNavigate();
  const { id: openId = null } = useParams();
  const { money, number } = useFormats();
  const [filter, setFilter] = useState<SalesFilter>(noSalesFilter);
  const searchField = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const today = useToday();
  const asked = useDeferredValue(askedFor(filter, today));
  const isFiltered = Object.keys(asked).length > 0;
  const rows = usePagedRows<OrderSummary, OrderPage>({
    queryKey: [...ordersKey, 'list', asked],
    fetchPage: (offset, limit, signal) => fetchOrderPage(asked, offset, limit, signal),
    staleTime: 2_000,
  });
  const columns = useSalesColumns(openId !== null);

  const toSearch = () => {
    searchField.current?.focus();
    searchField.current?.select();
  };
  const open = (id: string) => void navigate(`/sales/${id}`, { replace: openId !== null });
  const close = () => {
    void navigate('/sales', { replace: true });
    focusList(page.current);
  };
  useAction('sell.search', toSearch);
  useAction('back', close, { enabled: openId !== null });
  usePageKeys({ '/': toSearch });
  useScanOpens();
  useEffect(() => focusList(page.current), []);
  const openFirst = () => {
    const first = rows.rowAt(0);
    if (rows.total === 1 && first !== undefined && !rows.isOutdated) open(first.id);
    else focusList(page.current);
  };
  return (
    <div ref={page} className="flex h-full min-h-96 flex-col">
      <PageHeader
        title={t('title')}
        description={
          rows.page === undefined ? (
            '\u00a0'
          ) : (
            <span className="figures">
              {t('totals', {
                count: rows.page.total,
                number: number(rows.page.total),
                sum: money(rows.page.sumMinor),
              })}
            </span>
          )
        }
      />
      <SalesFilters filter={filter} onChange={setFilter} fieldRef={searchField} onEnter={openFirst} />
      <div className="flex min-h-0 flex-1 gap-3">
        <DataTable
          className="min-w-0 flex-1"
          label={t('title')}
          columns={columns}
          source={rows}
          rowKey={({ id }) => id}
          onActivate={({ id }) => open(id)}
          selectedKey={openId}
          failureNotice={(failure, retry) => <FailureNotice failure={failure} onRetry={retry} />}
          empty={
            <EmptyState
              icon={ReceiptText}
              title={t(isFiltered ? 'nothingTitle' : 'emptyTitle')}
              description={t(isFiltered ? 'nothingWhat' : 'emptyWhat')}
              action={isFiltered && <Button onClick={() => setFilter(noSalesFilter)}>{t('showAll')}</Button>}
            />
          }
        />
        {openId !== null && <SalePanel key={openId} orderId={openId} onClose={close} />}
      </div>
    </div>
  );
}

function askedFor(filter: SalesFilter, today: string): OrderFilter {
  const search = filter.search.trim();
  return {
    ...(search === '' ? {} : { search }),
    ...(filter.tender === null ? {} : { tender: filter.tender }),
    ...(today === '' ? {} : daysOf(filter.period, today, filter.chosen)),
  };
}
