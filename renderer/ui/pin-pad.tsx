import { useId, useRef } from 'react';
import type { PadKey } from './apply-pad-key.ts';
import { classNames } from './class-names.ts';
import { NumberPad } from './number-pad.tsx';

export type PinPadProps = {
  label: string;
  value: string;
  onValueChange: (pin: string) => void;
  onSubmit: () => void;
  error?: string | undefined;
  padLabel: string;
  backspaceLabel: string;
  maximumLength?: number;
  disabled?: boolean;
};

/** Takes a PIN by finger or by key: the dots are a real password field that keeps the caret. */
export function PinPad({
  label,
  value,
  onValueChange,
  onSubmit,
  error,
  padLabel,
  backspaceLabel,
  maximumLength = 8,
  disabled = false,
}: PinPadProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-col gap-3">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <div className="relative">
        <input
          ref={field}
          id={id}
          type="password"
          inputMode="none"
          autoComplete="off"
          autoFocus
          readOnly={disabled}
          value={value}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          onChange={(event) =>
            onValueChange(event.target.value.replaceAll(/\D/g, '').slice(0, maximumLength))
          }
          onKeyDown={(event) => {
            if (event.key === 'Enter') onSubmit();
          }}
          className="h-14 w-full rounded-control border border-line-strong bg-surface text-center text-transparent caret-transparent outline-offset-0 selection:bg-transparent focus-visible:border-focus aria-invalid:border-danger"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 flex items-center justify-center gap-3"
        >
          {Array.from({ length: Math.max(4, value.length) }, (_, index) => (
            <span
              key={index}
              className={classNames(
                'size-3.5 rounded-full border-2',
                index < value.length ? 'border-ink bg-ink' : 'border-line-strong',
              )}
            />
          ))}
        </span>
      </div>
      <p id={`${id}-error`} role="alert" className="min-h-6 text-center text-sm text-danger">
        {error}
      </p>
      <NumberPad
        label={padLabel}
        order="phone"
        backspaceLabel={backspaceLabel}
        disabled={disabled}
        onKey={(key) => {
          onValueChange(applyPinKey(value, key, maximumLength));
          field.current?.focus();
        }}
      />
    </div>
  );
}

/** A PIN is digits, not a number: `0` in front counts. */
function applyPinKey(pin: string, key: PadKey, maximumLength: number): string {
  if (key === 'backspace') return pin.slice(0, -1);
  return /^\d$/.test(key) ? (pin + key).slice(0, maximumLength) : pin;
}
