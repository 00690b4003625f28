import { discountOn } from './discount.ts';
import { shareByLargestRemainder, type RoundingMode } from './money.ts';
import type { Left } from './offer-lines.ts';
import type { PromotionEffect } from './offers.ts';
import { countPieces, pieceRuns, type PieceRun } from './piece-runs.ts';

/** What is taken off one line, nothing perhaps where its pieces only count; `freePieces` of it cost nothing then. */
export type LinePart = { place: number; amountMinor: number; freePieces: number };

/** The parts add up to `discountMinor`; each is of a line that the effect used. */
export type Taken = { discountMinor: number; parts: readonly LinePart[] };

type Percent = { kind: 'percent'; percentPpm: number };
type BuyGet = { kind: 'buy-get'; buyCount: number; getCount: number; percentPpm: number };
type Bundle = { kind: 'bundle'; count: number; priceMinor: number };

/** Hears of pieces of a line that a group counts, what those that get cheaper cost, and how many these are. */
type OnUse = (place: number, minor: number, pieces: number) => void;

export const nothingTaken: Taken = { discountMinor: 0, parts: [] };

const ALL_PPM = 1_000_000;

/**
 * How much an effect takes off these lines as they are left. On fewer lines, or where less is left of them, it is
 * never more than before: choosing the best promotions relies on that.
 */
export function savingOf(
  effect: PromotionEffect,
  places: readonly number[],
  left: Left,
  rounding: RoundingMode,
): number {
  switch (effect.kind) {
    case 'percent':
      return sumOver(places, (place) => discountOn(left.minor[place] ?? 0, effect, rounding));
    case 'amount':
      return Math.min(
        Math.max(effect.amountMinor, 0),
        sumOver(places, (place) => left.minor[place] ?? 0),
      );
    case 'buy-get':
      return buyGetSaving(effect, places, left, rounding);
    case 'bundle':
      return bundleSaving(effect, places, left);
    case 'points':
      return 0;
  }
}

/** `savingOf`, and what each line gives of it: never more than it has. */
export function takeOff(
  effect: PromotionEffect,
  places: readonly number[],
  left: Left,
  rounding: RoundingMode,
): Taken {
  switch (effect.kind) {
    case 'percent':
      return takePercent(effect, places, left, rounding);
    case 'amount': {
      const weights = places.map((place) => left.minor[place] ?? 0);
      return shareOver(savingOf(effect, places, left, rounding), places, weights);
    }
    case 'buy-get':
      return takeFromPieces(effect.percentPpm >= ALL_PPM, (onUse) =>
        buyGetSaving(effect, places, left, rounding, onUse),
      );
    case 'bundle':
      return takeFromPieces(false, (onUse) => bundleSaving(effect, places, left, onUse));
    case 'points':
      return nothingTaken;
  }
}

/** How many more pieces these lines need before the effect takes anything; 0 when pieces are not what is missing. */
export function missingPieces(effect: PromotionEffect, places: readonly number[], left: Left): number {
  if (effect.kind !== 'buy-get' && effect.kind !== 'bundle') return 0;
  const needed = effect.kind === 'bundle' ? effect.count : effect.buyCount + effect.getCount;
  return Math.max(needed - countPieces(places, left), 0);
}

/** Leaves on each line what the parts do not take. */
export function takeFrom(left: Left, { parts }: Taken): void {
  for (const { place, amountMinor, freePieces } of parts) {
    left.minor[place] = (left.minor[place] ?? 0) - amountMinor;
    left.freePieces[place] = (left.freePieces[place] ?? 0) + freePieces;
  }
}

function takePercent(effect: Percent, places: readonly number[], left: Left, rounding: RoundingMode): Taken {
  const parts: LinePart[] = [];
  let discountMinor = 0;
  for (const place of places) {
    const amountMinor = discountOn(left.minor[place] ?? 0, effect, rounding);
    if (amountMinor === 0) continue;
    parts.push({ place, amountMinor, freePieces: 0 });
    discountMinor += amountMinor;
  }
  return { discountMinor, parts };
}

/** Groups of `buyCount + getCount` pieces, the dearest first; in each the cheapest `getCount` cost less. */
function buyGetSaving(
  { buyCount, getCount, percentPpm }: BuyGet,
  places: readonly number[],
  left: Left,
  rounding: RoundingMode,
  onUse?: OnUse,
): number {
  const group = buyCount + getCount;
  const pieces = countPieces(places, left);
  const end = pieces - (pieces % group);
  if (end === 0) return 0;
  const gotUpTo = (at: number) => Math.floor(at / group) * getCount + Math.max((at % group) - buyCount, 0);
  let gotMinor = 0;
  let start = 0;
  for (const { place, priceMinor, count } of pieceRuns(places, left)) {
    if (start >= end) break;
    const got = gotUpTo(Math.min(start + count, end)) - gotUpTo(start);
    gotMinor += got * priceMinor;
    onUse?.(place, got * priceMinor, got);
    start += count;
  }
  return discountOn(gotMinor, { kind: 'percent', percentPpm }, rounding);
}

/** Bundles of `count` pieces, the dearest first, as long as a bundle costs less than its pieces. */
function bundleSaving(effect: Bundle, places: readonly number[], left: Left, onUse?: OnUse): number {
  let savingMinor = 0;
  let bundle: PieceRun[] = [];
  let missing = effect.count;
  for (const run of pieceRuns(places, left)) {
    let rest = run.count;
    while (rest > 0) {
      // A run of equal pieces makes many bundles at once, unless one was begun before it.
      const times = missing === effect.count ? Math.max(Math.floor(rest / effect.count), 1) : 1;
      const count = Math.min(rest, missing);
      bundle.push({ ...run, count });
      rest -= count * times;
      missing -= count;
      if (missing > 0) continue;
      const savedMinor = sumOver(bundle, (part) => part.priceMinor * part.count) - effect.priceMinor;
      if (savedMinor <= 0) return savingMinor;
      savingMinor += savedMinor * times;
      for (const part of bundle)
        onUse?.(part.place, part.priceMinor * part.count * times, part.count * times);
      bundle = [];
      missing = effect.count;
    }
  }
  return savingMinor;
}

/** Shares what groups of pieces save over their lines, by what the pieces that get cheaper cost. */
function takeFromPieces(areFree: boolean, save: (onUse: OnUse) => number): Taken {
  const uses = new Map<number, { minor: number; pieces: number }>();
  const discountMinor = save((place, minor, pieces) => {
    const use = uses.get(place);
    if (use === undefined) uses.set(place, { minor, pieces });
    else {
      use.minor += minor;
      use.pieces += pieces;
    }
  });
  const all = [...uses.values()];
  return shareOver(
    discountMinor,
    [...uses.keys()],
    all.map(({ minor }) => minor),
    all.map(({ pieces }) => (areFree ? pieces : 0)),
  );
}

function shareOver(
  discountMinor: number,
  places: readonly number[],
  weights: readonly number[],
  freePieces: readonly number[] = [],
): Taken {
  if (discountMinor === 0) return nothingTaken;
  const shares = shareByLargestRemainder(discountMinor, weights);
  const parts = places.map((place, index) => ({
    place,
    amountMinor: shares[index] ?? 0,
    freePieces: freePieces[index] ?? 0,
  }));
  return { discountMinor, parts };
}

function sumOver<Each>(all: readonly Each[], of: (each: Each) => number): number {
  let sum = 0;
  for (const each of all) sum += of(each);
  return sum;
}
