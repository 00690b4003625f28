import { isMinor, parseDecimal } from './money.ts';
import { fail, ok, type Result } from './result.ts';

/** One piece, or one kilogram: quantities are integer thousandths. */
export const ONE = 1000;

/**
 * Reads a quantity above zero: ASCII digits with at most one point and three decimals. Gives thousandths, or the
 * failure `quantity-invalid`.
 */
export function parseQuantity(text: string): Result<number> {
  const milli = parseDecimal(text, 3, false);
  if (milli !== null && milli > 0) return ok(milli);
  return fail({
    code: 'quantity-invalid',
    message: 'Write the quantity like 2 or 1.250: more than nothing, with a point and at most 3 decimals.',
  });
}

/** As short as it goes: `2`, `1.25`, `-0.005`. */
export function quantityText(milli: number): string {
  if (!isMinor(milli)) throw new RangeError(`Not a quantity: ${milli}`);
  const size = Math.abs(milli);
  const thousandths = size % ONE;
  const whole = (milli < 0 ? '-' : '') + String((size - thousandths) / ONE);
  if (thousandths === 0) return whole;
  return `${whole}.${String(thousandths).padStart(3, '0').replace(/0+$/, '')}`;
}
