import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A sheet on the canvas. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={classNames('rounded-card border bg-surface shadow-low', className)} {...rest} />;
}

export type PanelProps = {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  className?: string;
  bodyClassName?: string;
  children: ReactNode;
};

/** A card with a heading, as a part of a page. */
export function Panel({ title, description, actions, className, bodyClassName, children }: PanelProps) {
  return (
    <section
      aria-label={title}
      className={classNames('rounded-card border bg-surface shadow-low', className)}
    >
      <header className="flex min-h-14 items-center gap-3 border-b px-5 py-2">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold">{title}</h2>
          {description && <p className="text-sm text-ink-muted">{description}</p>}
        </div>
        {actions}
      </header>
      <div className={classNames('px-5 py-4', bodyClassName)}>{children}</div>
    </section>
  );
}
