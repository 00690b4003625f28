import type { ReadableDatabase } from '../db/database.ts';
import { wordStart } from './customer-search-text.ts';
import { allOf, anyOf, termMatch } from './match-customers.ts';
import { candidates, type Candidate } from './search-statements.ts';

const mostLookedAt = 1500;
const mostFound = 50;

/**
 * Customers whose names have each word of the search with a slip of the finger or two: a letter missing, added, wrong,
 * or two swapped. The nearest first. Words of fewer than four characters have to be right.
 */
export function findMisspelt(db: ReadableDatabase, terms: readonly string[]): Candidate[] {
  if (terms.every((term) => slipsAllowed(term) === 0)) return [];
  const match = allOf(terms.map((term) => anyOf([termMatch(term), ...unharmedParts(term)])));
  const slipsOf = terms.map(slipsByWord);
  const near: { candidate: Candidate; slips: number }[] = [];
  for (const candidate of db.all(candidates, { match, limit: mostLookedAt })) {
    const words = candidate.name_fold.split(/[^\p{L}\p{N}\p{M}]+/u);
    let slips = 0;
    for (const fewest of slipsOf) slips += Math.min(...words.map(fewest));
    if (Number.isFinite(slips)) near.push({ candidate, slips });
  }
  near.sort((a, b) => a.slips - b.slips || (a.candidate.name_fold < b.candidate.name_fold ? -1 : 1));
  return near.slice(0, mostFound).map(({ candidate }) => candidate);
}

function slipsAllowed(term: string): number {
  if (/\p{N}|@/u.test(term)) return 0;
  const { length } = Array.from(term);
  return length < 4 ? 0 : length < 9 ? 1 : 2;
}

/**
 * A word cut into one part more than it may have slips: one part is right, whichever slip there is. Two letters swapped
 * across a cut harm both sides, so the word with them swapped back is another way.
 */
function unharmedParts(term: string): string[] {
  const allowed = slipsAllowed(term);
  if (allowed === 0) return [];
  const letters = Array.from(term);
  const cuts = Array.from({ length: allowed + 2 }, (_, at) =>
    Math.floor((at * letters.length) / (allowed + 1)),
  );
  const parts = cuts.slice(1).map((cut, at) => letters.slice(cuts[at], cut).join(''));
  const swappedBack = cuts
    .slice(1, -1)
    .map((cut) => letters.with(cut - 1, letters[cut] ?? '').with(cut, letters[cut - 1] ?? ''));
  return [
    ...parts.flatMap((part, at) =>
      at === 0 ? [atStart(part)] : Array.from(part).length < 3 ? [] : [termMatch(part)],
    ),
    ...swappedBack.map((whole) => atStart(whole.join(''))),
  ];
}

function atStart(part: string): string {
  return termMatch(Array.from(part).length < 3 ? part : wordStart + part);
}

/** How many slips a word of a name is away from the term: infinitely many when more than are allowed. Names repeat. */
function slipsByWord(term: string): (word: string) => number {
  const allowed = slipsAllowed(term);
  const letters = Array.from(term);
  const known = new Map<string, number>();
  return (word) => {
    let slips = known.get(word);
    if (slips === undefined) {
      slips = word.startsWith(term) ? 0 : allowed === 0 ? Infinity : slipsToBegin(letters, Array.from(word));
      if (slips > allowed) slips = Infinity;
      known.set(word, slips);
    }
    return slips;
  };
}

/** The fewest slips (Damerau and Levenshtein) that make `term` the beginning of `word`. */
function slipsToBegin(term: readonly string[], word: readonly string[]): number {
  const width = Math.min(word.length, term.length + 2);
  let before: number[] = [];
  let above = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= term.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= width; column += 1) {
      const same = term[row - 1] === word[column - 1];
      let slips = Math.min(
        (above[column - 1] ?? 0) + (same ? 0 : 1),
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
      );
      const swapped =
        row > 1 && column > 1 && term[row - 1] === word[column - 2] && term[row - 2] === word[column - 1];
      if (swapped) slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      current.push(slips);
    }
    before = above;
    above = current;
  }
  return Math.min(...above);
}
