import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ReviewRow } from '../../../shared/api/people.ts';
import { fetchReviewPage, reviewsKey, type ReviewFilter, type ReviewPage } from '../../api/reviews.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { useMay } from '../../state/session.ts';
import { Chip } from '../../ui/chip.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { RoleBadge, StatusBadge } from './account-badges.tsx';
import { peopleTexts } from './texts.ts';

const kinds = [
  { kind: null, label: 'filterAll' },
  { kind: 'staff', label: 'filterStaff' },
  { kind: 'customer', label: 'filterCustomers' },
] as const;

/** Staff and customers in one list, for looking over who has an account and what came of it. */
export function AccountsPage() {
  const t = peopleTexts.useText();
  const common = useCommonText();
  const { number } = useFormats();
  const navigate = useNavigate();
  const managesPeople = useMay('people.manage');
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<ReviewRow['kind'] | null>(null);
  const search = typed.trim();
  const filter: ReviewFilter = { ...(search === '' ? {} : { search }), ...(kind === null ? {} : { kind }) };
  const rows = usePagedRows<ReviewRow, ReviewPage>({
    queryKey: [...reviewsKey, 'list', filter],
    fetchPage: (offset, limit, signal) => fetchReviewPage(filter, offset, limit, signal),
  });
  const columns = useReviewColumns();
  const open = (row: ReviewRow) => {
    if (row.kind === 'customer') void navigate(`/customers/${row.id}`);
    else if (managesPeople) void navigate(`/people?account=${row.id}`);
  };
  return (
    <div className="flex h-full flex-col">
      <PageHeader title={t('reviewTitle')} description={t('reviewDescription')} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pb-3">
        <SearchField
          label={t('reviewSearch')}
          clearLabel={common('clear')}
          className="w-full max-w-md min-w-56 flex-1"
          value={typed}
          onValueChange={setTyped}
        />
        {kinds.map((choice) => (
          <Chip key={choice.label} selected={choice.kind === kind} onClick={() => setKind(choice.kind)}>
            {t(choice.label)}
          </Chip>
        ))}
        {rows.total !== undefined && (
          <p role="status" className="figures ml-auto text-ink-muted">
            {t('reviewCount', { count: rows.total, number: number(rows.total) })}
          </p>
        )}
      </div>
      <DataTable
        label={t('reviewTitle')}
        className="flex-1"
        columns={columns}
        source={rows}
        rowKey={(row) => `${row.kind} ${row.id}`}
        onActivate={open}
        failureNotice={(failure, retry) => <FailureNotice failure={failure} onRetry={retry} />}
        empty={
          search === '' ? (
            <EmptyState title={t('reviewNobody')} />
          ) : (
            <EmptyState title={t('reviewEmptyTitle')} description={t('reviewEmptyWhat')} />
          )
        }
      />
    </div>
  );
}

function useReviewColumns(): DataColumn<ReviewRow>[] {
  const t = peopleTexts.useText();
  const { date, dateTime, number } = useFormats();
  return [
    {
      id: 'name',
      header: t('columnName'),
      width: 'minmax(10rem, 2fr)',
      cell: (row) => (
        <>
          <span className="block truncate font-medium">{row.name}</span>
          <span className="figures block truncate text-sm text-ink-muted">{row.detail}</span>
        </>
      ),
    },
    { id: 'role', header: t('columnRole'), width: '6.5rem', cell: (row) => <RoleBadge {...row} /> },
    { id: 'status', header: t('columnStatus'), width: '5.75rem', cell: (row) => <StatusBadge {...row} /> },
    {
      id: 'lastSeen',
      header: t('columnLastSeen'),
      width: '6.75rem',
      cell: ({ lastSeenAt }) =>
        lastSeenAt === null ? (
          <span className="text-ink-muted">{t('never')}</span>
        ) : (
          <span title={dateTime(lastSeenAt)}>{date(lastSeenAt)}</span>
        ),
    },
    {
      id: 'sessions',
      header: t('columnSessions'),
      width: '5rem',
      align: 'end',
      cell: ({ openSessions }) => number(openSessions),
    },
    {
      id: 'sales',
      header: t('columnSales'),
      width: '3.5rem',
      align: 'end',
      cell: ({ salesCount }) => number(salesCount),
    },
    {
      id: 'sum',
      header: t('columnSum'),
      width: '7.25rem',
      align: 'end',
      cell: ({ salesMinor }) => <Money minor={salesMinor} />,
    },
    {
      id: 'points',
      header: t('columnPoints'),
      width: '4.25rem',
      align: 'end',
      cell: ({ pointsBalance }) => (pointsBalance === null ? '–' : number(pointsBalance)),
    },
  ];
}
