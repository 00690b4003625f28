import { UserRoundPlus, UsersRound } from 'lucide-react';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Customer } from '../../../shared/api/customers.ts';
import {
  customersKey,
  fetchCustomerPage,
  type CustomerPage,
  type CustomerSort,
} from '../../api/customers.ts';
import { keyLabelOf } from '../../app/actions.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { useAction } from '../../app/use-action.ts';
import { useScanOpens } from '../../app/use-scan-opens.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { focusList } from '../../ui/focus-list.ts';
import { useFormats } from '../../ui/format.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { useCustomerColumns } from './customer-columns.tsx';
import { CustomerFormDialog } from './customer-form-dialog.tsx';
import { customersTexts } from './texts.ts';

/** Every customer: found by name, phone, e-mail, code or card. */
export function CustomersPage() {
  const t = customersTexts.useText();
  const common = useCommonText();
  const { number } = useFormats();
  const navigate = useNavigate();
  const mayEdit = useMay('customers.edit');
  const [parameters, setParameters] = useSearchParams();
  const [typed, setTyped] = useState(() => parameters.get('search') ?? '');
  const [sort, setSort] = useState<CustomerSort>('name');
  const [isAdding, setAdding] = useState(false);
  const searchField = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const search = useDeferredValue(typed.trim());
  const rows = usePagedRows<Customer, CustomerPage>({
    queryKey: [...customersKey, 'list', search, sort],
    fetchPage: (offset, limit, signal) => fetchCustomerPage({ search, sort }, offset, limit, signal),
  });
  const columns = useCustomerColumns();

  const open = (customer: Customer) => {
    // So that Back comes back to the same search.
    setParameters(search === '' ? {} : { search }, { replace: true });
    void navigate(`/customers/${customer.id}`);
  };
  const toSearch = () => {
    searchField.current?.focus();
    searchField.current?.select();
  };
  const startAdding = () => mayEdit && setAdding(true);
  useAction('sell.search', toSearch);
  usePageKeys({ '/': toSearch, n: startAdding });
  useScanOpens();
  useEffect(() => {
    if (!isAdding) focusList(page.current);
  }, [isAdding]);
  const openFirst = () => {
    const first = rows.rowAt(0);
    if (rows.total === 1 && first !== undefined && !rows.isOutdated) open(first);
    else focusList(page.current);
  };
  return (
    <div ref={page} className="flex h-full min-h-96 flex-col">
      <PageHeader
        title={t('title')}
        description={
          rows.total === undefined
            ? '\u00a0'
            : t(search === '' ? 'count' : 'countFound', { count: rows.total, number: number(rows.total) })
        }
        actions={
          mayEdit && (
            <Button variant="primary" icon={UserRoundPlus} keyLabel="N" onClick={startAdding}>
              {t('add')}
            </Button>
          )
        }
      />
      <SearchField
        className="pb-3"
        fieldRef={searchField}
        label={t('search')}
        placeholder={t('searchHint')}
        clearLabel={common('clear')}
        keyLabel={keyLabelOf('sell.search')}
        value={typed}
        onValueChange={setTyped}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          openFirst();
        }}
      />
      <DataTable
        className="flex-1"
        label={t('title')}
        columns={columns}
        source={rows}
        rowKey={({ id }) => id}
        onActivate={open}
        sort={sort}
        onSortChange={(next) => setSort(knownSort(next))}
        failureNotice={(failure, retry) => <FailureNotice failure={failure} onRetry={retry} />}
        empty={
          search === '' ? (
            <EmptyState
              icon={UsersRound}
              title={t('emptyTitle')}
              description={t('emptyWhat')}
              action={
                mayEdit && (
                  <Button variant="primary" onClick={startAdding}>
                    {t('add')}
                  </Button>
                )
              }
            />
          ) : (
            <EmptyState
              icon={UsersRound}
              title={t('nothingTitle')}
              description={t('nothingSearch', { search })}
              action={
                <span className="flex flex-wrap justify-center gap-2">
                  <Button onClick={() => setTyped('')}>{t('showAll')}</Button>
                  {mayEdit && (
                    <Button variant="primary" icon={UserRoundPlus} onClick={startAdding}>
                      {t('addNamed', { name: search })}
                    </Button>
                  )}
                </span>
              }
            />
          )
        }
      />
      {isAdding && (
        <CustomerFormDialog
          customer={null}
          typed={rows.total === 0 ? search : ''}
          onClose={() => setAdding(false)}
          onSaved={({ id }) => void navigate(`/customers/${id}`)}
        />
      )}
    </div>
  );
}

const sorts: readonly CustomerSort[] = ['name', '-name', 'code', '-lastVisitAt', '-pointsBalance'];

/** Points and visits sort downwards only: the most and the latest are what is looked for. */
function knownSort(wanted: string): CustomerSort {
  return sorts.find((sort) => sort === wanted) ?? sorts.find((sort) => sort === `-${wanted}`) ?? 'name';
}
