import type { EngineContext } from '../context.ts';
import { nearestBeginning } from './edit-distance.ts';
import { hitKeysOf } from './rank-hits.ts';
import { rowIdOfKey } from './search-key.ts';
import { namesOf, type SearchFilter } from './search-statements.ts';
import { anywhereExpression, endExpression, startExpression } from './search-text.ts';
import { isUnspaced, wordsOf } from './search-words.ts';

const shortestWord = 4;
const mostCandidates = 400;
const mostSpellings = 3;

/**
 * Words of the catalogue that somebody who slipped may have meant, the likeliest first; none for short words and
 * numbers. One slip leaves one half of the word whole, so the products that have either half are looked at.
 */
export function similarWords(context: EngineContext, word: string, filter: SearchFilter): string[] {
  const typed = [...word];
  if (typed.length < shortestWord || !/\p{L}/u.test(word) || isUnspaced(word)) return [];
  const most = typed.length >= 8 ? 2 : 1;
  const looked = new Map<string, { spelling: string; slips: number } | null>();
  const found = new Map<string, { slips: number; seen: number }>();
  const rowIds = hitKeysOf(context, halvesExpression(typed), filter, mostCandidates).map(rowIdOfKey);
  for (const { name_fold: name } of context.read.all(namesOf, { rowIds: JSON.stringify(rowIds) })) {
    for (const candidate of wordsOf(name)) {
      let near = looked.get(candidate);
      if (near === undefined) looked.set(candidate, (near = spellingOf(typed, candidate, most)));
      if (near === null) continue;
      const known = found.get(near.spelling);
      if (known === undefined) found.set(near.spelling, { slips: near.slips, seen: 1 });
      else known.seen += 1;
    }
  }
  const spellings = [...found]
    .filter(([spelling]) => spelling !== word)
    .toSorted(([, a], [, b]) => a.slips - b.slips || b.seen - a.seen)
    .slice(0, mostSpellings)
    .map(([spelling]) => spelling);
  return spellings.filter((longer) => !spellings.some((other) => other !== longer && longer.includes(other)));
}

function spellingOf(typed: string[], candidate: string, most: number) {
  const letters = [...candidate];
  if (letters.length < typed.length - most) return null;
  const { slips, length } = nearestBeginning(typed, letters);
  return slips > most ? null : { spelling: letters.slice(0, length).join(''), slips };
}

function halvesExpression(typed: string[]): string {
  const middle = Math.ceil(typed.length / 2);
  const first = typed.slice(0, middle).join('');
  const second = typed.slice(middle).join('');
  // Two letters swapped across the middle leave neither half whole.
  const swapped = [
    ...typed.slice(0, middle - 1),
    typed[middle] ?? '',
    typed[middle - 1] ?? '',
    ...typed.slice(middle + 1),
  ].join('');
  const ofSecond = typed.length - middle >= 3 ? anywhereExpression(second) : endExpression(second);
  return [startExpression(first), ofSecond, anywhereExpression(swapped)].join(' OR ');
}
