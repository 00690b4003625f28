import { lazy, Suspense, useState } from 'react';
import type { OfferUse } from '../../../shared/api/offers.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/card.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { fillDays } from './fill-days.ts';
import { offersTexts } from './texts.ts';

const UseChart = lazy(async () => ({ default: (await import('./use-chart.tsx')).UseChart }));

/** On which days an offer was used: a chart, and the same as a table, which screen readers always get. */
export function UseByDay({ days }: { days: OfferUse['byDay'] }) {
  const t = offersTexts.useText();
  const { number, day } = useFormats();
  const [asTable, setAsTable] = useState(false);
  return (
    <Panel
      title={t('byDay')}
      bodyClassName="py-3!"
      actions={
        <Button variant="quiet" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'asChart' : 'asTable')}
        </Button>
      }
    >
      {!asTable && (
        <div className="h-44" aria-hidden="true">
          <Suspense fallback={null}>
            <UseChart days={fillDays(days)} />
          </Suspense>
        </div>
      )}
      <table className={asTable ? 'w-full border-collapse' : 'sr-only'}>
        <caption className="sr-only">{t('byDay')}</caption>
        <thead>
          <tr className="border-b text-sm text-ink-muted">
            <th className="py-1.5 text-left font-medium">{t('columnDay')}</th>
            <th className="py-1.5 text-right font-medium">{t('columnUses')}</th>
            <th className="py-1.5 text-right font-medium">{t('columnOff')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ date, uses, discountMinor }) => (
            <tr key={date} className="border-b last:border-b-0">
              <td className="py-2">{day(date)}</td>
              <td className="figures py-2 text-right">{number(uses)}</td>
              <td className="py-2 text-right">
                <Money minor={discountMinor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
