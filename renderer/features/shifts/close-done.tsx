import type { ZReport } from '../../../shared/api/shifts.ts';
import { setOverlay } from '../../app/overlays.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SyncStatement } from './sync-statement.tsx';
import { ZReportActions } from './z-report-actions.tsx';
import { ZReportPaper } from './z-report-paper.tsx';
import { shiftTexts } from './texts.ts';

/** The shift is closed; its Z report as it is in the books. */
export function CloseDone({ report }: { report: ZReport }) {
  const t = shiftTexts.useText();
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader
        title={t('closedTitle', { number: report.shiftNumber })}
        description={t('closedWhat', { number: report.number })}
        actions={
          <>
            <ZReportActions report={report} />
            <Button variant="primary" autoFocus onClick={() => setOverlay('shift', true)}>
              {t('openNext')}
            </Button>
          </>
        }
      />
      <SyncStatement salesCount={report.salesCount} />
      <ZReportPaper report={report} className="mx-auto" />
    </div>
  );
}
