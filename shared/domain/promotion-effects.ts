import { discountOn } from './discount.ts';
import { shareByLargestRemainder, type RoundingMode } from './money.ts';
import type { Left } from './offer-lines.ts';
import type { PromotionEffect } from './offers.ts';
import { countPieces, pieceRuns, type PieceRun } from './piece-runs.ts';

/** What is taken off one line, nothing perhaps where its pieces only count; `freePieces` of it cost nothing then. */
export type LinePart = { place: number; amountMinor: number; freePieces: number };

/** The parts add up to `discountMinor`; each is of a line that the effect used. */
export type Taken = { discountMinor: number; parts: readonly LinePart[] };

export const nothingTaken: Taken = { discountMinor: 0, parts: [] };

const ALL_PPM = 1_000_000;

/**
 * What an effect takes off these lines as they are left. Never more than a line has, and on fewer lines, or lines of
 * which less is left, never more than before: choosing the best promotions relies on that.
 */
export function takeOff(
  effect: PromotionEffect,
  places: readonly number[],
  left: Left,
  rounding: RoundingMode,
): Taken {
  switch (effect.kind) {
    case 'percent':
      return takePercent(effect, places, left, rounding);
    case 'amount':
      return takeAmount(effect.amountMinor, places, left);
    case 'buy-get':
      return takeBuyGet(effect, places, left, rounding);
    case 'bundle':
      return takeBundle(effect, places, left);
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
    left.pieces[place] = (left.pieces[place] ?? 0) - freePieces;
  }
}

function takePercent(
  effect: { kind: 'percent'; percentPpm: number },
  places: readonly number[],
  left: Left,
  rounding: RoundingMode,
): Taken {
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

function takeAmount(wantedMinor: number, places: readonly number[], left: Left): Taken {
  const weights = places.map((place) => left.minor[place] ?? 0);
  const discountMinor = Math.min(Math.max(wantedMinor, 0), sumOf(weights));
  if (discountMinor === 0) return nothingTaken;
  const shares = shareByLargestRemainder(discountMinor, weights);
  const parts: LinePart[] = [];
  for (const [index, place] of places.entries()) {
    const amountMinor = shares[index] ?? 0;
    if (amountMinor > 0) parts.push({ place, amountMinor, freePieces: 0 });
  }
  return { discountMinor, parts };
}

/** Groups of `buyCount + getCount` pieces, the dearest first; in each the cheapest `getCount` cost less. */
function takeBuyGet(
  effect: { buyCount: number; getCount: number; percentPpm: number },
  places: readonly number[],
  left: Left,
  rounding: RoundingMode,
): Taken {
  const group = effect.buyCount + effect.getCount;
  const pieces = countPieces(places, left);
  const end = pieces - (pieces % group);
  if (end === 0) return nothingTaken;
  const gotUpTo = (at: number) =>
    Math.floor(at / group) * effect.getCount + Math.max((at % group) - effect.buyCount, 0);
  const uses: LineUses = new Map();
  let start = 0;
  for (const { place, priceMinor, count } of pieceRuns(places, left)) {
    if (start >= end) break;
    const got = gotUpTo(Math.min(start + count, end)) - gotUpTo(start);
    addUse(uses, place, got * priceMinor, got);
    start += count;
  }
  const gotMinor = sumOf([...uses.values()].map((use) => use.minor));
  const discount = { kind: 'percent', percentPpm: effect.percentPpm } as const;
  return shareOverUses(discountOn(gotMinor, discount, rounding), uses, effect.percentPpm >= ALL_PPM);
}

/** Bundles of `count` pieces, the dearest first, as long as a bundle costs less than its pieces. */
function takeBundle(
  effect: { count: number; priceMinor: number },
  places: readonly number[],
  left: Left,
): Taken {
  const uses: LineUses = new Map();
  let discountMinor = 0;
  let bundle: PieceRun[] = [];
  let missing = effect.count;
  for (const run of pieceRuns(places, left)) {
    let rest = run.count;
    while (rest > 0) {
      const whole = missing === effect.count ? Math.floor(rest / effect.count) : 0;
      const times = Math.max(whole, 1);
      const count = Math.min(rest, missing);
      bundle.push({ ...run, count });
      rest -= count * times;
      missing -= count;
      if (missing > 0) continue;
      const savedMinor = sumOf(bundle.map((part) => part.priceMinor * part.count)) - effect.priceMinor;
      if (savedMinor <= 0) return shareOverUses(discountMinor, uses, false);
      for (const part of bundle) addUse(uses, part.place, part.priceMinor * part.count * times, 0);
      discountMinor += savedMinor * times;
      bundle = [];
      missing = effect.count;
    }
  }
  return shareOverUses(discountMinor, uses, false);
}

/** By line: what its pieces that are discounted cost, and how many of them may be free. */
type LineUses = Map<number, { minor: number; pieces: number }>;

function addUse(uses: LineUses, place: number, minor: number, pieces: number): void {
  const before = uses.get(place);
  uses.set(place, { minor: (before?.minor ?? 0) + minor, pieces: (before?.pieces ?? 0) + pieces });
}

function shareOverUses(discountMinor: number, uses: LineUses, areFree: boolean): Taken {
  if (discountMinor === 0) return nothingTaken;
  const used = [...uses].sort(([one], [other]) => one - other);
  const shares = shareByLargestRemainder(
    discountMinor,
    used.map(([, { minor }]) => minor),
  );
  const parts = used.map(([place, { pieces }], index) => ({
    place,
    amountMinor: shares[index] ?? 0,
    freePieces: areFree ? pieces : 0,
  }));
  return { discountMinor, parts };
}

function sumOf(amounts: readonly number[]): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}
