import { useState, type ComponentProps } from 'react';
import { decimalText, parseMoney } from '../../shared/domain/money.ts';
import { useFormats } from './format.tsx';
import { TextField, type TextFieldProps } from './text-field.tsx';

export type MoneyFieldProps = Omit<
  TextFieldProps,
  'value' | 'defaultValue' | 'onChange' | 'type' | 'start'
> & {
  /** Minor units; null while nothing readable is typed. */
  value: number | null;
  onValueChange: (minor: number | null) => void;
  allowNegative?: boolean;
  invalidText?: string;
  ref?: ComponentProps<'input'>['ref'];
};

/** An amount of money, typed as text and read exactly into minor units. */
export function MoneyField({
  value,
  onValueChange,
  allowNegative = false,
  invalidText,
  error,
  inputClassName,
  onBlur,
  ...rest
}: MoneyFieldProps) {
  const { currency } = useFormats();
  const read = (typed: string): number | null => {
    const parsed = parseMoney(typed, currency, { allowNegative });
    return parsed.ok ? parsed.value : null;
  };
  const written = (minor: number | null) => (minor === null ? '' : decimalText(minor, currency));
  const [text, setText] = useState(() => written(value));
  const [left, setLeft] = useState(false);
  const [lastValue, setLastValue] = useState(value);
  if (value !== lastValue) {
    setLastValue(value);
    if (value !== read(text)) setText(written(value));
  }
  const unreadable = left && text.trim() !== '' && read(text) === null;
  return (
    <TextField
      inputMode="decimal"
      inputClassName={`figures text-right ${inputClassName ?? ''}`}
      {...rest}
      start={<span className="figures text-sm">{currency.code}</span>}
      error={error ?? (unreadable ? invalidText : undefined)}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        setLeft(false);
        onValueChange(event.target.value.trim() === '' ? null : read(event.target.value));
      }}
      onBlur={(event) => {
        setLeft(true);
        const minor = read(text);
        if (minor !== null) setText(written(minor));
        onBlur?.(event);
      }}
    />
  );
}
