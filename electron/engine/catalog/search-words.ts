/** Scripts that write without spaces, or compound freely: a word can begin at any of their letters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a folded text: letters, digits and marks; anything else parts them. */
export function wordsOf(folded: string): string[] {
  return folded.match(WORD) ?? [];
}

export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}
