import type { OffersTextKey } from './texts.ts';

/** What is wrong with a draft, by field. */
export type Problems<Draft> = Partial<Record<keyof Draft, OffersTextKey>>;

/** A field, whether it is wrong, and what is said of it then. */
export type Check<Draft> = readonly [field: keyof Draft, isWrong: boolean, says: OffersTextKey];

export function problemsOf<Draft>(checks: readonly Check<Draft>[]): Problems<Draft> {
  const wrong = checks.filter(([, isWrong]) => isWrong).map(([field, , says]) => [field, says]);
  return Object.fromEntries(wrong) as Problems<Draft>;
}

/** Whether a number is written and lies in a range. */
export const isWithin = (value: number | null, fewest: number, most: number) =>
  value !== null && value >= fewest && value <= most;
