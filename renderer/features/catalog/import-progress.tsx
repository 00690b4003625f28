import { useState } from 'react';
import type { ProductImport } from '../../../shared/api/catalog.ts';
import { steadyMilliseconds } from '../../app/clock.ts';
import { useFormats } from '../../ui/format.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { importTexts } from './import-texts.ts';
import { addSample, rowsPerSecond, type Sample } from './rows-per-second.ts';

/** How many rows are through, and how fast. */
export function ImportProgress({ productImport }: { productImport: ProductImport }) {
  const t = importTexts.useText();
  const { number } = useFormats();
  const { state, rowsTotal, rowsChecked, rowsApplied } = productImport;
  const rows = state === 'applying' ? rowsApplied : rowsChecked;
  const [samples, setSamples] = useState<readonly Sample[]>(() => [{ rows, at: steadyMilliseconds() }]);
  if (samples.at(-1)?.rows !== rows) setSamples(addSample(samples, { rows, at: steadyMilliseconds() }));
  const rate = rowsPerSecond(samples);
  const isCounted = rowsTotal > 0;
  const words = isCounted
    ? t('rowsOf', { done: number(rows), total: number(rowsTotal) })
    : t('rowsDone', { count: rows, number: number(rows) });
  return (
    <div>
      <ProgressBar
        label={t(state === 'applying' ? 'applying' : 'checking', { name: productImport.fileName })}
        value={isCounted ? rows : null}
        maximum={isCounted ? rowsTotal : 100}
        valueText={words}
      />
      <p className="figures flex justify-between gap-3 pt-2 text-ink-muted">
        <span>{words}</span>
        <span>{rate === null ? '' : t('perSecond', { number: number(rate) })}</span>
      </p>
    </div>
  );
}
