import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import type { ReactNode } from 'react';
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

/** One of two to five choices, all in view. */
export function SegmentedControl<Value extends string>({
  label,
  hideLabel = false,
  value,
  onValueChange,
  choices,
  disabled = false,
  className,
}: SegmentedControlProps<Value>) {
  return (
    <div className={classNames('flex flex-col gap-1', className)}>
      <span className={classNames('text-sm font-medium', hideLabel && 'sr-only')} aria-hidden="true">
        {label}
      </span>
      <RadioGroup
        aria-label={label}
        value={value}
        disabled={disabled}
        onValueChange={(next) => onValueChange(next)}
        className="inline-flex rounded-control border border-line-strong bg-sunken p-0.5"
      >
        {choices.map((choice) => (
          <Radio.Root
            key={choice.value}
            value={choice.value}
            className="flex min-h-11 flex-1 cursor-pointer items-center justify-center rounded-[0.625rem] px-3 text-center font-medium text-ink-muted select-none data-checked:bg-surface data-checked:text-ink data-checked:shadow-low data-checked:ring-1 data-checked:ring-line-strong"
          >
            {choice.label}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  );
}
