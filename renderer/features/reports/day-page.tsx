import { CalendarDays, ChevronLeft, ChevronRight, Printer } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { useDayReport } from '../../api/reports.ts';
import { useSettings } from '../../api/settings.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/format.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AgreementLine } from './agreement-line.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { DayFigures } from './day-figures.tsx';
import { DayZReports } from './day-z-reports.tsx';
import { DayParts } from './day-parts.tsx';
import { isDate, stepDate } from '../../ui/step-date.ts';
import { reportsTexts } from './texts.ts';
import './print.css';

/** What was sold on a day, and whether that is what the journal says. `?date=2026-11-20` opens that day. */
export function DayPage() {
  const t = reportsTexts.useText();
  const { day } = useFormats();
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('date');
  const wanted = asked !== null && isDate(asked) ? asked : null;
  const { data: report, error, isPlaceholderData, refetch } = useDayReport(wanted);
  const { data: settings } = useSettings({ enabled: useMay('settings.view') });
  const date = wanted ?? report?.date ?? '';
  const open = (next: string) => setParameters(next === '' ? {} : { date: next });
  return (
    <div data-report className="relative mx-auto max-w-7xl">
      <div className="print:hidden">
        <PageHeader
          title={t('dayTitle')}
          description={date === '' ? undefined : day(date)}
          actions={<DayChoice date={date} isLatest={wanted === null} onChoose={open} />}
        />
      </div>
      {settings && date !== '' && (
        <h1 className="hidden pb-4 text-xl font-semibold print:block">
          {t('printedHead', { shop: settings.shop.name, date: day(date) })}
        </h1>
      )}
      {error !== null && (
        <FailureNotice failure={error} onRetry={() => void refetch()} className="mb-4 print:hidden" />
      )}
      {report === undefined ? (
        error === null && <DaySkeleton />
      ) : (
        <div className={isPlaceholderData ? 'late opacity-60' : undefined} aria-busy={isPlaceholderData}>
          <AgreementLine report={report} />
          {report.ordersCount + report.refundsCount + report.voidsCount === 0 ? (
            <div className="flex flex-col gap-4">
              <div className="rounded-card border bg-surface shadow-low">
                <EmptyState
                  icon={CalendarDays}
                  title={t('emptyTitle', { date: day(report.date) })}
                  description={t('emptyWhat')}
                />
              </div>
              <DayZReports date={report.date} />
            </div>
          ) : (
            <>
              <DayFigures report={report} />
              <DayParts report={report} />
            </>
          )}
        </div>
      )}
    </div>
  );
}

type DayChoiceProps = { date: string; isLatest: boolean; onChoose: (date: string) => void };

function DayChoice({ date, isLatest, onChoose }: DayChoiceProps) {
  const t = reportsTexts.useText();
  const isKnown = date !== '';
  return (
    <>
      <IconButton
        icon={ChevronLeft}
        label={t('previousDay')}
        variant="outlined"
        disabled={!isKnown}
        onClick={() => onChoose(stepDate(date, -1))}
      />
      <DateField label={t('date')} hideLabel className="w-44" value={date} onValueChange={onChoose} />
      <IconButton
        icon={ChevronRight}
        label={t('nextDay')}
        variant="outlined"
        disabled={!isKnown}
        onClick={() => onChoose(stepDate(date, 1))}
      />
      <Button disabled={isLatest} onClick={() => onChoose('')}>
        {t('toToday')}
      </Button>
      <Button icon={Printer} disabled={!isKnown} onClick={() => window.print()}>
        {t('print')}
      </Button>
    </>
  );
}

function DaySkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <Skeleton className="h-12 rounded-card" />
      <Skeleton className="h-28 rounded-card" />
      <Skeleton className="h-72 rounded-card" />
    </div>
  );
}
