/** Control (Cc), lone surrogates (Cs), private use (Co), unassigned and noncharacters (Cn): nothing that prints. */
const NEVER_PRINTED = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu;
/** Invisible formatting, among it every bidi override and isolate. The two joiners stay: scripts and emoji need them. */
const FORMATTING = /[^\P{Cf}\u200c\u200d]/gu;
const SPACES = /[\s\p{Z}]+/gu;

/**
 * A field as it may be printed: one line, composed (NFC), trimmed, single spaces; without control characters, bidi
 * overrides or lone surrogates, whatever the field held. Line breaks and tabs become a space.
 */
export function plainText(field: string): string {
  return field
    .replace(SPACES, ' ')
    .replace(NEVER_PRINTED, '')
    .replace(FORMATTING, '')
    .normalize('NFC')
    .replace(SPACES, ' ')
    .trim();
}

/** The lines of a field in which a person may have typed several; empty ones are left out. */
export function plainLines(field: string): string[] {
  return field
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(plainText)
    .filter((line) => line !== '');
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ONLY_ASCII = /^[\x20-\x7e]*$/;
/** Wide and fullwidth blocks of Unicode's EastAsianWidth table, as paper and terminals draw them. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}|\ufe0f/u;

/** What a reader takes for one character: an accent or a joined emoji is not cut in two. */
export function graphemes(text: string): string[] {
  if (ONLY_ASCII.test(text)) return [...text];
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** How many columns of a monospaced font the text takes: 2 for East Asian wide characters and emoji, else 1. */
export function textWidth(text: string): number {
  if (ONLY_ASCII.test(text)) return text.length;
  return graphemes(text).reduce((width, grapheme) => width + (WIDE.test(grapheme) ? 2 : 1), 0);
}

/**
 * Lines of at most `limit` columns (or of another measure), broken between words, and inside a word only when it is
 * longer than a line. A single character that is wider than the limit stays whole.
 */
export function wrapText(
  text: string,
  limit: number,
  widthOf: (text: string) => number = textWidth,
): string[] {
  if (widthOf(text) <= limit) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (widthOf(joined) <= limit) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, limit, widthOf);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  lines.push(line);
  return lines;
}

function breakWord(word: string, limit: number, widthOf: (text: string) => number): string[] {
  if (widthOf(word) <= limit) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const grapheme of graphemes(word)) {
    if (piece !== '' && widthOf(piece + grapheme) > limit) {
      pieces.push(piece);
      piece = '';
    }
    piece += grapheme;
  }
  pieces.push(piece);
  return pieces;
}
