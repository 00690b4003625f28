import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type FieldProps = {
  label: string;
  /** One line under the label's control that helps before anything went wrong. */
  hint?: ReactNode;
  /** What is wrong, in words; replaces the hint. */
  error?: string | undefined;
  optionalLabel?: string | undefined;
  hideLabel?: boolean;
  className?: string | undefined;
};

export const controlClass =
  'w-full min-h-11 rounded-control border border-line-strong bg-surface px-3 text-ink outline-offset-0 ' +
  'focus-visible:border-focus disabled:bg-sunken disabled:text-ink-faint [&:is(input,textarea):read-only]:bg-sunken aria-invalid:border-danger';

/** The ids that tie a control to its label and to what is said about it. */
export function describedBy(id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>) {
  return error === undefined ? (hint ? `${id}-hint` : undefined) : `${id}-error`;
}

/** Label above, control, then hint or error below. */
export function Field({
  id,
  label,
  hint,
  error,
  optionalLabel,
  hideLabel = false,
  className,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={classNames('text-sm font-medium', hideLabel && 'sr-only')}>
        {label}
        {optionalLabel && <span className="font-normal text-ink-faint"> · {optionalLabel}</span>}
      </label>
      {children}
      {error === undefined ? (
        hint && (
          <p id={`${id}-hint`} className="text-sm text-ink-muted">
            {hint}
          </p>
        )
      ) : (
        <p id={`${id}-error`} role="alert" className="flex items-start gap-1.5 text-sm text-danger">
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
