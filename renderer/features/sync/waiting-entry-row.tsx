import { Hourglass } from 'lucide-react';
import { useNavigate } from 'react-router';
import type { SyncException } from '../../../shared/api/sync.ts';
import { kindWords } from '../../app/kind-words.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { ExceptionCard } from './exception-card.tsx';
import { exceptionsTexts } from './exceptions-texts.ts';

type WaitingEntry = Extract<SyncException, { kind: 'waiting-entry' }>;

/** An entry of another till that has no effect yet, and what it waits for. */
export function WaitingEntryRow({ entry }: { entry: WaitingEntry }) {
  const t = exceptionsTexts.useText();
  const { dateTime } = useFormats();
  const navigate = useNavigate();
  const maySettings = useMay('settings.view');
  const { entryKind, registerCode, at, because } = entry;
  return (
    <ExceptionCard
      icon={Hourglass}
      title={t('waiting-title', { kind: kindWords(entryKind), register: registerCode })}
      what={t(`waiting-${because}`)}
      detail={Number.isNaN(Date.parse(at)) ? at : dateTime(at)}
      actions={
        because === 'unknown' &&
        maySettings && <Button onClick={() => void navigate('/settings/about')}>{t('waitingAbout')}</Button>
      }
    />
  );
}
