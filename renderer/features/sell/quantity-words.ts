import type { Product } from '../../../shared/api/catalog.ts';
import { quantityText } from '../../../shared/domain/quantity.ts';
import { sellTexts } from './texts.ts';

/** `3`, or `1.25 kg`. */
export function quantityWords(milli: number, unit: Product['unit']): string {
  const quantity = quantityText(milli);
  return unit === 'kg' ? sellTexts.text('kilograms', { quantity }) : quantity;
}

/** What the shelf says about a product's stock, or null when it has enough or nobody counts it. */
export function stockWords(product: Product): { text: string; isOut: boolean } | null {
  const { tracksStock, onHandMilli, lowStockMilli, unit } = product;
  if (!tracksStock) return null;
  // Without a level nobody has said that this product is counted: nothing is known to be out.
  if (lowStockMilli === null) return null;
  if (onHandMilli <= 0) return { text: sellTexts.text('stockOut'), isOut: true };
  if (onHandMilli > lowStockMilli) return null;
  return {
    text: sellTexts.text('stockLow', { quantity: quantityWords(roughly(onHandMilli), unit) }),
    isOut: false,
  };
}

/** To 100 g: a shelf label is no scale. */
function roughly(milli: number): number {
  return milli > 100 ? milli - (milli % 100) : milli;
}
