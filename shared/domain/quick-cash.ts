import type { Currency } from './currency.ts';
import { isMinor } from './money.ts';

/** Notes and coins in everyday use, in minor units, ascending. */
const DENOMINATIONS: Readonly<Record<string, readonly number[]>> = {
  PHP: [100, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000],
  USD: [25, 100, 500, 1000, 2000, 5000, 10000],
  EUR: [50, 100, 200, 500, 1000, 2000, 5000, 10000],
  INR: [100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000],
  NPR: [100, 200, 500, 1000, 2000, 5000, 10000, 50000, 100000],
  JPY: [10, 50, 100, 500, 1000, 5000, 10000],
  KWD: [50, 100, 250, 500, 1000, 5000, 10000, 20000],
};

/** 1, 2, 5, 10 … of the major unit, as most currencies are made; from 10 on where there is no minor unit. */
function denominationsOf(currency: Currency): readonly number[] {
  const known = DENOMINATIONS[currency.code];
  if (known) return known;
  const lowest = 10 ** Math.max(currency.exponent, 1);
  return [1, 10, 100, 1000, 10_000].flatMap((row) => [row * lowest, 2 * row * lowest, 5 * row * lowest]);
}

const AT_MOST = 4;

/**
 * What a customer is likely to hand over for this amount: up to four sums at or above it, ascending. A sum is likely
 * when it is a multiple of one note or coin and would be too little without its smallest piece; the two smallest coins
 * are not looked for once the amount is ten times theirs. Empty when nothing is due.
 */
export function quickCash(dueMinor: number, currency: Currency): number[] {
  if (!isMinor(dueMinor) || dueMinor <= 0) return [];
  const pieces = denominationsOf(currency);
  const sums = new Set<number>();
  for (const piece of pieces) {
    const sum = Math.ceil(dueMinor / piece) * piece;
    if (isMinor(sum) && sum - smallestPiece(sum, pieces) < dueMinor) sums.add(sum);
  }
  const ascending = [...sums].sort((a, b) => a - b);
  const smallCoin = pieces[1] ?? 0;
  if (dueMinor < 10 * smallCoin) return ascending.slice(0, AT_MOST);
  return ascending
    .filter((sum) => sum === dueMinor || smallestPiece(sum, pieces) > smallCoin)
    .slice(0, AT_MOST);
}

function smallestPiece(sum: number, pieces: readonly number[]): number {
  let rest = sum;
  let smallest = sum;
  for (const piece of pieces.toReversed()) {
    if (rest < piece) continue;
    rest %= piece;
    smallest = piece;
  }
  return smallest;
}
