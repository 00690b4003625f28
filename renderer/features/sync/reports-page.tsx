import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useSyncReport, useSyncStatus, type ReportQuery, type ReportRow } from '../../api/sync.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useToday } from '../../app/use-today.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { stepDate } from '../../ui/step-date.ts';
import { ReportFilters, type ReportChoice } from './report-filters.tsx';
import { reportCsv } from './report-csv.ts';
import { ReportTable } from './report-table.tsx';
import { SyncFrame } from './sync-frame.tsx';
import { syncReportsTexts } from './reports-texts.ts';

/** What all tills of the shop, or all shops, have sold, as the cloud adds it up. */
export function SyncReportsPage() {
  const t = syncReportsTexts.useText();
  const { data: status } = useSyncStatus();
  const today = useToday();
  const [choice, setChoice] = useState<ReportChoice>({ by: 'day', scope: 'store', from: '', to: '' });
  const query: ReportQuery = {
    ...choice,
    from: choice.from || (today === '' ? '' : stepDate(today, -6)),
    to: choice.to || today,
  };
  const isKnown = today !== '';
  const isInOrder = query.from <= query.to;
  const {
    data: rows,
    error,
    refetch,
    isPlaceholderData,
  } = useSyncReport(query, {
    enabled: isKnown && isInOrder,
  });
  return (
    <SyncFrame status={status} actions={rows && rows.length > 0 && <SaveCsv query={query} rows={rows} />}>
      <ReportFilters value={query} onChange={setChoice} />
      {!isInOrder && <p className="pb-3 text-danger">{t('daysInvalid')}</p>}
      {error !== null && (
        <FailureNotice failure={error} kept={t('notHere')} onRetry={() => void refetch()} className="mb-4" />
      )}
      {rows === undefined ? (
        error === null && <Skeleton className="h-72 rounded-card" />
      ) : (
        <div aria-busy={isPlaceholderData} className={isPlaceholderData ? 'late opacity-60' : undefined}>
          <Card className="px-5 py-2">
            {rows.length === 0 ? (
              <EmptyState title={t('emptyTitle')} description={t('emptyWhat')} />
            ) : (
              <ReportTable by={query.by} rows={rows} />
            )}
          </Card>
        </div>
      )}
    </SyncFrame>
  );
}

function SaveCsv({ query: { by, from, to }, rows }: { query: ReportQuery; rows: readonly ReportRow[] }) {
  const t = syncReportsTexts.useText();
  return (
    <Button
      icon={FileDown}
      onClick={() =>
        saveFile(reportCsv(rows, t(`by-${by}`), syncReportsTexts.text), `${by}-${from}-${to}.csv`)
      }
    >
      {t('csv')}
    </Button>
  );
}
