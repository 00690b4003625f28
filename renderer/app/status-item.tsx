import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Permission } from '../../shared/domain/permissions.ts';
import { useMay } from '../state/session.ts';
import { classNames } from '../ui/class-names.ts';

export const statusItemClass =
  'inline-flex min-h-11 min-w-0 items-center gap-1.5 rounded-lg px-2 whitespace-nowrap outline-offset-[-3px] hover:bg-sunken';

const permissions = {
  '/shift': 'sell',
  '/settings/shop': 'settings.view',
  '/settings/printer': 'settings.view',
  '/settings/api': 'settings.view',
  '/day': 'reports.day',
  '/sync': 'sync.view',
} as const satisfies Record<string, Permission>;

export type StatusItemProps = {
  to: keyof typeof permissions;
  title?: string;
  className?: string;
  children: ReactNode;
};

/** A part of the status bar: a link where its page may be opened, plain words where not. */
export function StatusItem({ to, title, className, children }: StatusItemProps) {
  if (!useMay(permissions[to])) {
    return (
      <span title={title} className={classNames(statusItemClass, 'hover:bg-transparent', className)}>
        {children}
      </span>
    );
  }
  return (
    <Link to={to} title={title} className={classNames(statusItemClass, className)}>
      {children}
    </Link>
  );
}
