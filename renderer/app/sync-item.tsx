import { Cloud, CloudOff, CloudUpload, HardDrive, TriangleAlert } from 'lucide-react';
import type { SyncGlance } from '../../shared/api/sync.ts';
import { useHealth } from '../api/health.ts';
import { useConnection } from '../state/connection.ts';
import { classNames } from '../ui/class-names.ts';
import { useFormats } from '../ui/format.tsx';
import { spanWords } from './age-words.ts';
import { firstSentence } from './first-sentence.ts';
import { StatusItem } from './status-item.tsx';
import { glanceAt, type Glance } from './sync-glance.ts';
import { appTexts } from './texts.ts';
import { useNow } from './use-now.ts';

const minute = 60_000;
const icons = { good: Cloud, waiting: CloudUpload, 'cut-off': CloudOff, bad: TriangleAlert } as const;

/**
 * Whether what was sold is with the cloud too; what waits, for how long, and, when it is long, why. It grows to the
 * left, into the free middle of the bar, and gives way before anything beside it does.
 */
export function SyncItem() {
  const t = appTexts.useText();
  const engineReachable = useConnection((connection) => connection.engineReachable);
  const { data: health } = useHealth();
  const now = useNow(5_000);
  if (!engineReachable || health === undefined) {
    return (
      <StatusItem to="/sync" className="text-danger">
        <TriangleAlert className="size-4 shrink-0" aria-hidden="true" />
        {t('engineAway')}
      </StatusItem>
    );
  }
  return <KnownState sync={health.sync} glance={glanceAt(health.sync, now)} />;
}

function KnownState({ sync, glance }: { sync: SyncGlance; glance: Glance }) {
  const words = useStateWords(sync, glance);
  const t = appTexts.useText();
  const isAlone = sync.state === 'alone';
  const isBad = glance.tone === 'bad';
  const Icon = isAlone ? HardDrive : icons[glance.tone];
  return (
    <StatusItem
      to="/sync"
      title={sync.trouble?.message ?? t(isAlone ? 'syncAloneWhat' : 'syncWhat')}
      className={classNames('figures max-w-md shrink-9999', isBad && 'min-w-36! font-semibold text-danger')}
    >
      <Icon
        aria-hidden="true"
        className={classNames('size-4 shrink-0', glance.tone === 'good' && 'text-accent')}
      />
      <span className="truncate">{words}</span>
    </StatusItem>
  );
}

function useStateWords({ state, waiting, trouble }: SyncGlance, { tone, waitedMilliseconds }: Glance) {
  const t = appTexts.useText();
  const { number } = useFormats();
  const told = { count: waiting, number: number(waiting), span: spanWords(waitedMilliseconds ?? 0) };
  if (state === 'alone') return waiting === 0 ? t('syncAlone') : t('syncAloneKept', told);
  const cause = firstSentence(trouble?.message ?? t(state === 'online' ? 'syncSlow' : 'syncNotReached'));
  if (tone === 'bad') {
    if (waiting === 0) return cause;
    const isNew = waitedMilliseconds !== null && waitedMilliseconds < minute;
    return t(isNew ? 'syncTrouble' : 'syncLate', { ...told, cause });
  }
  if (waiting === 0) return t(tone === 'good' ? 'syncOnline' : 'syncOffline');
  return t(tone === 'waiting' ? 'syncSending' : 'syncOfflineWaiting', told);
}
