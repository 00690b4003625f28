const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;
const narrow = /[ijltfr.,:;'|!()I ]/;
const capital = /[\p{Lu}mw@%&]/u;
const widest = /[WM@%]/;

/** How wide a text is about, in its own font size: no font is at hand where cards are drawn. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    width +=
      wide.test(character) || widest.test(character)
        ? 1.02
        : narrow.test(character)
          ? 0.34
          : capital.test(character)
            ? 0.76
            : 0.6;
  }
  return width;
}

/**
 * Breaks a text into at most `most` lines of about `ems` times the font size, behind spaces and hyphens where there are
 * any; what does not fit is cut with an ellipsis (`cut`).
 */
export function wrapLine(text: string, ems: number, most: number): { lines: string[]; cut: boolean } {
  const lines: string[] = [];
  let current = '';
  for (const piece of (text.match(/[^ -]*[ -]|[^ -]+/g) ?? []).flatMap((word) => breakWord(word, ems))) {
    if (current !== '' && widthOf((current + piece).trimEnd()) > ems) {
      lines.push(current);
      current = '';
    }
    current += piece;
  }
  if (current.trim() !== '') lines.push(current);
  if (lines.length <= most) return { lines: lines.map((line) => line.trimEnd()), cut: false };
  const last = Array.from(lines.slice(most - 1).join(''));
  while (last.length > 0 && widthOf(`${last.join('')}…`) > ems) last.pop();
  const kept = lines.slice(0, most - 1).map((line) => line.trimEnd());
  return { lines: [...kept, `${last.join('').trimEnd()}…`], cut: true };
}

function breakWord(word: string, ems: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && widthOf(piece + character) > ems) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}
