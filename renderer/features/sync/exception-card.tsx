import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type ExceptionCardProps = {
  icon: LucideIcon;
  title: string;
  /** The reason, in words. */
  what: ReactNode;
  /** Where it comes from, smaller. */
  detail?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
};

/** One thing to look at: what it is, why, and at the right what can be done. */
export function ExceptionCard({ icon: Icon, title, what, detail, actions, children }: ExceptionCardProps) {
  return (
    <li className="rounded-card border bg-surface px-5 py-4 shadow-low">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <Icon className="mt-0.5 size-5 shrink-0 text-warn" aria-hidden="true" />
        <div className="min-w-72 flex-1">
          <h2 className="font-semibold wrap-anywhere">{title}</h2>
          <p className="wrap-anywhere">{what}</p>
          {detail && <p className="figures text-sm text-ink-muted">{detail}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </li>
  );
}
