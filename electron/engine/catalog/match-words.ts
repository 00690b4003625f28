import { foldText } from '../../../shared/domain/search-text.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { searchedTexts } from './search-statements.ts';
import { isUnspaced, wordsOf } from './search-words.ts';

/** One word of a search in the spellings that count as it. All words must be found. */
export type Term = readonly string[];

/**
 * Those products, in their order, that really have every word. The index knows which trigrams a product has, not where
 * they stand, so its hits are candidates.
 */
export function withWords(db: ReadableDatabase, rowIds: readonly number[], terms: readonly Term[]): number[] {
  return db
    .all(searchedTexts, { rowIds: JSON.stringify(rowIds) })
    .filter(({ name_fold: name, sku, codes }) => {
      const words = wordsOf(name);
      if (terms.every((term) => matches(term, words))) return true;
      words.push(...wordsOf(foldText(`${sku ?? ''} ${codes ?? ''}`)));
      return terms.every((term) => matches(term, words));
    })
    .map((row) => row.row_id);
}

function matches(term: Term, words: readonly string[]): boolean {
  return term.some((wanted) => {
    const inside = wanted.length >= 3 || isUnspaced(wanted);
    return words.some((word) => (inside ? word.includes(wanted) : word.startsWith(wanted)));
  });
}
