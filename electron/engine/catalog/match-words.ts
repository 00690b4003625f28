import { foldText } from '../../../shared/domain/search-text.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { barcodesOfRow, nameOfRow } from './search-statements.ts';
import { isUnspaced, wordsOf } from './search-words.ts';

/** One word of a search in the spellings that count as it. All words must be found. */
export type Term = readonly string[];

/**
 * Whether a product really has every word. The index knows which trigrams a product has, not where they stand, so its
 * hits are candidates.
 */
export function hasWords(db: ReadableDatabase, rowId: number, terms: readonly Term[]): boolean {
  const row = db.first(nameOfRow, { rowId });
  if (row === undefined) return false;
  const words = wordsOf(row.name_fold);
  if (row.sku !== null) words.push(...wordsOf(foldText(row.sku)));
  if (terms.every((term) => matches(term, words))) return true;
  for (const { code } of db.all(barcodesOfRow, { rowId })) words.push(...wordsOf(foldText(code)));
  return terms.every((term) => matches(term, words));
}

function matches(term: Term, words: readonly string[]): boolean {
  return term.some((wanted) => {
    const inside = wanted.length >= 3 || isUnspaced(wanted);
    return words.some((word) => (inside ? word.includes(wanted) : word.startsWith(wanted)));
  });
}
