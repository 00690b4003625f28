import type { RoundingMode } from './money.ts';

export type TaxRate = { name: string; ratePpm: number; compound: boolean };
export type TaxMode = 'inclusive' | 'exclusive';
export type TaxPart = {
  name: string;
  ratePpm: number;
  compound: boolean;
  baseMinor: number;
  taxMinor: number;
};
export type Taxed = { netMinor: number; taxMinor: number; grossMinor: number; parts: TaxPart[] };

export function taxOf(
  amountMinor: number,
  rates: readonly TaxRate[],
  mode: TaxMode,
  rounding: RoundingMode,
): Taxed {
  throw new Error(`not written yet: ${amountMinor}${rates.length}${mode}${rounding}`);
}
