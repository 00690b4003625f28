import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type ErrorNoticeProps = {
  /** What happened. */
  title: string;
  /** What was kept, or that nothing was changed. */
  kept?: ReactNode;
  /** What to do now. */
  remedy?: ReactNode;
  action?: ReactNode;
  tone?: 'bad' | 'warn';
  className?: string;
};

/** Something went wrong, in words: what happened, what was kept, what to do. */
export function ErrorNotice({ title, kept, remedy, action, tone = 'bad', className }: ErrorNoticeProps) {
  return (
    <div
      role="alert"
      className={classNames(
        'flex items-start gap-3 rounded-card border p-4',
        tone === 'bad' ? 'border-danger bg-danger-soft' : 'border-warn bg-warn-soft',
        className,
      )}
    >
      <TriangleAlert
        className={classNames('mt-0.5 size-5 shrink-0', tone === 'bad' ? 'text-danger' : 'text-warn')}
        aria-hidden="true"
      />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        {kept && <p>{kept}</p>}
        {remedy && <p className="text-ink-muted">{remedy}</p>}
        {action && <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
