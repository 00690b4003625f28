import { TriangleAlert } from 'lucide-react';
import { useHealth } from '../api/health.ts';
import { useCurrentShift } from '../api/shifts.ts';
import { useMay, useSession } from '../state/session.ts';
import { classNames } from '../ui/class-names.ts';
import { useFormats } from '../ui/format.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { keyLabelOf } from './actions.ts';
import { openMenu, setOverlay, showKeys } from './overlays.ts';
import { StatusItem, statusItemClass } from './status-item.tsx';
import { SyncItem } from './sync-item.tsx';
import { appTexts } from './texts.ts';
import { useClockText } from './use-clock-text.ts';

/** One line about the till itself. Each part is a button to where that is looked after. */
export function StatusBar() {
  const t = appTexts.useText();
  const { data: health } = useHealth();
  const account = useSession((state) => state.account);
  return (
    <footer
      aria-label={t('statusBar')}
      className="flex h-11 shrink-0 items-center gap-1 overflow-hidden border-t bg-surface px-2 text-[0.8125rem] text-ink-muted print:hidden"
    >
      <StatusItem to="/settings/shop">
        <span className="font-semibold text-ink">{t('register', { code: health?.register.code ?? '' })}</span>
        <span className="truncate max-xl:hidden">{health?.store.name}</span>
        {health?.demo === true && <span className="text-warn">{t('demo')}</span>}
      </StatusItem>
      <ShiftItem />
      <OpenAccessItem />
      <button type="button" onClick={openMenu} className={classNames(statusItemClass, 'max-w-56')}>
        <span className="truncate">{account?.displayName}</span>
      </button>
      <span className="flex-1" />
      <SyncItem />
      <PrinterItem />
      <ClockItem />
      <button
        type="button"
        onClick={showKeys}
        aria-label={`${keyLabelOf('keys.show')}: ${t('keysTitle')}`}
        className={statusItemClass}
      >
        <KeyCap>{keyLabelOf('keys.show')}</KeyCap>
      </button>
    </footer>
  );
}

function ShiftItem() {
  const t = appTexts.useText();
  const { time } = useFormats();
  const { data: shift } = useCurrentShift();
  const mayOpen = useMay('shifts.open');
  if (shift === undefined) return null;
  if (shift !== null) {
    return (
      <StatusItem to="/shift">
        <span className="truncate">
          {t('shiftOpen', { number: shift.number, time: time(shift.openedAt) })}
        </span>
      </StatusItem>
    );
  }
  return (
    <button
      type="button"
      disabled={!mayOpen}
      onClick={() => setOverlay('shift', true)}
      className={classNames(statusItemClass, 'text-warn')}
    >
      {t('shiftClosed')}
    </button>
  );
}

/** On every screen while programs on this computer need no key: it must not be forgotten. */
function OpenAccessItem() {
  const t = appTexts.useText();
  const { data: health } = useHealth();
  if (health?.openAccess !== true) return null;
  return (
    <StatusItem
      to="/settings/api"
      title={t('openAccessWhat')}
      className="min-h-8! shrink-0 bg-warn-soft font-semibold text-warn"
    >
      <TriangleAlert className="size-4 shrink-0" aria-hidden="true" />
      {t('openAccess')}
    </StatusItem>
  );
}

function PrinterItem() {
  const t = appTexts.useText();
  const { data: health } = useHealth();
  if (health === undefined) return null;
  const { state, waiting, message } = health.printer;
  return (
    <StatusItem to="/settings/printer" title={message} className={message === '' ? '' : 'text-warn'}>
      {message !== '' && <span aria-hidden="true">⚠</span>}
      {state === 'waiting' || state === 'failing'
        ? t(`printer-${state}`, { count: waiting })
        : t(`printer-${state}`)}
    </StatusItem>
  );
}

function ClockItem() {
  const text = useClockText();
  return (
    <StatusItem to="/day" className="figures">
      {text}
    </StatusItem>
  );
}
