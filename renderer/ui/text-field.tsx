import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { controlClass, describedBy, Field, type FieldProps } from './field.tsx';

export type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'id' | 'size'> & {
    inputClassName?: string;
    start?: ReactNode;
    end?: ReactNode;
  };

/** One line of text. Takes what react-hook-form's `register` gives. */
export function TextField({
  label,
  hint,
  error,
  optionalLabel,
  hideLabel,
  className,
  inputClassName,
  start,
  end,
  type = 'text',
  ...rest
}: TextFieldProps) {
  const id = useId();
  return (
    <Field {...{ id, label, hint, error, optionalLabel, hideLabel: hideLabel ?? false, className }}>
      <div className="relative">
        {start && (
          <span className="pointer-events-none absolute inset-y-0 left-3 flex items-center text-ink-muted">
            {start}
          </span>
        )}
        <input
          id={id}
          type={type}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={describedBy(id, { hint, error })}
          className={classNames(
            controlClass,
            Boolean(start) && 'pl-10',
            Boolean(end) && 'pr-12',
            inputClassName,
          )}
          {...rest}
        />
        {end && <span className="absolute inset-y-0 right-0 flex items-center">{end}</span>}
      </div>
    </Field>
  );
}
