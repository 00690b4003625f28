import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type SegmentedControlProps<Value extends string> = {
  label: string;
  hideLabel?: boolean;
  value: Value;
  onValueChange: (value: Value) => void;
  choices: readonly { value: Value; label: ReactNode }[];
  disabled?: boolean;
  className?: string;
};

/** One of two to five choices, all in view: the browser's own radio buttons under our looks. */
export function SegmentedControl<Value extends string>({
  label,
  hideLabel = false,
  value,
  onValueChange,
  choices,
  disabled = false,
  className,
}: SegmentedControlProps<Value>) {
  const name = useId();
  return (
    <fieldset disabled={disabled} className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <legend className={classNames('pb-1 text-sm font-medium', hideLabel && 'sr-only')}>{label}</legend>
      <div className="inline-flex rounded-control border border-line-strong bg-sunken p-0.5">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={classNames(
              'relative flex min-h-11 flex-1 cursor-pointer items-center justify-center rounded-[0.625rem] px-3 text-center font-medium text-ink-muted select-none',
              'has-checked:bg-surface has-checked:text-ink has-checked:shadow-low has-checked:ring-1 has-checked:ring-line-strong',
              'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:cursor-default has-disabled:opacity-50',
            )}
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onValueChange(choice.value)}
              className="absolute inset-0 cursor-pointer appearance-none outline-none"
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
