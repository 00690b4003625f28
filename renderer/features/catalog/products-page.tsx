import { FileUp, PackagePlus } from 'lucide-react';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Product } from '../../../shared/api/catalog.ts';
import { fetchProductPage, productsKey, type ProductPage, type ProductSort } from '../../api/products.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useAction } from '../../app/use-action.ts';
import { useScanOpens } from '../../app/use-scan-opens.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { focusList } from '../../ui/focus-list.ts';
import { useFormats } from '../../ui/format.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { ProductDialog } from './product-dialog.tsx';
import { useProductColumns } from './product-columns.tsx';
import { noFilter, ProductFilters, type ListFilter } from './product-filters.tsx';
import { ProductsEmpty } from './products-empty.tsx';
import { catalogTexts } from './texts.ts';
import { useOpenProduct } from './use-open-product.ts';

/** Every product there is: found, added, changed, counted. */
export function ProductsPage() {
  const t = catalogTexts.useText();
  const { number } = useFormats();
  const navigate = useNavigate();
  const mayEdit = useMay('products.edit');
  const mayImport = useMay('products.import');
  const searchField = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState<ListFilter>(noFilter);
  const [sort, setSort] = useState<ProductSort>('name');
  const { open, shown, add, close } = useOpenProduct();
  const asked = useDeferredValue({ ...filter, search: filter.search.trim() });
  const isFiltered = asked.search !== '' || asked.categoryId !== null || asked.archived;

  const query = { ...asked, archived: asked.archived, sort };
  const rows = usePagedRows<Product, ProductPage>({
    queryKey: [...productsKey, 'list', query],
    fetchPage: (offset, limit, signal) => fetchProductPage(query, offset, limit, signal),
  });

  const toSearch = () => {
    searchField.current?.focus();
    searchField.current?.select();
  };
  const startAdding = () => mayEdit && add('');
  useAction('sell.search', toSearch);
  usePageKeys({ '/': toSearch, n: startAdding });
  useScanOpens({ onUnknown: (code) => (mayEdit ? add(code) : false) });
  const isListInFront = shown.kind === 'none';
  useEffect(() => {
    if (isListInFront) focusList(page.current);
  }, [isListInFront]);

  const openFirst = () => {
    const first = rows.rowAt(0);
    if (rows.total === 1 && first !== undefined && !rows.isOutdated) open(first.id);
    else focusList(page.current);
  };
  const total = rows.total ?? 0;
  return (
    <div ref={page} className="flex h-full min-h-96 flex-col">
      <PageHeader
        title={t('title')}
        description={
          rows.total === undefined
            ? '\u00a0'
            : t(isFiltered ? 'countFound' : 'count', { count: total, number: number(total) })
        }
        actions={
          <>
            {mayImport && (
              <Button icon={FileUp} onClick={() => void navigate('/products/import')}>
                {t('import')}
              </Button>
            )}
            {mayEdit && (
              <Button variant="primary" icon={PackagePlus} keyLabel="N" onClick={startAdding}>
                {t('add')}
              </Button>
            )}
          </>
        }
      />
      <ProductFilters filter={filter} onChange={setFilter} fieldRef={searchField} onEnter={openFirst} />
      <DataTable
        className="flex-1"
        label={t('title')}
        columns={useProductColumns()}
        source={rows}
        rowKey={({ id }) => id}
        onActivate={({ id }) => open(id)}
        selectedKey={shown.kind === 'product' ? shown.id : null}
        sort={sort}
        onSortChange={(next) => setSort(next as ProductSort)}
        failureNotice={(failure, retry) => <FailureNotice failure={failure} onRetry={retry} />}
        empty={
          <ProductsEmpty
            search={asked.search}
            isFiltered={isFiltered}
            onAdd={startAdding}
            onShowAll={() => setFilter(noFilter)}
          />
        }
      />
      {shown.kind !== 'none' && (
        <ProductDialog
          key={shown.kind === 'product' ? shown.id : `new ${shown.barcode}`}
          shown={shown}
          onClose={close}
          onOpenOther={open}
        />
      )}
    </div>
  );
}
