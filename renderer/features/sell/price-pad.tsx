import { decimalText, parseMoney } from '../../../shared/domain/money.ts';
import { useState } from 'react';
import { useCommonText } from '../../app/i18n.ts';
import { applyPadKey, type PadKey } from '../../ui/apply-pad-key.ts';
import { useFormats } from '../../ui/format.tsx';
import { NumberPad } from '../../ui/number-pad.tsx';

/** Digits for a price, for fingers: the first one begins it anew. */
export function PricePad({
  priceMinor,
  onPrice,
}: {
  priceMinor: number | null;
  onPrice: (minor: number | null) => void;
}) {
  const common = useCommonText();
  const { currency } = useFormats();
  const [typed, setTyped] = useState({ text: '', minor: priceMinor });
  const press = (key: PadKey) => {
    // What was typed by other keys meanwhile is where backspace goes on from.
    const isOwn = typed.minor === priceMinor;
    const before = isOwn
      ? typed.text
      : key === 'backspace' && priceMinor !== null
        ? decimalText(priceMinor, currency)
        : '';
    const text = applyPadKey(before, key, { decimals: currency.exponent, maximumLength: 10 });
    const read = parseMoney(text.replace(/\.$/, ''), currency);
    const minor = read.ok ? read.value : null;
    setTyped({ text, minor });
    onPrice(minor);
  };
  return (
    <NumberPad
      label={common('numberPad')}
      backspaceLabel={common('backspace')}
      {...(currency.exponent > 0 ? { extraKey: '.' as const } : {})}
      onKey={press}
    />
  );
}
