import { useState } from 'react';
import { TextField, type TextFieldProps } from './text-field.tsx';
import { isDate } from './step-date.ts';

export type DateFieldProps = Omit<TextFieldProps, 'type' | 'value' | 'onChange'> & {
  value: string;
  onValueChange: (date: string) => void;
};

/** A calendar date; what is typed halfway is not told on. An empty field is the empty text. */
export function DateField({ value, onValueChange, ...rest }: DateFieldProps) {
  const [typed, setTyped] = useState(value);
  const [lastValue, setLastValue] = useState(value);
  if (value !== lastValue) {
    setLastValue(value);
    setTyped(value);
  }
  return (
    <TextField
      {...rest}
      type="date"
      inputClassName="figures"
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        if (event.target.value === '' || isDate(event.target.value)) onValueChange(event.target.value);
      }}
    />
  );
}
