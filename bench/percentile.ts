/** The value below which `share` (0 to 1) of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export type Measured = {
  what: string;
  at: string;
  /** What the promise compares: a ratio, milliseconds, seconds or KB. */
  value: number;
  unit: string;
  promise: number;
  /** The value shall be at least what is promised, not at most. */
  atLeast?: boolean;
  detail: string;
};

export const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));

export function isKept({ value, promise, atLeast }: Measured): boolean {
  return atLeast === true ? value >= promise : value <= promise;
}
