import type { ProductForSale, SaleLine } from './decided-sale.ts';

export type ShortLine = { productId: string; name: string; onHandMilli: number; wantedMilli: number };

/** The products of a sale of which there is less in stock than it takes, over all its lines. */
export function shortLines(lines: readonly Pick<SaleLine, 'product' | 'quantityMilli'>[]): ShortLine[] {
  const wanted = new Map<string, { product: ProductForSale; milli: number }>();
  for (const { product, quantityMilli } of lines) {
    if (product === null || product.tracks_stock === 0) continue;
    wanted.set(product.id, { product, milli: (wanted.get(product.id)?.milli ?? 0) + quantityMilli });
  }
  return [...wanted.values()]
    .filter(({ product, milli }) => product.on_hand_milli < milli)
    .map(({ product, milli }) => ({
      productId: product.id,
      name: product.name,
      onHandMilli: product.on_hand_milli,
      wantedMilli: milli,
    }));
}
