import type { SyncStatus } from '../../../shared/api/sync.ts';
import { Panel } from '../../ui/card.tsx';
import { useFormats } from '../../ui/format.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { syncTexts } from './texts.ts';

type Arriving = NonNullable<SyncStatus['arriving']>;
const megabyte = 1_000_000;

/** How far a new till is with taking over the shop's books. */
export function ArrivingPanel({ arriving, behind }: { arriving: Arriving; behind: number | null }) {
  const t = syncTexts.useText();
  const { number } = useFormats();
  const { doneBytes, totalBytes, phase } = arriving;
  const megabytes = (bytes: number) => number(Math.round((bytes / megabyte) * 10) / 10);
  const words =
    phase === 'snapshot'
      ? t('arriving-snapshot', { done: megabytes(doneBytes), total: megabytes(totalBytes) })
      : t('arriving-entries', { number: number(behind ?? 0) });
  return (
    <Panel title={t('arriving')} description={t('arrivingWhat')}>
      <ProgressBar
        label={t('arriving')}
        value={phase === 'snapshot' && totalBytes > 0 ? doneBytes : null}
        maximum={totalBytes}
        valueText={words}
      />
      <p role="status" className="figures pt-2 text-ink-muted">
        {words}
      </p>
    </Panel>
  );
}
