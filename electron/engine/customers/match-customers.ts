import { asciiDigits } from '../../../shared/domain/ascii-digits.ts';
import { phoneSearchKeys } from '../../../shared/domain/phone.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import { wordStart } from './customer-search-text.ts';

const mostTerms = 8;
const mostCharacters = 64;

/** What a search looks at in a customer. */
export type Searched = {
  name_fold: string;
  code: string;
  email_fold: string | null;
  phone_key: string | null;
};

export type CustomerMatch = {
  /** An FTS5 expression over `customer_search`: it finds all that fit, and few others. */
  match: string;
  fits: (customer: Searched) => boolean;
  terms: string[];
};

/** The words of a search, folded. */
export function searchTerms(search: string): string[] {
  return foldText(search.slice(0, 4 * mostCharacters))
    .replaceAll(wordStart, ' ')
    .split(' ')
    .filter((term) => term !== '')
    .slice(0, mostTerms)
    .map((term) => Array.from(term).slice(0, mostCharacters).join(''));
}

/**
 * Reads a search: every word must be in name, code, e-mail or phone (one or two characters: begin a word of the name);
 * or all of it is a phone number or a part of one, in any spelling. Null when nothing is left to look for.
 */
export function matchCustomers(search: string, country: string): CustomerMatch | null {
  const terms = searchTerms(search);
  if (terms.length === 0) return null;
  const phoneKeys = phoneSearchKeys(search, country);
  const digits = asciiDigits(search).replace(/\D/g, '').slice(0, mostCharacters);
  const numbers = phoneKeys.length === 0 ? [] : [...new Set([...phoneKeys, digits])];
  const alternatives = [allOf(terms.map(termMatch)), ...numbers.map(termMatch)];
  const long = terms.filter((term) => Array.from(term).length >= 3);
  return {
    match: anyOf(alternatives),
    fits: (customer) => {
      const text = textOf(customer);
      return long.every((term) => text.includes(term)) || numbers.some((number) => text.includes(number));
    },
    terms,
  };
}

/** The trigrams that a text with this term has. The index keeps no positions, so that it may have others between. */
export function termMatch(term: string): string {
  const characters = Array.from(term);
  if (characters.length < 3) return quoted(wordStart.repeat(3 - characters.length) + term);
  const trigrams = new Set(characters.slice(2).map((_, at) => characters.slice(at, at + 3).join('')));
  return allOf([...trigrams].map(quoted));
}

export function allOf(expressions: readonly string[]): string {
  return expressions.length === 1 ? String(expressions[0]) : `(${expressions.join(' AND ')})`;
}

export function anyOf(expressions: readonly string[]): string {
  return expressions.length === 1 ? String(expressions[0]) : `(${expressions.join(' OR ')})`;
}

function quoted(token: string): string {
  return `"${token.replaceAll('"', '""')}"`;
}

function textOf({ name_fold, code, email_fold, phone_key }: Searched): string {
  return [name_fold, code.toLowerCase(), email_fold ?? '', phone_key ?? ''].join('\n');
}
