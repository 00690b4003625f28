import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { classNames } from './class-names.ts';
import { controlClass, describedBy, Field, type FieldProps } from './field.tsx';

export type Choice<Value extends string> = { value: Value; label: string };

export type SelectProps<Value extends string> = FieldProps & {
  value: Value | null;
  onValueChange: (value: Value) => void;
  choices: readonly Choice<Value>[];
  placeholder?: string;
  disabled?: boolean;
};

/** One of a few choices. For long lists, which want typing, see `Combobox`. */
export function Select<Value extends string>({
  label,
  hint,
  error,
  optionalLabel,
  hideLabel,
  className,
  value,
  onValueChange,
  choices,
  placeholder,
  disabled = false,
}: SelectProps<Value>) {
  const id = useId();
  return (
    <Field {...{ id, label, hint, error, optionalLabel, hideLabel: hideLabel ?? false, className }}>
      <Base.Root
        items={choices}
        value={value}
        disabled={disabled}
        onValueChange={(next) => {
          if (next !== null) onValueChange(next);
        }}
      >
        <Base.Trigger
          id={id}
          aria-describedby={describedBy(id, { hint, error })}
          aria-invalid={error !== undefined || undefined}
          className={classNames(
            controlClass,
            'flex items-center justify-between gap-2 text-left data-disabled:bg-sunken data-disabled:text-ink-faint',
          )}
        >
          <Base.Value
            placeholder={placeholder}
            className="min-w-0 truncate data-placeholder:text-ink-faint"
          />
          <Base.Icon>
            <ChevronDown className="size-4 text-ink-muted" aria-hidden="true" />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner className="z-10 outline-none" sideOffset={4} alignItemWithTrigger={false}>
            <Base.Popup className={popupClass}>
              <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1 outline-none">
                {choices.map((choice) => (
                  <Base.Item key={choice.value} value={choice.value} className={itemClass}>
                    <Base.ItemText className="min-w-0 flex-1 truncate">{choice.label}</Base.ItemText>
                    <Base.ItemIndicator>
                      <Check className="size-4 text-accent-text" aria-hidden="true" />
                    </Base.ItemIndicator>
                  </Base.Item>
                ))}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Field>
  );
}

export const popupClass =
  'min-w-(--anchor-width) max-w-(--available-width) rounded-card border bg-raised shadow-mid outline-none';
export const itemClass =
  'flex min-h-11 cursor-default items-center gap-2 rounded-lg px-3 outline-none select-none data-highlighted:bg-sunken';
