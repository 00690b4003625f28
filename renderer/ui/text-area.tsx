import { useId, type ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { controlClass, describedBy, Field, type FieldProps } from './field.tsx';

export type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, 'id'>;

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  optionalLabel,
  hideLabel,
  className,
  rows = 3,
  ...rest
}: TextAreaProps) {
  const id = useId();
  return (
    <Field {...{ id, label, hint, error, optionalLabel, hideLabel: hideLabel ?? false, className }}>
      <textarea
        id={id}
        rows={rows}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy(id, { hint, error })}
        className={classNames(controlClass, 'py-2 leading-snug')}
        {...rest}
      />
    </Field>
  );
}
