import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon;
  /** What it does, in words: read aloud, and shown on hover. */
  label: string;
  variant?: 'quiet' | 'outlined';
  pressed?: boolean;
};

/** A button that is only a picture: 44 × 44 px, with a name. */
export function IconButton({
  icon: Icon,
  label,
  variant = 'quiet',
  pressed,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      className={classNames(
        'inline-flex size-11 shrink-0 items-center justify-center rounded-control text-ink-muted',
        'hover:not-disabled:bg-sunken hover:not-disabled:text-ink disabled:opacity-50',
        variant === 'outlined' && 'border bg-surface shadow-low',
        pressed === true && 'bg-accent-soft text-accent-text',
        className,
      )}
      {...rest}
    >
      <Icon className="size-5" aria-hidden="true" />
    </button>
  );
}
