import { gtinCheckDigit } from '../../../shared/domain/codes.ts';

/** An EAN-13 of the range that GS1 leaves to shops themselves (20–29), so that it is nobody's real product. */
export function inStoreBarcode(number: number): string {
  const digits = `2990${String(number).padStart(8, '0')}`;
  return `${digits}${gtinCheckDigit(digits)}`;
}
