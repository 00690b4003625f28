import { ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import type { Permission } from '../../shared/domain/permissions.ts';
import { useSettings } from '../api/settings.ts';
import { useMay, useSession } from '../state/session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { appTexts } from './texts.ts';

/** Lets signed-in people through; others go to the sign-in, which brings them back here. */
export function SignedInGuard({ children }: { children: ReactNode }) {
  const status = useSession((state) => state.status);
  const location = useLocation();
  const maySeeSettings = useMay('settings.view');
  const settings = useSettings({ enabled: status === 'signed-in' && maySeeSettings });
  if (status === 'signed-out' || status === 'locked') {
    return <Navigate to="/sign-in" replace state={{ from: location.pathname + location.search }} />;
  }
  if (status === 'unknown') return null;
  if (settings.isError && settings.data === undefined) {
    return (
      <div className="mx-auto max-w-2xl p-6">
        <FailureNotice failure={settings.error} onRetry={() => void settings.refetch()} />
      </div>
    );
  }
  // Money must not be written in another currency for a moment.
  if (maySeeSettings && settings.data === undefined) return null;
  return children;
}

/** Lets those through who may; the engine asks the same rule. */
export function PermissionGuard({
  permission,
  children,
}: {
  permission: Permission | null;
  children: ReactNode;
}) {
  const t = appTexts.useText();
  const may = useMay(permission);
  if (may) return children;
  return (
    <EmptyState
      icon={ShieldAlert}
      title={t('notAllowedTitle')}
      description={t('notAllowedWhat')}
      action={
        <Link to="/sell" className="font-semibold text-accent-text underline">
          {t('goSell')}
        </Link>
      }
    />
  );
}
