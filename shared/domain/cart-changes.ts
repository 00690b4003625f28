import { multiplyDivide } from './money.ts';

/** A line as it was rung up; `amountMinor` is what it came to before discounts. */
export type RungUpLine = {
  lineId: string;
  productId: string | null;
  name: string;
  quantityMilli: number;
  amountMinor: number;
};

/** What was taken out of a cart: a whole line, or a part of its quantity. */
export type Removal = RungUpLine & { kind: 'removed' | 'lowered' };

/**
 * What is in a cart no more that was in it before: lines that are gone, and what quantities were lowered by, with the
 * share of their amount.
 */
export function removalsBetween(before: readonly RungUpLine[], now: readonly RungUpLine[]): Removal[] {
  const left = new Map(now.map((line) => [line.lineId, line]));
  return before.flatMap((line): Removal[] => {
    const current = left.get(line.lineId);
    if (current === undefined) return [{ ...line, kind: 'removed' }];
    const quantityMilli = line.quantityMilli - current.quantityMilli;
    if (quantityMilli <= 0) return [];
    const amountMinor = multiplyDivide(line.amountMinor, quantityMilli, line.quantityMilli, 'half-up');
    return [{ ...line, kind: 'lowered', quantityMilli, amountMinor }];
  });
}
