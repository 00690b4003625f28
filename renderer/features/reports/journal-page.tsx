import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { JournalEntry } from '../../../shared/api/reports.ts';
import {
  fetchJournalPage,
  journalKey,
  type JournalFilter,
  type JournalPage as EntryPage,
} from '../../api/journal.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { kindWords } from '../../app/kind-words.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/format.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { JournalFilters, noFilter } from './journal-filters.tsx';
import { reportsTexts } from './texts.ts';
import { VerifyDialog } from './verify-dialog.tsx';

/** Every entry of the journal, newest first, and the check that it is whole. */
export function JournalPage() {
  const t = reportsTexts.useText();
  const { number } = useFormats();
  const [choice, setChoice] = useState(noFilter);
  const [opened, setOpened] = useState<JournalEntry | null>(null);
  const [isVerifying, setVerifying] = useState(false);
  const filter = filterOf(choice);
  const rows = usePagedRows<JournalEntry, EntryPage>({
    queryKey: [...journalKey, 'list', filter],
    fetchPage: (offset, limit, signal) => fetchJournalPage(filter, offset, limit, signal),
  });
  const columns = useEntryColumns();
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <div className="flex h-full flex-col">
      <PageHeader
        title={t('journalTitle')}
        description={t('journalDescription')}
        actions={
          <>
            {rows.total !== undefined && (
              <p role="status" className="figures px-2 text-ink-muted">
                {t('entries', { count: rows.total, number: number(rows.total) })}
              </p>
            )}
            <Button variant="primary" icon={ShieldCheck} onClick={() => setVerifying(true)}>
              {t('verify')}
            </Button>
          </>
        }
      />
      <JournalFilters value={choice} onChange={setChoice} kinds={rows.page?.kinds ?? []} />
      <DataTable
        label={t('journalTitle')}
        className="flex-1"
        columns={columns}
        source={rows}
        rowHeight={48}
        rowKey={(entry) => String(entry.seq)}
        selectedKey={opened === null ? null : String(opened.seq)}
        onActivate={setOpened}
        failureNotice={(failure, retry) => <FailureNotice failure={failure} onRetry={retry} />}
        empty={
          <EmptyState
            title={t('journalEmpty')}
            description={isFiltered ? t('journalEmptyWhat') : undefined}
          />
        }
      />
      {opened !== null && <EntryDialog entry={opened} onClose={() => setOpened(null)} />}
      {isVerifying && <VerifyDialog onClose={() => setVerifying(false)} />}
    </div>
  );
}

function filterOf(choice: Required<JournalFilter>): JournalFilter {
  return Object.fromEntries(
    Object.entries(choice)
      .map(([name, value]) => [name, value.trim()])
      .filter(([, value]) => value !== ''),
  ) as JournalFilter;
}

function useEntryColumns(): DataColumn<JournalEntry>[] {
  const t = reportsTexts.useText();
  const { dateTime, number } = useFormats();
  return [
    {
      id: 'seq',
      header: t('columnSeq'),
      width: '5.5rem',
      cell: ({ seq, from }) => (
        <span className="figures text-ink-muted">
          {from === null ? number(seq) : `${from.register} ${from.seq === null ? '' : number(from.seq)}`}
        </span>
      ),
    },
    {
      id: 'at',
      header: t('columnAt'),
      width: '11rem',
      cell: ({ at }) => <span className="figures">{dateTime(at)}</span>,
    },
    {
      id: 'kind',
      header: t('columnKind'),
      width: 'minmax(5rem, 1fr)',
      cell: ({ kind }) => kindWords(kind),
    },
    {
      id: 'summary',
      header: t('columnSummary'),
      width: 'minmax(20rem, 4fr)',
      cell: ({ summary }) => <span title={summary}>{summary}</span>,
    },
    {
      id: 'actor',
      header: t('columnActor'),
      width: 'minmax(6rem, 1fr)',
      cell: ({ actor }) => <span className="text-ink-muted">{actor}</span>,
    },
  ];
}
