import { lazy, Suspense, useState } from 'react';
import type { DayReport } from '../../../shared/api/reports.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/card.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { FiguresTable } from '../../ui/figures-table.tsx';
import { fillHours, hourText } from './fill-hours.ts';
import { reportsTexts } from './texts.ts';

const HoursChart = lazy(async () => ({ default: (await import('./hours-chart.tsx')).HoursChart }));

/** When on the day was sold: a chart, and the same as a table, which screen readers and paper always get. */
export function DayHours({ hours }: { hours: DayReport['byHour'] }) {
  const t = reportsTexts.useText();
  const { number } = useFormats();
  const [asTable, setAsTable] = useState(false);
  return (
    <Panel
      title={t('byHour')}
      bodyClassName="py-3!"
      actions={
        <Button variant="quiet" className="print:hidden" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'asChart' : 'asTable')}
        </Button>
      }
    >
      {!asTable && (
        <div className="h-60 print:hidden" aria-hidden="true">
          <Suspense fallback={null}>
            <HoursChart hours={fillHours(hours)} />
          </Suspense>
        </div>
      )}
      <div className={asTable ? undefined : 'sr-only print:not-sr-only'}>
        <FiguresTable
          caption={t('byHour')}
          rows={hours}
          rowKey={(row) => String(row.hour)}
          columns={[
            { header: t('hour'), cell: (row) => hourText(row.hour) },
            { header: t('columnSales'), align: 'end', cell: (row) => number(row.ordersCount) },
            { header: t('columnAmount'), align: 'end', cell: (row) => <Money minor={row.totalMinor} /> },
          ]}
        />
      </div>
    </Panel>
  );
}
