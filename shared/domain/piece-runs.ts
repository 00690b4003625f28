import type { Left } from './offer-lines.ts';

/** Pieces of one line that cost the same. */
export type PieceRun = { place: number; priceMinor: number; count: number };

/**
 * The whole pieces of these lines, the dearest first, equal ones in the order of the cart. The pieces of a line share
 * what is left of it in whole minor units, the first ones one more where it does not divide. A piece that costs nothing
 * any more is still a piece.
 */
export function pieceRuns(places: readonly number[], left: Left): PieceRun[] {
  const runs: PieceRun[] = [];
  for (const place of places) {
    const count = left.pieces[place] ?? 0;
    const minor = left.minor[place] ?? 0;
    if (count === 0) continue;
    const dearer = minor % count;
    const priceMinor = (minor - dearer) / count;
    if (dearer > 0) runs.push({ place, priceMinor: priceMinor + 1, count: dearer });
    runs.push({ place, priceMinor, count: count - dearer });
  }
  return runs.sort((a, b) => b.priceMinor - a.priceMinor || a.place - b.place);
}

/** How many pieces `pieceRuns` would list. */
export function countPieces(places: readonly number[], left: Left): number {
  let count = 0;
  for (const place of places) count += left.pieces[place] ?? 0;
  return count;
}
