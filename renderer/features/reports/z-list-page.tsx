import { useNavigate } from 'react-router';
import type { ZReportSummary } from '../../../shared/api/shifts.ts';
import { fetchZReportPage, zReportsKey, type ZReportPage } from '../../api/z-reports.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { usePagedRows } from '../../ui/use-paged-rows.ts';
import { reportsTexts } from './texts.ts';

/** Every Z report, newest first. */
export function ZReportsPage() {
  const t = reportsTexts.useText();
  const navigate = useNavigate();
  const rows = usePagedRows<ZReportSummary, ZReportPage>({
    queryKey: [...zReportsKey, 'list'],
    fetchPage: fetchZReportPage,
  });
  const columns = useZColumns();
  return (
    <div className="flex h-full flex-col">
      <PageHeader title={t('zReports')} description={t('zReportsWhat')} />
      <DataTable
        label={t('zReports')}
        className="flex-1"
        columns={columns}
        source={rows}
        rowHeight={48}
        rowKey={({ id }) => id}
        selectedKey={null}
        onActivate={({ id }) => void navigate(`/z-reports/${id}`)}
        failureNotice={(failure, retry) => <FailureNotice failure={failure} onRetry={retry} />}
        empty={<EmptyState title={t('zNone')} description={t('zNoneWhat')} />}
      />
    </div>
  );
}

function useZColumns(): DataColumn<ZReportSummary>[] {
  const t = reportsTexts.useText();
  const { dateTime, number } = useFormats();
  return [
    {
      id: 'number',
      header: t('zNumber'),
      width: '4rem',
      cell: (report) => <span className="figures font-medium">{number(report.number)}</span>,
    },
    {
      id: 'at',
      header: t('zClosed'),
      width: 'minmax(12.5rem, 1fr)',
      cell: ({ at }) => <span className="figures">{dateTime(at)}</span>,
    },
    {
      id: 'shift',
      header: t('zShift'),
      width: '4rem',
      cell: ({ shiftNumber }) => <span className="figures">{number(shiftNumber)}</span>,
    },
    { id: 'by', header: t('zClosedBy'), width: 'minmax(7rem, 1fr)', cell: ({ closedBy }) => closedBy },
    {
      id: 'sales',
      header: t('salesCount'),
      width: '5rem',
      align: 'end',
      cell: ({ salesCount }) => <span className="figures">{number(salesCount)}</span>,
    },
    {
      id: 'total',
      header: t('total'),
      width: 'minmax(7rem, 1fr)',
      align: 'end',
      cell: ({ totalMinor }) => <Money minor={totalMinor} />,
    },
    {
      id: 'variance',
      header: t('zVariance'),
      width: 'minmax(6rem, 1fr)',
      align: 'end',
      cell: ({ varianceMinor }) => (
        <Money minor={varianceMinor} signed className={varianceMinor === 0 ? '' : 'text-warn'} />
      ),
    },
  ];
}
