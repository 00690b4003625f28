import { BadgePercent, Gift, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useAction } from '../../app/use-action.ts';
import { useScanOpens } from '../../app/use-scan-opens.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { focusList } from '../../ui/focus-list.ts';
import { useFormats } from '../../ui/format.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import type { PagedRows } from '../../ui/use-paged-rows.ts';
import { noFilter, OfferFilters, type ListFilter } from './offer-filters.tsx';
import { OfferTabs } from './offer-tabs.tsx';
import { offersTexts } from './texts.ts';

export type OfferListProps<Row extends { id: string }> = {
  kind: 'promotions' | 'rewards';
  rows: PagedRows<Row>;
  columns: readonly DataColumn<Row>[];
  filter: ListFilter;
  onFilter: (filter: ListFilter) => void;
  /** A dialog stands in front of the list. */
  isCovered: boolean;
  onAdd: () => void;
  onOpen: (row: Row) => void;
};

/** All promotions, or all rewards, with how they stand, their uses and what they cost. */
export function OfferList<Row extends { id: string }>(props: OfferListProps<Row>) {
  const { kind, rows, columns, filter, onFilter, isCovered, onAdd, onOpen } = props;
  const t = offersTexts.useText();
  const { number } = useFormats();
  const mayEdit = useMay('offers.edit');
  const searchField = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const isPromotions = kind === 'promotions';
  const isFiltered = filter.search.trim() !== '' || filter.state !== null;
  const toSearch = () => {
    searchField.current?.focus();
    searchField.current?.select();
  };
  const startAdding = () => mayEdit && onAdd();
  useAction('sell.search', toSearch);
  usePageKeys({ '/': toSearch, n: startAdding });
  useScanOpens();
  useEffect(() => {
    if (!isCovered) focusList(page.current);
  }, [isCovered]);
  const openFirst = () => {
    const first = rows.rowAt(0);
    if (rows.total === 1 && first !== undefined && !rows.isOutdated) onOpen(first);
    else focusList(page.current);
  };
  const countKey = isFiltered ? 'countFound' : isPromotions ? 'count' : 'countRewards';
  return (
    <div ref={page} className="flex h-full min-h-96 flex-col">
      <PageHeader
        title={t('title')}
        description={
          rows.total === undefined ? '\u00a0' : t(countKey, { count: rows.total, number: number(rows.total) })
        }
        actions={
          mayEdit && (
            <Button variant="primary" icon={Plus} keyLabel="N" onClick={startAdding}>
              {t(isPromotions ? 'addPromotion' : 'addReward')}
            </Button>
          )
        }
      />
      <OfferTabs />
      <OfferFilters
        kind={kind}
        filter={filter}
        onChange={onFilter}
        fieldRef={searchField}
        onEnter={openFirst}
      />
      <DataTable
        className="flex-1"
        label={t(kind)}
        columns={columns}
        source={rows}
        rowKey={({ id }) => id}
        onActivate={onOpen}
        failureNotice={(failure, retry) => <FailureNotice failure={failure} onRetry={retry} />}
        empty={
          isFiltered ? (
            <EmptyState
              title={t('nothingTitle')}
              description={t('nothingWhat')}
              action={<Button onClick={() => onFilter(noFilter)}>{t('showAll')}</Button>}
            />
          ) : (
            <NoneYet isPromotions={isPromotions} onAdd={startAdding} />
          )
        }
      />
    </div>
  );
}

function NoneYet({ isPromotions, onAdd }: { isPromotions: boolean; onAdd: () => void }) {
  const t = offersTexts.useText();
  const mayEdit = useMay('offers.edit');
  return (
    <EmptyState
      icon={isPromotions ? BadgePercent : Gift}
      title={t(isPromotions ? 'emptyPromotions' : 'emptyRewards')}
      description={
        <>
          {t(isPromotions ? 'emptyPromotionsWhat' : 'emptyRewardsWhat')} {!mayEdit && t('emptyStaff')}
        </>
      }
      action={
        mayEdit && (
          <Button variant="primary" onClick={onAdd}>
            {t(isPromotions ? 'addPromotion' : 'addReward')}
          </Button>
        )
      }
    />
  );
}
