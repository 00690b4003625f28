import { ChevronLeft } from 'lucide-react';
import { useNavigate, useParams } from 'react-router';
import { useZReport } from '../../api/z-reports.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useAction } from '../../app/use-action.ts';
import { useFormats } from '../../ui/format.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ZReportActions, ZReportPaper } from '../shifts/index.ts';
import { reportsTexts } from './texts.ts';

/** One Z report, as it was printed. */
export function ZReportPage() {
  const t = reportsTexts.useText();
  const { dateTime } = useFormats();
  const navigate = useNavigate();
  const { id = null } = useParams();
  const { data: report, error, refetch } = useZReport(id);
  const back = () => void navigate('/z-reports');
  useAction('back', back);
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader
        back={<IconButton icon={ChevronLeft} label={t('zReports')} variant="outlined" onClick={back} />}
        title={report === undefined ? t('zReports') : t('zReport', { number: report.number })}
        description={
          report &&
          t('zClosedAt', { time: dateTime(report.at), name: report.closedBy, shift: report.shiftNumber })
        }
        actions={report && <ZReportActions report={report} />}
      />
      {error && <FailureNotice failure={error} onRetry={() => void refetch()} />}
      {report === undefined ? (
        error === null && <Skeleton className="mx-auto h-96 w-80 rounded-card" />
      ) : (
        <ZReportPaper report={report} className="mx-auto" />
      )}
    </div>
  );
}
