import { useState } from 'react';
import { TextField, type TextFieldProps } from './text-field.tsx';

export type NumberFieldProps = Omit<TextFieldProps, 'value' | 'defaultValue' | 'onChange' | 'type'> & {
  value: number | null;
  onValueChange: (value: number | null) => void;
  /** From the typed text to the number, or null if it is none. Whole numbers unless given. */
  read?: (text: string) => number | null;
  write?: (value: number) => string;
  invalidText?: string;
};

const readWhole = (text: string) =>
  /^-?\d{1,15}$/.test(text.trim()) ? Number.parseInt(text.trim(), 10) : null;

/** A number, typed as text; give `read` and `write` for quantities in thousandths and the like. */
export function NumberField({
  value,
  onValueChange,
  read = readWhole,
  write = String,
  invalidText,
  error,
  inputClassName,
  onBlur,
  ...rest
}: NumberFieldProps) {
  const [text, setText] = useState(() => (value === null ? '' : write(value)));
  const [left, setLeft] = useState(false);
  const [lastValue, setLastValue] = useState(value);
  if (value !== lastValue) {
    setLastValue(value);
    if (value !== read(text)) setText(value === null ? '' : write(value));
  }
  const unreadable = left && text.trim() !== '' && read(text) === null;
  return (
    <TextField
      inputMode="decimal"
      inputClassName={`figures ${inputClassName ?? ''}`}
      {...rest}
      error={error ?? (unreadable ? invalidText : undefined)}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        setLeft(false);
        onValueChange(event.target.value.trim() === '' ? null : read(event.target.value));
      }}
      onBlur={(event) => {
        setLeft(true);
        onBlur?.(event);
      }}
    />
  );
}
