import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type ChipProps = Omit<ComponentProps<'button'>, 'children'> & {
  selected?: boolean;
  icon?: LucideIcon;
  children: ReactNode;
};

/** A choice in a row of choices, such as a category: pressed or not. */
export function Chip({
  selected = false,
  icon: Icon,
  className,
  children,
  type = 'button',
  ...rest
}: ChipProps) {
  return (
    <button
      type={type}
      aria-pressed={selected}
      className={classNames(
        'inline-flex min-h-11 shrink-0 items-center gap-1.5 rounded-full border px-4 font-medium whitespace-nowrap',
        selected
          ? 'border-transparent bg-ink text-ink-inverse'
          : 'bg-surface text-ink-muted hover:bg-sunken hover:text-ink',
        className,
      )}
      {...rest}
    >
      {Icon && <Icon className="size-4" aria-hidden="true" />}
      {children}
    </button>
  );
}
