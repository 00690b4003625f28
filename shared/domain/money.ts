import type { Currency } from './currency.ts';
import { fail, ok, type Result } from './result.ts';

export type RoundingMode = 'half-up' | 'half-even';
export type ParseMoneyOptions = { allowNegative?: boolean };

/** Whether `n` may be an amount in minor units: an integer that a number holds exactly. */
export function isMinor(n: number): boolean {
  return Number.isSafeInteger(n);
}

/**
 * `numerator / denominator`, rounded to an integer. A tie goes away from zero (`half-up`) or to the even neighbour
 * (`half-even`). Both are symmetrical around zero, so that a return undoes exactly what its sale did.
 * Throws RangeError when the denominator is zero.
 */
export function divideRounded(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  if (remainder === 0n) return quotient;
  const twice = 2n * (remainder < 0n ? -remainder : remainder);
  const whole = denominator < 0n ? -denominator : denominator;
  const away = numerator < 0n === denominator < 0n ? 1n : -1n;
  if (twice > whole) return quotient + away;
  if (twice < whole) return quotient;
  return mode === 'half-up' || quotient % 2n !== 0n ? quotient + away : quotient;
}

/**
 * `a × b / divisor`, exact and rounded once. All are safe integers, the divisor above zero; throws RangeError
 * otherwise, or when the result is none.
 */
export function multiplyDivide(a: number, b: number, divisor: number, mode: RoundingMode): number {
  if (!isMinor(a) || !isMinor(b) || !isMinor(divisor) || divisor <= 0) {
    throw new RangeError(`Not safe integers over a divisor above zero: ${a} × ${b} / ${divisor}`);
  }
  const product = a * b;
  if (!isMinor(product)) return toMinor(divideRounded(BigInt(a) * BigInt(b), BigInt(divisor), mode));
  const remainder = product % divisor;
  const quotient = (product - remainder) / divisor;
  if (remainder === 0) return quotient;
  const over = Math.abs(remainder);
  const under = divisor - over;
  if (over < under) return quotient;
  if (over === under && mode === 'half-even' && quotient % 2 === 0) return quotient;
  return product < 0 ? quotient - 1 : quotient + 1;
}

/** A bigint as an amount; throws RangeError when a number cannot hold it exactly. */
export function toMinor(n: bigint): number {
  const minor = Number(n);
  if (!isMinor(minor)) throw new RangeError(`Too large for an amount of money: ${n}`);
  return minor;
}

/** The sum; throws RangeError when an amount or the sum is not a safe integer. */
export function addMinor(...amounts: number[]): number {
  let sum = 0;
  for (const amount of amounts) {
    sum += amount;
    if (!isMinor(amount) || !isMinor(sum)) throw new RangeError(`Not an amount of money: ${amount}, ${sum}`);
  }
  return sum;
}

/** `floor(a × b / divisor)` and what it leaves, `0 ≤ remainder < divisor`; safe integers, divisor above zero. */
export function floorMultiplyDivide(
  a: number,
  b: number,
  divisor: number,
): { quotient: number; remainder: number } {
  const product = a * b;
  if (isMinor(product)) {
    const rest = product % divisor;
    const towardsZero = (product - rest) / divisor;
    if (rest < 0) return { quotient: towardsZero - 1, remainder: rest + divisor };
    return { quotient: towardsZero, remainder: Math.abs(rest) };
  }
  const large = BigInt(a) * BigInt(b);
  const whole = BigInt(divisor);
  const rest = large % whole;
  const remainder = rest < 0n ? rest + whole : rest;
  return { quotient: toMinor((large - remainder) / whole), remainder: Number(remainder) };
}

/**
 * Hands out the units that rounding down left over: one each to the largest remainders, the earlier part first on a
 * tie. Changes `parts`, which then add up to `totalMinor`.
 */
export function handOutLeftover(parts: number[], remainders: readonly number[], totalMinor: number): void {
  let left = totalMinor - addMinor(...parts);
  if (left === 0) return;
  const order = parts.map((_, index) => index);
  order.sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);
  for (const index of order) {
    if (left === 0) return;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
}

/**
 * Shares a total over parts in proportion to their weights; the parts always add up to the total, and none is more
 * than one unit from its exact share. A weight of zero gets nothing, unless all are zero: then all count the same.
 * A negative total is shared as its mirror image. Throws RangeError for a negative or unsafe weight, or when there
 * is something to share and nobody to take it.
 */
export function shareByLargestRemainder(totalMinor: number, weights: readonly number[]): number[] {
  if (!isMinor(totalMinor) || weights.some((weight) => !isMinor(weight) || weight < 0)) {
    throw new RangeError('The total and the weights must be safe integers, the weights not negative');
  }
  if (weights.length === 0) {
    if (totalMinor === 0) return [];
    throw new RangeError(`Nobody to share ${totalMinor} with`);
  }
  if (totalMinor < 0) return shareByLargestRemainder(-totalMinor, weights).map((part) => 0 - part);
  const sum = addMinor(...weights);
  if (sum === 0)
    return shareByLargestRemainder(
      totalMinor,
      weights.map(() => 1),
    );
  const remainders: number[] = [];
  const parts = weights.map((weight) => {
    const { quotient, remainder } = floorMultiplyDivide(totalMinor, weight, sum);
    remainders.push(remainder);
    return quotient;
  });
  handOutLeftover(parts, remainders, totalMinor);
  return parts;
}

/**
 * Reads an amount as a person or a client writes it: ASCII digits with at most one point and at most the currency's
 * decimals; never through a float. Gives minor units, or the failure `money-invalid`.
 */
export function parseMoney(
  text: string,
  currency: Currency,
  options: ParseMoneyOptions = {},
): Result<number> {
  const minor = parseDecimal(text, currency.exponent, options.allowNegative ?? false);
  if (minor !== null) return ok(minor);
  const places =
    currency.exponent === 0
      ? 'digits only'
      : `digits, and a point with at most ${currency.exponent} decimals`;
  const example = decimalText(125 * 10 ** Math.max(0, currency.exponent - 1), currency);
  return fail({ code: 'money-invalid', message: `Write the amount like ${example}: ${places}.` });
}

const DECIMAL = /^(-?)(\d{1,16})(?:\.(\d{1,16}))?$/;

/** Digits with at most `decimals` places as an integer of the smallest place; null when it is not exactly that. */
export function parseDecimal(text: string, decimals: number, allowNegative: boolean): number | null {
  const found = DECIMAL.exec(text);
  if (!found) return null;
  const [, sign = '', whole = '', fraction = ''] = found;
  if ((sign && !allowNegative) || fraction.length > decimals) return null;
  const units = Number(whole + fraction.padEnd(decimals, '0'));
  if (!isMinor(units)) return null;
  return sign ? 0 - units : units;
}

/** The amount with a point and all of the currency's decimals, and nothing else: `12.50`, `-0.05`, `1250` (JPY). */
export function decimalText(minor: number, currency: Currency): string {
  if (!isMinor(minor)) throw new RangeError(`Not an amount of money: ${minor}`);
  const digits = String(Math.abs(minor)).padStart(currency.exponent + 1, '0');
  const sign = minor < 0 ? '-' : '';
  if (currency.exponent === 0) return sign + digits;
  const point = digits.length - currency.exponent;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
