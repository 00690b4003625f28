import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type EmptyStateProps = {
  icon?: LucideIcon;
  title: string;
  description?: ReactNode;
  action?: ReactNode;
};

/** Nothing here: why, and what to do about it. */
export function EmptyState({ icon: Icon, title, description, action }: EmptyStateProps) {
  return (
    <div className="flex h-full min-h-48 flex-col items-center justify-center gap-2 p-8 text-center">
      {Icon && <Icon className="mb-1 size-8 text-ink-faint" strokeWidth={1.5} aria-hidden="true" />}
      <p className="text-base font-semibold">{title}</p>
      {description && <p className="max-w-md text-ink-muted">{description}</p>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
