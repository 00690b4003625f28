import { foldText } from '../../../shared/domain/search-text.ts';
import { isUnspaced, wordsOf } from './search-words.ts';

/** Stands before (twice) and after every word in the index; no text can hold it. */
export const edge = '\u0001';

export type Searchable = { nameFold: string; sku: string | null; barcodes: readonly string[] };

/**
 * What the trigram index holds of a product. With two edges before a word, the trigrams ‹edge edge c› and ‹edge c h›
 * find words by their first letter or two, and those inside a word any part of three letters. Where a script has no
 * spaces, every letter begins a word of two, so that one or two letters are found anywhere too.
 */
export function searchTextOf({ nameFold, sku, barcodes }: Searchable): string {
  const words = new Set(wordsOf(nameFold));
  if (sku !== null) for (const word of wordsOf(foldText(sku))) words.add(word);
  for (const barcode of barcodes) for (const word of wordsOf(foldText(barcode))) words.add(word);
  let text = '';
  for (const word of words) {
    text += edge + edge + word;
    if (isUnspaced(word)) text += pairsOf(word);
  }
  return text + edge;
}

function pairsOf(word: string): string {
  const letters = [...word];
  let text = '';
  for (let at = 1; at < letters.length; at += 1) {
    const pair = letters.slice(at, at + 2).join('');
    if (isUnspaced(pair)) text += edge + edge + pair;
  }
  return text;
}

/** The index's expression for a word that stands anywhere: at the start of a word, or (from three letters) inside one. */
export function anywhereExpression(word: string): string {
  const letters = [...word];
  return letters.length < 3 ? startExpression(word) : allOf(trigrams(letters));
}

/** The index's expression for a word that begins so. */
export function startExpression(word: string): string {
  const letters = [...word];
  if (letters.length === 1) return allOf([edge + edge + word]);
  return allOf([edge + letters.slice(0, 2).join(''), ...trigrams(letters)]);
}

/** The index's expression for a word that ends so. */
export function endExpression(part: string): string {
  return allOf(trigrams([...part, edge]));
}

function trigrams(letters: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at + 3 <= letters.length; at += 1) found.push(letters.slice(at, at + 3).join(''));
  return found;
}

function allOf(tokens: readonly string[]): string {
  return `(${tokens.map((token) => `"${token}"`).join(' AND ')})`;
}
