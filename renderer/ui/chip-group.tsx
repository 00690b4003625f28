import { CircleAlert } from 'lucide-react';
import { Chip } from './chip.tsx';
import { classNames } from './class-names.ts';

export type ChipGroupProps<Value extends string | number> = {
  label: string;
  hideLabel?: boolean;
  choices: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
  error?: string | undefined;
  className?: string;
};

/** Any number of a few choices, all in view. */
export function ChipGroup<Value extends string | number>({
  label,
  hideLabel = false,
  choices,
  chosen,
  onChange,
  error,
  className,
}: ChipGroupProps<Value>) {
  const press = (value: Value) =>
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return (
    <fieldset className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <legend className={classNames('pb-1 text-sm font-medium', hideLabel && 'sr-only')}>{label}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <Chip
            key={choice.value}
            selected={chosen.includes(choice.value)}
            onClick={() => press(choice.value)}
          >
            {choice.label}
          </Chip>
        ))}
      </div>
      {error !== undefined && (
        <p role="alert" className="flex items-start gap-1.5 text-sm text-danger">
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  );
}
