import type { Currency } from './currency.ts';
import type { Result } from './result.ts';

export type RoundingMode = 'half-up' | 'half-even';
export type ParseMoneyOptions = { allowNegative?: boolean };

const unwritten = (...of: unknown[]): never => {
  throw new Error(`not written yet: ${of.length}`);
};

export const isMinor = (n: number): boolean => Number.isSafeInteger(n);
export const divideRounded = (numerator: bigint, denominator: bigint, mode: RoundingMode): bigint =>
  unwritten(numerator, denominator, mode);
export const multiplyDivide = (a: number, b: number, divisor: number, mode: RoundingMode): number =>
  unwritten(a, b, divisor, mode);
export const addMinor = (...amounts: number[]): number => unwritten(amounts);
export const shareByLargestRemainder = (totalMinor: number, weights: readonly number[]): number[] =>
  unwritten(totalMinor, weights);
export const parseMoney = (
  text: string,
  currency: Currency,
  options: ParseMoneyOptions = {},
): Result<number> => unwritten(text, currency, options);
export const decimalText = (minor: number, currency: Currency): string => unwritten(minor, currency);
