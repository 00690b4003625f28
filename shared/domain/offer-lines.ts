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
 * What offers may still take, by the line's place in the cart: `minor` of its money. `pieces` are whole ones that cost
 * something before any offer, `freePieces` those among them that an offer made free. A line that comes back has
 * nothing, a weighed one has no pieces.
 */
export type Left = { minor: number[]; pieces: readonly number[]; freePieces: number[] };

/** The places of the lines that are sold, not brought back, by what scopes ask for: the dearest pieces first. */
export type LinePlaces = {
  all: readonly number[];
  byProduct: ReadonlyMap<string, readonly number[]>;
  byCategory: ReadonlyMap<string, readonly number[]>;
  /** Where a place stands in `all`. */
  rank: readonly number[];
};

/** `amounts`: of each line, after its own discount. */
export function leftOf(lines: readonly OfferLine[], amounts: readonly number[]): Left {
  const minor: number[] = [];
  const pieces: number[] = [];
  const freePieces: number[] = [];
  for (const [place, { quantityMilli }] of lines.entries()) {
    const amountMinor = amounts[place] ?? 0;
    const isPaid = quantityMilli > 0 && amountMinor > 0;
    minor.push(isPaid ? amountMinor : 0);
    pieces.push(isPaid && quantityMilli % ONE === 0 ? quantityMilli / ONE : 0);
    freePieces.push(0);
  }
  return { minor, pieces, freePieces };
}

/**
 * Finds the lines of every scope at once, so that many offers on a long cart stay quick. They come in the order in
 * which pieces are counted, so that counting them hardly has to sort; equal ones in the order of the cart.
 */
export function placesOf(lines: readonly OfferLine[], { minor, pieces }: Left): LinePlaces {
  const piecePrice = minor.map((amount, place) => amount / Math.max(pieces[place] ?? 0, 1));
  const all: number[] = [];
  for (const [place, { quantityMilli }] of lines.entries()) if (quantityMilli > 0) all.push(place);
  all.sort((a, b) => (piecePrice[b] ?? 0) - (piecePrice[a] ?? 0) || a - b);
  const byProduct = new Map<string, number[]>();
  const byCategory = new Map<string, number[]>();
  const rank: number[] = lines.map(() => 0);
  for (const [index, place] of all.entries()) {
    rank[place] = index;
    putUnder(byProduct, lines[place]?.productId, place);
    putUnder(byCategory, lines[place]?.categoryId, place);
  }
  return { all, byProduct, byCategory, rank };
}

/** The lines that a scope looks at, the dearest pieces first. */
export function placesInScope(scope: OfferScope, places: LinePlaces): readonly number[] {
  switch (scope.kind) {
    case 'all':
      return places.all;
    case 'products':
      return placesUnder(places.byProduct, scope.productIds, places.rank);
    case 'categories':
      return placesUnder(places.byCategory, scope.categoryIds, places.rank);
  }
}

function putUnder(map: Map<string, number[]>, id: string | null | undefined, place: number): void {
  if (id === null || id === undefined) return;
  const known = map.get(id);
  if (known) known.push(place);
  else map.set(id, [place]);
}

function placesUnder(
  map: ReadonlyMap<string, readonly number[]>,
  ids: readonly string[],
  rank: readonly number[],
): readonly number[] {
  const found: number[] = [];
  for (const id of new Set(ids)) found.push(...(map.get(id) ?? []));
  return found.sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0));
}
