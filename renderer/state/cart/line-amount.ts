import type { PricedLine } from '../../../shared/domain/price.ts';

/**
 * What a line shows, as the price tags and the receipt say it: its own discount taken off, tax in it or not by the
 * shop's prices. So the lines add up to what stands above the tax.
 */
export function lineAmountMinor({ grossMinor, lineDiscountMinor }: PricedLine): number {
  return grossMinor - lineDiscountMinor;
}
