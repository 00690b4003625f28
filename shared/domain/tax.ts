import { divideRounded, floorMultiplyDivide, isMinor, multiplyDivide, toMinor } from './money.ts';
import type { RoundingMode } from './money.ts';

/** `ratePpm`: parts per million, so 12 % is 120 000. A compound rate is taken on the net and every tax before it. */
export type TaxRate = { name: string; ratePpm: number; compound: boolean };
export type TaxMode = 'inclusive' | 'exclusive';

export type TaxPart = {
  name: string;
  ratePpm: number;
  compound: boolean;
  baseMinor: number;
  taxMinor: number;
};

/** `netMinor + taxMinor = grossMinor`, and the parts' taxes add up to `taxMinor`. */
export type Taxed = { netMinor: number; taxMinor: number; grossMinor: number; parts: TaxPart[] };

/** The fraction of an amount that one rate takes, in lowest terms; `small` when plain numbers can hold it. */
export type TaxShare = {
  numerator: bigint;
  denominator: bigint;
  small: { numerator: number; denominator: number } | null;
};

const MILLION = 1_000_000n;

/**
 * The tax in (inclusive) or on (exclusive) an amount. Every rate's tax is rounded once, by itself, from the exact
 * fraction: `amount × r`, or `amount × r / (1 + all rates)` when the amount has its taxes in it. With one rate that
 * is `tax = gross × r / (100 + r)`, `net = gross − tax`.
 */
export function taxOf(
  amountMinor: number,
  rates: readonly TaxRate[],
  mode: TaxMode,
  rounding: RoundingMode,
): Taxed {
  const taxes = taxShares(rates, mode).map((share) => roundShare(amountMinor, share, rounding));
  return taxedWith(amountMinor, rates, taxes, mode);
}

/** What fraction of an amount each of these rates takes together with the others. Throws RangeError for a rate below 0. */
export function taxShares(rates: readonly TaxRate[], mode: TaxMode): TaxShare[] {
  let scale = MILLION;
  let sum = 0n;
  const weights: bigint[] = [];
  for (const rate of rates) {
    if (!isMinor(rate.ratePpm) || rate.ratePpm < 0)
      throw new RangeError(`Not a tax rate: ${rate.ratePpm} ppm`);
    const ppm = BigInt(rate.ratePpm);
    let weight = (ppm * scale) / MILLION;
    if (rate.compound) {
      weight = ppm * (scale + sum);
      scale *= MILLION;
      sum *= MILLION;
      for (const [index, earlier] of weights.entries()) weights[index] = earlier * MILLION;
    }
    weights.push(weight);
    sum += weight;
  }
  const whole = mode === 'inclusive' ? scale + sum : scale;
  return weights.map((weight) => lowestTerms(weight, whole));
}

/** The share of an amount, rounded once. */
export function roundShare(amountMinor: number, share: TaxShare, rounding: RoundingMode): number {
  if (share.small)
    return multiplyDivide(amountMinor, share.small.numerator, share.small.denominator, rounding);
  return toMinor(divideRounded(BigInt(amountMinor) * share.numerator, share.denominator, rounding));
}

/** The share of an amount rounded down, and the fraction of a unit that this cut off. */
export function floorShare(amountMinor: number, share: TaxShare): { quotient: number; fraction: number } {
  if (share.small) {
    const { numerator, denominator } = share.small;
    const { quotient, remainder } = floorMultiplyDivide(amountMinor, numerator, denominator);
    return { quotient, fraction: remainder / denominator };
  }
  const exact = BigInt(amountMinor) * share.numerator;
  const rest = exact % share.denominator;
  const remainder = rest < 0n ? rest + share.denominator : rest;
  return {
    quotient: toMinor((exact - remainder) / share.denominator),
    fraction: Number(remainder) / Number(share.denominator),
  };
}

/** The amount with the tax of each rate known: net, gross, and what each rate was taken on. */
export function taxedWith(
  amountMinor: number,
  rates: readonly TaxRate[],
  taxes: readonly number[],
  mode: TaxMode,
): Taxed {
  let taxMinor = 0;
  for (const tax of taxes) taxMinor += tax;
  const netMinor = mode === 'inclusive' ? amountMinor - taxMinor : amountMinor;
  const grossMinor = netMinor + taxMinor;
  if (!isMinor(taxMinor) || !isMinor(netMinor) || !isMinor(grossMinor)) {
    throw new RangeError(`Too large for an amount of money: ${amountMinor} and its tax`);
  }
  let before = netMinor;
  const parts = rates.map(({ name, ratePpm, compound }, index) => {
    const tax = taxes[index] ?? 0;
    const baseMinor = compound ? before : netMinor;
    before += tax;
    return { name, ratePpm, compound, baseMinor, taxMinor: tax };
  });
  return { netMinor, taxMinor, grossMinor, parts };
}

function lowestTerms(numerator: bigint, denominator: bigint): TaxShare {
  let divisor = denominator;
  for (let rest = numerator; rest > 0n;) [divisor, rest] = [rest, divisor % rest];
  const lowest = { numerator: numerator / divisor, denominator: denominator / divisor };
  const small = { numerator: Number(lowest.numerator), denominator: Number(lowest.denominator) };
  return { ...lowest, small: isMinor(small.numerator) && isMinor(small.denominator) ? small : null };
}
