/** Stands before the first two characters of every word in the index, so that words are found by one or two of them. */
export const wordStart = '^';

/** Scripts that write words without spaces between them, or names of one or two characters: any may begin a search. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const inWord = /[\p{L}\p{N}\p{M}]/u;

/**
 * What the trigram index holds of a customer: folded name, code, e-mail, phone key, and the starts of the name's words.
 * A trigram index alone finds nothing shorter than three characters: `^^m` and `^ma` make it find `m` and `ma`.
 */
export function customerSearchText(customer: {
  nameFold: string;
  code: string;
  emailFold: string | null;
  phoneKey: string | null;
}): string {
  const name = customer.nameFold.replaceAll(wordStart, ' ');
  const starts = wordStarts(name).map((start) => wordStart + wordStart + start);
  const { code, emailFold, phoneKey } = customer;
  return [name, code.toLowerCase(), emailFold ?? '', phoneKey ?? '', ...starts].join('\n');
}

function wordStarts(name: string): string[] {
  const characters = Array.from(name);
  const starts = new Set<string>();
  for (const [at, character] of characters.entries()) {
    if (!inWord.test(character)) continue;
    const before = characters[at - 1];
    const begins = before === undefined || !inWord.test(before) || unspaced.test(character);
    if (begins) starts.add(character + (characters[at + 1] ?? ''));
  }
  return [...starts];
}
