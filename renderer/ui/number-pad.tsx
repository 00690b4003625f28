import { Delete } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { PadKey } from './apply-pad-key.ts';

export type NumberPadProps = {
  onKey: (key: PadKey) => void;
  /** The key left of 0; nothing is there when left out. */
  extraKey?: '.' | '00';
  /** Phones count from the top, tills from the bottom. */
  order?: 'till' | 'phone';
  backspaceLabel: string;
  disabled?: boolean;
  label: string;
  className?: string;
};

const rows = {
  till: ['7', '8', '9', '4', '5', '6', '1', '2', '3'],
  phone: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
} as const satisfies Record<string, readonly PadKey[]>;

/** Ten digits to press. Pressing does not take the caret away from the field it types into. */
export function NumberPad({
  onKey,
  extraKey,
  order = 'till',
  backspaceLabel,
  disabled = false,
  label,
  className,
}: NumberPadProps) {
  const button = (key: PadKey, content: ReactNode = key, name?: string) => (
    <button
      key={key}
      type="button"
      tabIndex={-1}
      disabled={disabled}
      aria-label={name}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onKey(key)}
      className="figures flex min-h-13 items-center justify-center rounded-control border bg-surface text-xl font-semibold shadow-low select-none hover:not-disabled:bg-sunken active:not-disabled:bg-accent-soft disabled:opacity-50"
    >
      {content}
    </button>
  );
  return (
    <div role="group" aria-label={label} className={classNames('grid grid-cols-3 gap-2', className)}>
      {rows[order].map((key) => button(key))}
      {extraKey ? button(extraKey) : <span />}
      {button('0')}
      {button('backspace', <Delete className="size-6" aria-hidden="true" />, backspaceLabel)}
    </div>
  );
}
