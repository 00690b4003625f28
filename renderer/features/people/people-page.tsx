import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Account } from '../../../shared/api/people.ts';
import { accountsKey, fetchAccountPage, type AccountPage } from '../../api/accounts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { useAccount } from '../../state/session.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/format.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { RoleBadge, StatusBadge } from './account-badges.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { AddAccountDialog } from './add-account-dialog.tsx';
import { peopleTexts } from './texts.ts';

/** Who may sign in, and what they may do. `?account=<id>` opens that account. */
export function PeoplePage() {
  const t = peopleTexts.useText();
  const common = useCommonText();
  const { number } = useFormats();
  const [parameters, setParameters] = useSearchParams();
  const [typed, setTyped] = useState('');
  const [isAdding, setAdding] = useState(false);
  const search = typed.trim();
  const rows = usePagedRows<Account, AccountPage>({
    queryKey: [...accountsKey, 'list', search],
    fetchPage: (offset, limit, signal) =>
      fetchAccountPage(search === '' ? {} : { search }, offset, limit, signal),
  });
  const columns = useAccountColumns();
  const openId = parameters.get('account');
  const [opened, setOpened] = useState<Account | null>(null);
  return (
    <div className="flex h-full flex-col">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Button variant="primary" icon={UserPlus} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        }
      />
      <div className="flex items-center gap-3 pb-3">
        <SearchField
          label={t('search')}
          clearLabel={common('clear')}
          className="w-full max-w-md"
          value={typed}
          onValueChange={setTyped}
        />
        {rows.total !== undefined && (
          <p role="status" className="figures ml-auto text-ink-muted">
            {t('count', { count: rows.total, number: number(rows.total) })}
          </p>
        )}
      </div>
      <DataTable
        label={t('title')}
        className="flex-1"
        columns={columns}
        source={rows}
        rowKey={(account) => account.id}
        selectedKey={openId}
        onActivate={(account) => {
          setOpened(account);
          setParameters({ account: account.id });
        }}
        failureNotice={(failure, retry) => <FailureNotice failure={failure} onRetry={retry} />}
        empty={<EmptyState title={t('emptyTitle')} description={t('emptyWhat')} />}
      />
      {isAdding && <AddAccountDialog onClose={() => setAdding(false)} />}
      {openId !== null && (
        <AccountDialog
          key={openId}
          accountId={openId}
          known={opened?.id === openId ? opened : null}
          onClose={() => setParameters({})}
        />
      )}
    </div>
  );
}

function useAccountColumns(): DataColumn<Account>[] {
  const t = peopleTexts.useText();
  const { dateTime, number } = useFormats();
  const own = useAccount().id;
  return [
    {
      id: 'name',
      header: t('columnName'),
      width: 'minmax(12rem, 2fr)',
      cell: (account) => (
        <span className="flex min-w-0 items-center gap-2">
          <span className="min-w-0">
            <span className="block truncate font-medium">{account.displayName}</span>
            <span className="block truncate text-sm text-ink-muted">{account.username}</span>
          </span>
          {account.id === own && <Badge>{t('you')}</Badge>}
        </span>
      ),
    },
    { id: 'role', header: t('columnRole'), width: '6.5rem', cell: (account) => <RoleBadge {...account} /> },
    {
      id: 'status',
      header: t('columnStatus'),
      width: '7rem',
      cell: (account) => <StatusBadge {...account} />,
    },
    {
      id: 'pin',
      header: t('columnPin'),
      width: '6rem',
      cell: ({ hasPin }) => (
        <span className={hasPin ? undefined : 'text-ink-muted'}>{t(hasPin ? 'hasPin' : 'noPin')}</span>
      ),
    },
    {
      id: 'sessions',
      header: t('columnSessions'),
      width: '7rem',
      cell: ({ openSessions: count }) =>
        count === 0 ? (
          <span className="text-ink-muted">{t('noSessions')}</span>
        ) : (
          t('sessions', { count, number: number(count) })
        ),
    },
    {
      id: 'lastSignIn',
      header: t('columnLastSignIn'),
      width: '11rem',
      align: 'end',
      cell: ({ lastSignInAt }) =>
        lastSignInAt === null ? <span className="text-ink-muted">{t('never')}</span> : dateTime(lastSignInAt),
    },
  ];
}
