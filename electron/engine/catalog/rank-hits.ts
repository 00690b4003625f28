import type { EngineContext } from '../context.ts';
import { rememberedCount } from './catalog-cache.ts';
import { withWords, type Term } from './match-words.ts';
import { rowIdOfKey } from './search-key.ts';
import * as statements from './search-statements.ts';
import { hitParameters, type SearchFilter } from './search-statements.ts';
import { anywhereExpression, startExpression } from './search-text.ts';

export type Ranked = { rowIds: number[]; /** Whether there is no further hit. */ complete: boolean };

/**
 * The best hits, at most `upTo`: names that begin with the whole text, then products whose words begin with the words,
 * then those that have them anywhere; shorter names first in each. Every step reads only as many as are wanted.
 */
export function rankHits(
  context: EngineContext,
  terms: readonly Term[],
  prefix: string | null,
  filter: SearchFilter,
  upTo: number,
): Ranked {
  const ranked = new Set<number>();
  if (prefix !== null) for (const rowId of prefixHits(context, prefix, filter, upTo)) ranked.add(rowId);
  if (ranked.size >= upTo) return { rowIds: [...ranked].slice(0, upTo), complete: false };
  for (const expression of [expressionOf(terms, startExpression), expressionOf(terms, anywhereExpression)]) {
    if (!addHits(context, ranked, expression, terms, filter, upTo)) {
      return { rowIds: [...ranked], complete: false };
    }
  }
  return { rowIds: [...ranked], complete: true };
}

/** Adds what an expression finds until there are `upTo`; false when there may be more. */
function addHits(
  context: EngineContext,
  ranked: Set<number>,
  expression: string,
  terms: readonly Term[],
  filter: SearchFilter,
  upTo: number,
): boolean {
  let after = -1;
  for (let limit = 2 * upTo + ranked.size; ; limit *= 2) {
    const keys = hitKeysOf(context, expression, filter, limit, after);
    const candidates = keys.map(rowIdOfKey).filter((rowId) => !ranked.has(rowId));
    for (const rowId of withWords(context.read, candidates, terms)) {
      ranked.add(rowId);
      if (ranked.size >= upTo) return false;
    }
    if (keys.length < limit) return true;
    after = keys.at(-1) ?? after;
  }
}

/** All of the terms, each in any of its spellings. */
export function expressionOf(terms: readonly Term[], ofWord: (word: string) => string): string {
  return terms.map((term) => `(${term.map(ofWord).join(' OR ')})`).join(' AND ');
}

/** Keys of what the index has for an expression, in the order in which hits are wanted. */
export function hitKeysOf(
  context: EngineContext,
  expression: string,
  filter: SearchFilter,
  limit: number,
  after = -1,
): number[] {
  const { hitKeys, hitKeysInCategory } = statements;
  const statement = filter.categoryRowId === null ? hitKeys : hitKeysInCategory;
  const parameters = hitParameters(expression, filter);
  const from = Math.max(parameters.from, after + 1);
  return context.read.all(statement, { ...parameters, from, limit }).map(({ key }) => key);
}

/** How many candidates the index has for these words; a few may turn out to be none when they are looked at. */
export function countCandidates(
  context: EngineContext,
  terms: readonly Term[],
  filter: SearchFilter,
): number {
  const { countHits, countHitsInCategory } = statements;
  const statement = filter.categoryRowId === null ? countHits : countHitsInCategory;
  const expression = expressionOf(terms, anywhereExpression);
  const key = `search ${JSON.stringify([filter.archived, filter.categoryRowId, terms])}`;
  const count = () => context.read.first(statement, hitParameters(expression, filter))?.total ?? 0;
  return rememberedCount(context, key, count);
}

function prefixHits(context: EngineContext, prefix: string, filter: SearchFilter, limit: number): number[] {
  const inCategory = filter.categoryRowId !== null;
  const statement = inCategory ? statements.namesWithPrefixInCategory : statements.namesWithPrefix;
  const range = { prefix, end: `${prefix}\u{10ffff}`, limit };
  const where = { archived: filter.archived ? 1 : 0, categoryRowId: filter.categoryRowId ?? 0 };
  return context.read.all(statement, { ...where, ...range }).map((row) => row.row_id);
}
