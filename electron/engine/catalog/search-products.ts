import { foldText } from '../../../shared/domain/search-text.ts';
import type { EngineContext } from '../context.ts';
import { findRowIdByCode } from './find-product-by-code.ts';
import type { SortField } from './list-statements.ts';
import { withWords, type Term } from './match-words.ts';
import { productByRowId } from './product-row.ts';
import { countCandidates, expressionOf, rankHits } from './rank-hits.ts';
import { favouriteRows, hitParameters, sortedHits, type SearchFilter } from './search-statements.ts';
import { anywhereExpression } from './search-text.ts';
import { wordsOf } from './search-words.ts';
import { similarWords } from './similar-words.ts';

export type SearchAsked = SearchFilter & {
  search: string;
  favourites: boolean;
  sort: SortField;
  descending: boolean;
  offset: number;
  limit: number;
};
export type Found = { rowIds: number[]; total: number };

const mostWords = 8;
const longestWord = 40;
/** With fewer hits than these, words that are spelled alike are looked for too. */
const fewHits = 5;
const longWord = 6;
/** Up to these, every hit is looked at and the total is exact; above them it may count a few too many. */
const mostVerified = 1_000;

/**
 * Finds products by the words of name, SKU and barcodes: all words, in any order, from their first letter, and any part
 * of them from three letters on; misspelled ones when there is little else. A whole code puts its product first.
 */
export function searchProducts(context: EngineContext, asked: SearchAsked): Found {
  const words = [...new Set(wordsOf(foldText(asked.search)))]
    .slice(0, mostWords)
    .map((word) => [...word].slice(0, longestWord).join(''));
  if (words.length === 0) return { rowIds: [], total: 0 };
  const terms = words.map((word) => [word]);
  if (asked.favourites) return searchFavourites(context, asked, terms);
  if (asked.sort !== 'name' || asked.descending) return searchSorted(context, asked, terms);
  return searchRanked(context, asked, terms);
}

function searchRanked(context: EngineContext, asked: SearchAsked, terms: Term[]): Found {
  const { offset, limit } = asked;
  const exact = rankHits(context, terms, foldText(asked.search), asked, offset + limit);
  const rowIds = withCodeFirst(context, asked, exact.rowIds);
  let total = exact.complete
    ? rowIds.length
    : Math.max(rowIds.length, countCandidates(context, terms, asked));
  if (exact.complete && rowIds.length < fewHits) {
    const similar = similarTerms(context, asked, terms, rowIds.length);
    const more = similar === null ? [] : rankHits(context, similar, null, asked, offset + limit).rowIds;
    for (const rowId of more) if (!rowIds.includes(rowId)) rowIds.push(rowId);
    total = similar === null ? total : Math.max(rowIds.length, countCandidates(context, similar, asked));
    if (more.length < offset + limit) total = rowIds.length;
  }
  return { rowIds: rowIds.slice(offset, offset + limit), total };
}

/**
 * The words with what they may have been meant to be; null when nothing is near. When there are hits already, only rare
 * long words are doubted: short ones are near to too much. When there are none, words that nothing has are.
 */
function similarTerms(
  context: EngineContext,
  asked: SearchAsked,
  terms: Term[],
  hits: number,
): Term[] | null {
  const everywhere = { archived: asked.archived, categoryRowId: null };
  const rare = terms.filter(([word = '']) => {
    if (hits > 0 && word.length < longWord) return false;
    return countCandidates(context, [[word]], everywhere) < (hits > 0 ? fewHits : 1);
  });
  const doubted = rare.length === 0 && hits === 0 ? terms : rare;
  const similar = terms.map((term): Term => {
    if (!doubted.includes(term)) return term;
    return term.flatMap((word) => [word, ...similarWords(context, word, everywhere)]);
  });
  return similar.some((term) => term.length > 1) ? similar : null;
}

function withCodeFirst(context: EngineContext, asked: SearchAsked, rowIds: number[]): number[] {
  const coded = asked.archived ? undefined : findRowIdByCode(context.read, asked.search.trim());
  if (coded === undefined) return rowIds;
  const row = context.read.first(productByRowId, { rowId: coded });
  if (asked.categoryRowId !== null && row?.category_row_id !== asked.categoryRowId) return rowIds;
  return [coded, ...rowIds.filter((rowId) => rowId !== coded)];
}

function searchSorted(context: EngineContext, asked: SearchAsked, terms: Term[]): Found {
  const { sort, descending, categoryRowId, offset, limit } = asked;
  const total = countCandidates(context, terms, asked);
  const statement = sortedHits(sort, descending, categoryRowId !== null);
  const parameters = hitParameters(expressionOf(terms, anywhereExpression), asked);
  if (total > mostVerified) {
    const page = context.read.all(statement, { ...parameters, offset, limit });
    return { rowIds: page.map((row) => row.row_id), total };
  }
  const rowIds = context.read
    .all(statement, { ...parameters, offset: 0, limit: mostVerified })
    .map((row) => row.row_id);
  const found = withWords(context.read, rowIds, terms);
  return { rowIds: found.slice(offset, offset + limit), total: found.length };
}

/** Favourites are few: each is looked at. */
function searchFavourites(context: EngineContext, asked: SearchAsked, terms: Term[]): Found {
  const rows = context.read.all(favouriteRows, { archived: asked.archived ? 1 : 0, limit: mostVerified });
  const rowIds = rows
    .filter((row) => asked.categoryRowId === null || row.category_row_id === asked.categoryRowId)
    .map((row) => row.row_id);
  const found = withWords(context.read, rowIds, terms);
  return { rowIds: found.slice(asked.offset, asked.offset + asked.limit), total: found.length };
}
