import { decimalText, parseDecimal } from '../../shared/domain/money.ts';

/** A percent has four decimals when it is written in parts per million. */
const decimals = 4;
const mostPpm = 1_000_000;

/** `12`, `8.875`, `8,875` → parts per million, read digit by digit; null when it is no rate from 0 to 100 %. */
export function readPercent(typed: string): number | null {
  const text = typed.trim().replace(/%$/, '').trim().replace(',', '.');
  const ppm = parseDecimal(text, decimals, false);
  return ppm === null || ppm > mostPpm ? null : ppm;
}

/** Parts per million as one types them: `12`, `8.875`. */
export function percentText(ppm: number): string {
  return decimalText(ppm, { code: 'XXX', exponent: decimals }).replace(/\.?0+$/, '') || '0';
}
