import { decimalText, parseDecimal } from '../../shared/domain/money.ts';

/** A factor has six decimals when it is written in millionths. */
const decimals = 6;
const mostPpm = 100_000_000;

/** `2`, `1.5`, `0,5` → millionths, read digit by digit; null when it is no factor from 0 to 100. */
export function readTimes(typed: string): number | null {
  const text = typed.trim().replace(/[×x]$/i, '').trim().replace(',', '.');
  const ppm = parseDecimal(text, decimals, false);
  return ppm === null || ppm > mostPpm ? null : ppm;
}

/** Millionths as one types a factor: `2`, `1.5`. */
export function timesText(ppm: number): string {
  return decimalText(ppm, { code: 'XXX', exponent: decimals }).replace(/\.?0+$/, '') || '0';
}
