import { Link } from 'react-router';
import { useZReportsOf } from '../../api/z-reports.ts';
import { Panel } from '../../ui/card.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { reportsTexts } from './texts.ts';

/** The Z reports of the day, and what they come to together. */
export function DayZReports({ date }: { date: string }) {
  const t = reportsTexts.useText();
  const { time } = useFormats();
  const { data } = useZReportsOf(date);
  const reports = data?.items ?? [];
  const sumOf = (field: 'totalMinor' | 'varianceMinor') =>
    reports.reduce((sum, report) => sum + report[field], 0);
  return (
    <Panel
      title={t('zReports')}
      actions={
        <Link to="/z-reports" className="inline-flex min-h-11 items-center font-medium text-accent-text">
          {t('zAll')}
        </Link>
      }
      bodyClassName="py-2!"
    >
      {reports.length === 0 ? (
        <p className="py-2 text-ink-muted">{t('zNoneOfDay')}</p>
      ) : (
        <ul className="divide-y">
          {reports.map(({ id, number, at, closedBy, totalMinor, varianceMinor }) => (
            <li key={id}>
              <Link
                to={`/z-reports/${id}`}
                className="grid min-h-11 grid-cols-[1fr_auto_5rem] items-center gap-4 hover:bg-sunken"
              >
                <span className="min-w-0 truncate">
                  <span className="font-medium">{t('zReport', { number })}</span>
                  <span className="text-ink-muted">
                    {' '}
                    {time(at)}, {closedBy}
                  </span>
                </span>
                <Money minor={totalMinor} />
                <Money minor={varianceMinor} signed className="text-right" />
              </Link>
            </li>
          ))}
          {reports.length > 1 && (
            <li className="grid min-h-11 grid-cols-[1fr_auto_5rem] items-center gap-4 font-semibold">
              <span>{t('zTogether', { count: reports.length })}</span>
              <Money minor={sumOf('totalMinor')} />
              <Money minor={sumOf('varianceMinor')} signed className="text-right" />
            </li>
          )}
        </ul>
      )}
    </Panel>
  );
}
