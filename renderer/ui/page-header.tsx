import type { ReactNode } from 'react';

export type PageHeaderProps = {
  title: string;
  description?: ReactNode;
  back?: ReactNode;
  actions?: ReactNode;
};

/** The head of a page: its name, and what can be done here. */
export function PageHeader({ title, description, back, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-4">
      {back}
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-2xl leading-tight font-semibold">{title}</h1>
        {description && <p className="text-ink-muted">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
