import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { KeyCap } from './key-cap.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'medium' | 'large' | 'huge';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-accent-ink hover:not-disabled:bg-accent-hover border border-transparent',
  secondary: 'bg-surface text-ink border shadow-low hover:not-disabled:bg-sunken',
  quiet: 'bg-transparent text-ink border border-transparent hover:not-disabled:bg-sunken',
  danger: 'bg-danger-fill text-danger-ink border border-transparent hover:not-disabled:opacity-90',
};
const sizes: Record<ButtonSize, string> = {
  medium: 'min-h-11 px-4 text-[0.9375rem] gap-2',
  large: 'min-h-14 px-5 text-base gap-2.5',
  huge: 'min-h-20 px-6 text-xl gap-2.5',
};

export type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: LucideIcon;
  /** The key that does the same, e.g. `F9`. */
  keyLabel?: string | undefined;
  /** Under way: it cannot be pressed again, and turns once 100 ms have passed. */
  busy?: boolean;
  stacked?: boolean;
  children?: ReactNode;
};

/** A button of at least 44 px. `type` is `button` unless said otherwise. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  icon: Icon,
  keyLabel,
  busy = false,
  stacked = false,
  disabled,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      aria-keyshortcuts={keyLabel}
      className={classNames(
        'inline-flex items-center justify-center rounded-control font-semibold select-none',
        'transition-colors duration-100 active:not-disabled:translate-y-px disabled:opacity-50',
        stacked && 'flex-col gap-1! py-1.5',
        variants[variant],
        sizes[size],
        className,
      )}
      {...rest}
    >
      {busy ? (
        <LoaderCircle className="late-spinner size-5 shrink-0" aria-hidden="true" />
      ) : (
        Icon && <Icon className="size-5 shrink-0" aria-hidden="true" />
      )}
      <span className="min-w-0">{children}</span>
      {keyLabel && <KeyCap onAccent={variant === 'primary' || variant === 'danger'}>{keyLabel}</KeyCap>}
    </button>
  );
}
