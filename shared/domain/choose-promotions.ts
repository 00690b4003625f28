import type { RoundingMode } from './money.ts';
import type { Left } from './offer-lines.ts';
import type { Promotion } from './offers.ts';
import { savingOf, takeFrom, takeOff, type Taken } from './promotion-effects.ts';

/** A promotion that would take `savingMinor` off the lines at `places` if it were the only one. */
export type Candidate = {
  promotion: Promotion;
  places: readonly number[];
  savingMinor: number;
  bonusPoints: number;
};

export type Chosen = { candidate: Candidate; taken: Taken };
export type Plan = { chosen: readonly Chosen[]; left: Left };

/** Who has a line already: nobody, promotions that combine, or one that does not. */
type Holder = 'combining' | 'single' | undefined;
/** A promotion that does not combine, and what it saves on the lines that nobody has; at most that, if not exact. */
type Rival = { candidate: Candidate; places: readonly number[]; savingMinor: number; isExact: boolean };
type Draft = {
  chosen: Chosen[];
  left: Left;
  holders: Holder[];
  discountMinor: number;
  bonusPoints: number;
};

/**
 * Chooses among promotions that do and do not combine. Those that combine go one after another, each on what is left;
 * those that do not share no line with any other: the one that saves most first. Either kind may go first, and the
 * other takes the lines that are still untouched; the way that saves more counts, on a tie the one with more bonus
 * points. `candidates` come by priority, then id, so that nothing depends on how they were listed.
 */
export function choosePromotions(candidates: readonly Candidate[], left: Left, rounding: RoundingMode): Plan {
  const combining = candidates.filter(({ promotion }) => promotion.combines);
  const single = candidates.filter(({ promotion }) => !promotion.combines);
  const singleFirst = startDraft(left);
  takeSingle(singleFirst, single, rounding);
  takeCombining(singleFirst, combining, rounding);
  if (single.length === 0 || combining.length === 0) return singleFirst;
  const combiningFirst = startDraft(left);
  takeCombining(combiningFirst, combining, rounding);
  takeSingle(combiningFirst, single, rounding);
  return isBetter(combiningFirst, singleFirst) ? combiningFirst : singleFirst;
}

/**
 * Finds for a promotion that was not chosen the one that has its lines: of several, the one that saves most; null when
 * nobody has any.
 */
export function winnerFinder({ chosen }: Plan): (loser: Candidate) => Promotion | null {
  const bestAt: (Chosen | undefined)[] = [];
  for (const each of chosen) {
    for (const { place } of each.taken.parts) bestAt[place] = better(bestAt[place], each);
  }
  return ({ places }) => {
    let winner: Chosen | undefined;
    for (const place of places) winner = better(winner, bestAt[place]);
    return winner?.candidate.promotion ?? null;
  };
}

function better(one: Chosen | undefined, other: Chosen | undefined): Chosen | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.taken.discountMinor > one.taken.discountMinor ? other : one;
}

function startDraft({ minor, pieces, freePieces }: Left): Draft {
  const left = { minor: [...minor], pieces, freePieces: [...freePieces] };
  return { chosen: [], left, holders: [], discountMinor: 0, bonusPoints: 0 };
}

function takeCombining(draft: Draft, candidates: readonly Candidate[], rounding: RoundingMode): void {
  for (const candidate of candidates) {
    const places = candidate.places.filter((place) => draft.holders[place] !== 'single');
    choose(draft, candidate, places, 'combining', rounding);
  }
}

/**
 * The best first, each time on the lines that nobody has. What a promotion saved on more lines is the most it can save
 * on fewer, so only the one that leads is worked out again.
 */
function takeSingle(draft: Draft, candidates: readonly Candidate[], rounding: RoundingMode): void {
  const isUntouched = draft.chosen.length === 0;
  let rivals = candidates.map((candidate): Rival => {
    const { places, savingMinor } = candidate;
    return { candidate, places, savingMinor, isExact: isUntouched };
  });
  for (;;) {
    const best = bestOf(rivals);
    if (best === undefined || best.savingMinor === 0) return;
    if (best.isExact) {
      choose(draft, best.candidate, best.places, 'single', rounding);
      rivals = rivals.filter((rival) => rival !== best);
      for (const rival of rivals) rival.isExact = false;
    } else {
      best.places = best.candidate.places.filter((place) => draft.holders[place] === undefined);
      best.savingMinor = savingOf(best.candidate.promotion.effect, best.places, draft.left, rounding);
      best.isExact = true;
    }
  }
}

function bestOf(rivals: readonly Rival[]): Rival | undefined {
  let best: Rival | undefined;
  for (const rival of rivals) if (best === undefined || isWorthMore(rival, best)) best = rival;
  return best;
}

function isWorthMore(one: Rival, other: Rival): boolean {
  const more = one.savingMinor - other.savingMinor;
  return more > 0 || (more === 0 && one.candidate.bonusPoints > other.candidate.bonusPoints);
}

function isBetter(one: Draft, other: Draft): boolean {
  const more = one.discountMinor - other.discountMinor;
  return more > 0 || (more === 0 && one.bonusPoints > other.bonusPoints);
}

function choose(
  draft: Draft,
  candidate: Candidate,
  places: readonly number[],
  holder: Holder,
  rounding: RoundingMode,
): void {
  const taken = takeOff(candidate.promotion.effect, places, draft.left, rounding);
  if (taken.discountMinor === 0) return;
  draft.chosen.push({ candidate, taken });
  draft.discountMinor += taken.discountMinor;
  draft.bonusPoints += candidate.bonusPoints;
  takeFrom(draft.left, taken);
  for (const { place } of taken.parts) draft.holders[place] = holder;
}
