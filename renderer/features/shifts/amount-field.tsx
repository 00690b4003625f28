import type { Ref } from 'react';
import { useFormats } from '../../ui/format.tsx';
import { NumberPad } from '../../ui/number-pad.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { padAmount } from './pad-amount.ts';

export type AmountFieldProps = {
  label: string;
  hint?: string | undefined;
  error: string | undefined;
  value: string;
  onValueChange: (text: string) => void;
  ref?: Ref<HTMLInputElement> | undefined;
  autoFocus?: boolean;
};

/** An amount as a person of this shop writes it; read by whoever takes it. */
export function AmountField({
  label,
  hint,
  error,
  value,
  onValueChange,
  ref,
  autoFocus = false,
}: AmountFieldProps) {
  const { currency } = useFormats();
  return (
    <TextField
      ref={ref}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where it was just asked for
      autoFocus={autoFocus}
      label={label}
      hint={hint}
      error={error}
      inputMode="decimal"
      start={<span className="figures text-sm">{currency.code}</span>}
      inputClassName="figures min-h-14 pl-14! text-right text-xl font-semibold"
      value={value}
      onChange={(event) => onValueChange(event.target.value)}
    />
  );
}

export type AmountPadProps = { value: string; onValueChange: (text: string) => void; className?: string };

/** The pad that types into it, for tills without a keyboard. */
export function AmountPad({ value, onValueChange, className }: AmountPadProps) {
  const common = useCommonText();
  const { currency, locale } = useFormats();
  return (
    <NumberPad
      label={common('numberPad')}
      backspaceLabel={common('backspace')}
      extraKey={currency.exponent === 0 ? '00' : '.'}
      onKey={(key) => onValueChange(padAmount(value, key, currency, locale))}
      {...(className === undefined ? {} : { className })}
    />
  );
}
