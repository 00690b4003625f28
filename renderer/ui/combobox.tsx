import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { classNames } from './class-names.ts';
import { controlClass, describedBy, Field, type FieldProps } from './field.tsx';
import { itemClass, popupClass, type Choice } from './select.tsx';

export type ComboboxProps = FieldProps & {
  value: string | null;
  onValueChange: (value: string) => void;
  choices: readonly Choice<string>[];
  emptyText: string;
  openLabel: string;
  placeholder?: string;
  disabled?: boolean;
};

/** One of many choices, found by typing a part of it. */
export function Combobox({
  label,
  hint,
  error,
  optionalLabel,
  hideLabel,
  className,
  value,
  onValueChange,
  choices,
  emptyText,
  openLabel,
  placeholder,
  disabled = false,
}: ComboboxProps) {
  const id = useId();
  const chosen = choices.find((choice) => choice.value === value) ?? null;
  return (
    <Field {...{ id, label, hint, error, optionalLabel, hideLabel: hideLabel ?? false, className }}>
      <Base.Root
        items={choices}
        value={chosen}
        disabled={disabled}
        autoHighlight
        limit={100}
        onValueChange={(next) => {
          if (next !== null) onValueChange(next.value);
        }}
      >
        <Base.InputGroup className="relative">
          <Base.Input
            id={id}
            placeholder={placeholder}
            autoComplete="off"
            aria-describedby={describedBy(id, { hint, error })}
            aria-invalid={error !== undefined || undefined}
            className={classNames(controlClass, 'pr-11')}
          />
          <Base.Trigger
            aria-label={openLabel}
            className="absolute inset-y-0 right-0 flex w-11 items-center justify-center text-ink-muted"
          >
            <ChevronDown className="size-4" aria-hidden="true" />
          </Base.Trigger>
        </Base.InputGroup>
        <Base.Portal>
          <Base.Positioner className="z-10 outline-none" sideOffset={4}>
            <Base.Popup className={popupClass}>
              <Base.Empty>
                <p className="px-4 py-3 text-ink-muted">{emptyText}</p>
              </Base.Empty>
              <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1 outline-none data-empty:p-0">
                {(choice: Choice<string>) => (
                  <Base.Item key={choice.value} value={choice} className={itemClass}>
                    <span className="min-w-0 flex-1 truncate">{choice.label}</span>
                    <Base.ItemIndicator>
                      <Check className="size-4 text-accent-text" aria-hidden="true" />
                    </Base.ItemIndicator>
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Field>
  );
}
