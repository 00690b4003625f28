import { Link } from 'react-router';
import type { ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';
import { useHealth } from '../api/health.ts';
import { useCurrentShift } from '../api/shifts.ts';
import { useConnection } from '../state/connection.ts';
import { useMay, useSession } from '../state/session.ts';
import { classNames } from '../ui/class-names.ts';
import { useFormats } from '../ui/format.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { keyLabelOf } from './actions.ts';
import { openMenu, setOverlay, showKeys } from './overlays.ts';
import { appTexts } from './texts.ts';
import { useClockText } from './use-clock-text.ts';

const itemClass =
  'inline-flex min-h-11 min-w-0 items-center gap-1.5 rounded-lg px-2 whitespace-nowrap outline-offset-[-3px] hover:bg-sunken';

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
        <span className="truncate max-md:hidden">{health?.store.name}</span>
        {health?.demo === true && <span className="text-warn">{t('demo')}</span>}
      </StatusItem>
      <ShiftItem />
      <OpenAccessItem />
      <button type="button" onClick={openMenu} className={classNames(itemClass, 'max-w-56')}>
        <span className="truncate">{account?.displayName}</span>
      </button>
      <span className="flex-1" />
      <KeptItem />
      <PrinterItem />
      <ClockItem />
      <button
        type="button"
        onClick={showKeys}
        aria-label={`${keyLabelOf('keys.show')}: ${t('keysTitle')}`}
        className={itemClass}
      >
        <KeyCap>{keyLabelOf('keys.show')}</KeyCap>
      </button>
    </footer>
  );
}

/** A link where the page may be opened, plain words where not. */
function StatusItem({
  to,
  title,
  className,
  children,
}: {
  to: '/shift' | '/settings/shop' | '/settings/printer' | '/settings/api' | '/day' | '/journal';
  title?: string;
  className?: string;
  children: ReactNode;
}) {
  const maySettings = useMay('settings.view');
  const maySell = useMay('sell');
  const mayDay = useMay('reports.day');
  const mayJournal = useMay('journal.view');
  const may =
    to === '/shift' ? maySell : to === '/day' ? mayDay : to === '/journal' ? mayJournal : maySettings;
  if (!may) {
    return (
      <span title={title} className={classNames(itemClass, 'hover:bg-transparent', className)}>
        {children}
      </span>
    );
  }
  return (
    <Link to={to} title={title} className={classNames(itemClass, className)}>
      {children}
    </Link>
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
        {t('shiftOpen', { number: shift.number, time: time(shift.openedAt) })}
      </StatusItem>
    );
  }
  return (
    <button
      type="button"
      disabled={!mayOpen}
      onClick={() => setOverlay('shift', true)}
      className={classNames(itemClass, 'text-warn')}
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
      className="min-h-8! bg-warn-soft font-semibold text-warn"
    >
      <TriangleAlert className="size-4 shrink-0" aria-hidden="true" />
      {t('openAccess')}
    </StatusItem>
  );
}

function KeptItem() {
  const t = appTexts.useText();
  const engineReachable = useConnection((connection) => connection.engineReachable);
  const { data: health } = useHealth();
  const { number } = useFormats();
  const kept = health?.sync.waiting ?? 0;
  return (
    <StatusItem to="/journal" title={t('noCloud')} className={engineReachable ? '' : 'text-danger'}>
      <span
        aria-hidden="true"
        className={classNames('size-2 shrink-0 rounded-full', engineReachable ? 'bg-accent' : 'bg-danger')}
      />
      {!engineReachable
        ? t('engineAway')
        : kept === 0
          ? t('offlineReady')
          : t('entriesKept', { count: kept, number: number(kept) })}
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
