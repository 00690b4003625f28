import type { Product } from '../../../shared/api/catalog.ts';
import { ONE } from '../../../shared/domain/quantity.ts';
import type { CartDraft } from './cart-draft.ts';

/** Something that no catalogue knows, as it was typed; `lineId` names its line. */
export type AdHocItem = { lineId: string; name: string; unitPriceMinor: number; taxClassId: string };

/** Rings up an ad-hoc item as a new last line. */
export function addAdHoc(
  draft: CartDraft,
  { lineId, name, unitPriceMinor, taxClassId }: AdHocItem,
): CartDraft {
  const product: Product = {
    id: lineId,
    sku: null,
    name,
    barcodes: [],
    categoryId: null,
    colour: 'grey',
    priceMinor: unitPriceMinor,
    taxClassId,
    unit: 'each',
    tracksStock: false,
    onHandMilli: 0,
    lowStockMilli: null,
    favouritePosition: null,
    pointsMultiplierPpm: 1_000_000,
    archived: false,
    updatedAt: '',
  };
  const line = { lineId, product, quantityMilli: ONE, unitPriceMinor, isAdHoc: true as const };
  return { ...draft, lines: [...draft.lines, line], selectedLineId: lineId };
}
