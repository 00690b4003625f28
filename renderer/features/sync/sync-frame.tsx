import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import type { SyncStatus } from '../../../shared/api/sync.ts';
import { can } from '../../../shared/domain/permissions.ts';
import { useExceptionCount } from '../../api/sync.ts';
import { CountBadge } from '../../ui/count-badge.tsx';
import { useSession } from '../../state/session.ts';
import { classNames } from '../../ui/class-names.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { syncTexts } from './texts.ts';

const tabs = [
  { to: '/sync', label: 'tabState', permission: 'sync.view', needsCloud: false },
  { to: '/sync/exceptions', label: 'tabExceptions', permission: 'sync.view', needsCloud: false },
  { to: '/sync/tills', label: 'tabTills', permission: 'sync.view', needsCloud: true },
  { to: '/sync/reports', label: 'tabReports', permission: 'reports.day', needsCloud: true },
] as const;

export type SyncFrameProps = {
  status: SyncStatus | undefined;
  actions?: ReactNode;
  children: ReactNode;
};

/** Head and tabs of all pages of the sync: to the owner they are one page. */
export function SyncFrame({ status, actions, children }: SyncFrameProps) {
  const t = syncTexts.useText();
  const joined = status?.joined;
  return (
    <div className="mx-auto flex min-h-full max-w-7xl flex-col">
      <PageHeader
        title={t('title')}
        description={
          joined
            ? t(joined.organisation === joined.store.name ? 'descriptionOneName' : 'descriptionJoined', {
                register: joined.register.name,
                store: joined.store.name,
                organisation: joined.organisation,
              })
            : status && t('descriptionAlone')
        }
        actions={actions}
      />
      {status && <Tabs isJoined={joined != null} />}
      {children}
    </div>
  );
}

function Tabs({ isJoined }: { isJoined: boolean }) {
  const t = syncTexts.useText();
  const role = useSession((state) => state.account?.role ?? null);
  const open = useExceptionCount();
  const shown = tabs.filter(
    ({ permission, needsCloud }) => role !== null && can(role, permission) && (isJoined || !needsCloud),
  );
  return (
    <nav aria-label={t('pages')} className="mb-4 flex gap-1 border-b">
      {shown.map(({ to, label }) => (
        <NavLink
          key={to}
          to={to}
          end
          className={({ isActive }) =>
            classNames(
              '-mb-px inline-flex min-h-11 items-center gap-2 border-b-2 px-4 font-semibold hover:text-ink',
              isActive ? 'border-accent text-ink' : 'border-transparent text-ink-muted',
            )
          }
        >
          {t(label)}
          {label === 'tabExceptions' && <CountBadge count={open} />}
        </NavLink>
      ))}
    </nav>
  );
}
