import type { OfferScope } from './offers.ts';
import { ONE } from './quantity.ts';

/** What offers look at of a cart's line. */
export type OfferLine = {
  lineId: string;
  productId: string | null;
  categoryId?: string | null | undefined;
  quantityMilli: number;
};

/**
 * What offers may still take, by the line's place in the cart: money, and whole pieces that are paid for. A line that
 * comes back has neither, a weighed one has no pieces.
 */
export type Left = { minor: number[]; pieces: number[] };

/** The places of the lines that are sold, not brought back, in their order. */
export type LinePlaces = {
  all: readonly number[];
  byProduct: ReadonlyMap<string, readonly number[]>;
  byCategory: ReadonlyMap<string, readonly number[]>;
};

/** `amounts`: of each line, after its own discount. */
export function leftOf(lines: readonly OfferLine[], amounts: readonly number[]): Left {
  const minor: number[] = [];
  const pieces: number[] = [];
  for (const [place, { quantityMilli }] of lines.entries()) {
    const isSold = quantityMilli > 0;
    minor.push(isSold ? Math.max(amounts[place] ?? 0, 0) : 0);
    pieces.push(isSold && quantityMilli % ONE === 0 ? quantityMilli / ONE : 0);
  }
  return { minor, pieces };
}

/** Finds the lines of every scope at once, so that many offers on a long cart stay quick. */
export function placesOf(lines: readonly OfferLine[]): LinePlaces {
  const all: number[] = [];
  const byProduct = new Map<string, number[]>();
  const byCategory = new Map<string, number[]>();
  for (const [place, { productId, categoryId, quantityMilli }] of lines.entries()) {
    if (quantityMilli <= 0) continue;
    all.push(place);
    if (productId !== null) putUnder(byProduct, productId, place);
    if (categoryId !== null && categoryId !== undefined) putUnder(byCategory, categoryId, place);
  }
  return { all, byProduct, byCategory };
}

/** The lines that a scope looks at, in the order of the cart. */
export function placesInScope(scope: OfferScope, places: LinePlaces): readonly number[] {
  switch (scope.kind) {
    case 'all':
      return places.all;
    case 'products':
      return placesUnder(places.byProduct, scope.productIds);
    case 'categories':
      return placesUnder(places.byCategory, scope.categoryIds);
  }
}

function putUnder(map: Map<string, number[]>, id: string, place: number): void {
  const known = map.get(id);
  if (known) known.push(place);
  else map.set(id, [place]);
}

function placesUnder(map: ReadonlyMap<string, readonly number[]>, ids: readonly string[]): readonly number[] {
  const found = new Set<number>();
  for (const id of ids) for (const place of map.get(id) ?? []) found.add(place);
  return [...found].sort((a, b) => a - b);
}
