import { LockKeyhole } from 'lucide-react';
import { createPortal } from 'react-dom';
import { useSettings } from '../../api/settings.ts';
import { autoLockTexts } from './texts.ts';
import { useIdleStep } from './use-idle-step.ts';

/** Locks the till when nobody is there, and says so a moment before. */
export function AutoLock({ onLock }: { onLock: () => void }) {
  const { data: settings } = useSettings();
  const minutes = settings?.counter.autoLockMinutes ?? 0;
  return minutes === 0 ? null : <Watch limitMilliseconds={minutes * 60_000} onLock={onLock} />;
}

function Watch({ limitMilliseconds, onLock }: { limitMilliseconds: number; onLock: () => void }) {
  const step = useIdleStep(limitMilliseconds, onLock);
  return step.kind === 'warning'
    ? createPortal(<Warning secondsLeft={step.secondsLeft} />, document.body)
    : null;
}

/** Over everything; a press anywhere, or a move, is enough to stay. */
function Warning({ secondsLeft }: { secondsLeft: number }) {
  const t = autoLockTexts.useText();
  return (
    <div
      role="alert"
      className="fixed top-3 left-1/2 z-30 flex w-[min(34rem,calc(100vw-2rem))] -translate-x-1/2 items-center gap-4 rounded-card border border-warn bg-warn-soft p-4 shadow-high print:hidden"
    >
      <LockKeyhole className="size-7 shrink-0 text-warn" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          {t('title')}{' '}
          <span aria-hidden="true" className="figures">
            {t('left', { count: secondsLeft })}
          </span>
        </p>
        <p className="text-sm">{t('what')}</p>
      </div>
    </div>
  );
}
