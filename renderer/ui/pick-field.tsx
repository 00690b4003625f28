import { Combobox as Base } from '@base-ui/react/combobox';
import { Search } from 'lucide-react';
import { useId } from 'react';
import { classNames } from './class-names.ts';
import { controlClass, describedBy, Field, type FieldProps } from './field.tsx';
import { itemClass, popupClass, type Choice } from './select.tsx';

export type PickChoice = Choice<string> & { detail?: string };

export type PickFieldProps = FieldProps & {
  /** What is searched for; the caller finds the choices. */
  text: string;
  onTextChange: (text: string) => void;
  choices: readonly PickChoice[];
  /** The choices are still those of what was searched for before: only those that fit what is written are offered. */
  isOutdated?: boolean;
  /** Empties the field, so that the next can be looked for at once. */
  onPick: (value: string) => void;
  emptyText: string;
  placeholder?: string;
  disabled?: boolean;
};

/** Finds things one after another in a list that is searched elsewhere, each to be put to something else. */
export function PickField({
  label,
  hint,
  error,
  optionalLabel,
  hideLabel,
  className,
  text,
  onTextChange,
  choices: found,
  isOutdated = false,
  onPick,
  emptyText,
  placeholder,
  disabled = false,
}: PickFieldProps) {
  const id = useId();
  const choices = isOutdated ? found.filter(({ label: name }) => holds(name, text)) : found;
  return (
    <Field {...{ id, label, hint, error, optionalLabel, hideLabel: hideLabel ?? false, className }}>
      <Base.Root
        items={choices}
        filter={null}
        value={null}
        disabled={disabled}
        autoHighlight
        inputValue={text}
        onInputValueChange={onTextChange}
        onValueChange={(choice: PickChoice | null) => {
          if (choice === null) return;
          onPick(choice.value);
          onTextChange('');
        }}
      >
        <div className="relative">
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4.5 text-ink-muted"
          />
          <Base.Input
            id={id}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={false}
            aria-describedby={describedBy(id, { hint, error })}
            aria-invalid={error !== undefined || undefined}
            className={classNames(controlClass, 'pl-10')}
          />
        </div>
        <Base.Portal>
          <Base.Positioner className="z-10 outline-none" sideOffset={4}>
            <Base.Popup className={popupClass} hidden={isOutdated && choices.length === 0}>
              <Base.Empty>
                <p className="px-4 py-3 text-ink-muted">{emptyText}</p>
              </Base.Empty>
              <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1 outline-none data-empty:p-0">
                {(choice: PickChoice) => (
                  <Base.Item key={choice.value} value={choice} className={itemClass}>
                    <span className="min-w-0 flex-1 truncate">{choice.label}</span>
                    {choice.detail !== undefined && (
                      <span className="figures shrink-0 text-sm text-ink-muted">{choice.detail}</span>
                    )}
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

const holds = (name: string, text: string) =>
  name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase());
