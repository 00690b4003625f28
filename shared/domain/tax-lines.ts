import { divideRounded, handOutLeftover, toMinor, type RoundingMode } from './money.ts';
import {
  floorShare,
  roundShare,
  taxedWith,
  taxShares,
  type Taxed,
  type TaxMode,
  type TaxPart,
  type TaxRate,
  type TaxShare,
} from './tax.ts';

export type TaxableLine = { amountMinor: number; rates: readonly TaxRate[] };
export type TaxRules = { taxMode: TaxMode; taxRounding: 'line' | 'order'; rounding: RoundingMode };

type RateOnLine = { line: number; position: number; amountMinor: number; share: TaxShare };

/**
 * The taxes of every line. Rounded per line: each line by itself. Rounded per order: each rate once over all the
 * lines that carry it, then handed back to these lines by largest remainder, so that the lines add up to the order.
 */
export function taxLines(lines: readonly TaxableLine[], rules: TaxRules): Taxed[] {
  const sharesOf = rememberShares(rules.taxMode);
  const shares = lines.map((line) => sharesOf(line.rates));
  const taxes =
    rules.taxRounding === 'line'
      ? lines.map((line, index) =>
          (shares[index] ?? []).map((share) => roundShare(line.amountMinor, share, rules.rounding)),
        )
      : taxPerOrder(lines, shares, rules.rounding);
  return lines.map((line, index) =>
    taxedWith(line.amountMinor, line.rates, taxes[index] ?? [], rules.taxMode),
  );
}

/** One total per rate, in the order in which the lines first carry them. */
export function addUpTaxes(taxed: readonly Taxed[]): TaxPart[] {
  const totals = new Map<string, TaxPart>();
  for (const line of taxed) {
    for (const part of line.parts) {
      const key = rateKey(part);
      const total = totals.get(key);
      if (total) {
        total.baseMinor += part.baseMinor;
        total.taxMinor += part.taxMinor;
      } else totals.set(key, { ...part });
    }
  }
  return [...totals.values()];
}

function taxPerOrder(
  lines: readonly TaxableLine[],
  shares: readonly (readonly TaxShare[])[],
  rounding: RoundingMode,
): number[][] {
  const taxes = lines.map((line) => line.rates.map(() => 0));
  const byRate = new Map<string, RateOnLine[]>();
  for (const [line, { amountMinor, rates }] of lines.entries()) {
    for (const [position, rate] of rates.entries()) {
      const share = shares[line]?.[position];
      if (!share) continue;
      const key = rateKey(rate);
      const carriers = byRate.get(key);
      if (carriers) carriers.push({ line, position, amountMinor, share });
      else byRate.set(key, [{ line, position, amountMinor, share }]);
    }
  }
  for (const carriers of byRate.values()) {
    const floors = carriers.map(({ amountMinor, share }) => floorShare(amountMinor, share));
    const parts = floors.map((floor) => floor.quotient);
    const fractions = floors.map((floor) => floor.fraction);
    handOutLeftover(parts, fractions, roundTogether(carriers, rounding));
    for (const [index, { line, position }] of carriers.entries()) {
      const ofLine = taxes[line];
      if (ofLine) ofLine[position] = parts[index] ?? 0;
    }
  }
  return taxes;
}

/** The exact taxes of one rate on all its lines, added and then rounded once. */
function roundTogether(carriers: readonly RateOnLine[], rounding: RoundingMode): number {
  const amounts = new Map<TaxShare, bigint>();
  for (const { share, amountMinor } of carriers) {
    amounts.set(share, (amounts.get(share) ?? 0n) + BigInt(amountMinor));
  }
  let numerator = 0n;
  let denominator = 1n;
  for (const [share, amount] of amounts) {
    numerator = numerator * share.denominator + amount * share.numerator * denominator;
    denominator *= share.denominator;
  }
  return toMinor(divideRounded(numerator, denominator, rounding));
}

/** Lines with the same rates get the very same shares, worked out once. */
function rememberShares(mode: TaxMode): (rates: readonly TaxRate[]) => readonly TaxShare[] {
  const known = new Map<string, readonly TaxShare[]>();
  return (rates) => {
    const key = rates.map(rateKey).join('\n');
    let shares = known.get(key);
    if (!shares) {
      shares = taxShares(rates, mode);
      known.set(key, shares);
    }
    return shares;
  };
}

function rateKey(rate: TaxRate): string {
  return `${rate.ratePpm} ${rate.compound} ${rate.name}`;
}
