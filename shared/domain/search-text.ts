import { asciiDigits } from './ascii-digits.ts';

/**
 * Marks that one types or leaves out: accents of Latin, Greek and Cyrillic letters, Hebrew and Arabic points, the
 * nukta of Indic scripts. Vowel signs, tone marks and the Japanese voicing marks make other words, so they stay.
 */
const OPTIONAL_MARKS =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc\u0640]/g;

/** Letters that NFKD leaves whole but people type with others. */
const SPELLINGS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};
const SPELLED = new RegExp(`[${Object.keys(SPELLINGS).join('')}]`, 'g');
const PLAIN = /^[\x21-\x40\x5b-\x7e]+( [\x21-\x40\x5b-\x7e]+)*$/;

/**
 * A text as search compares it, in any script: compatibility forms and digits made plain, optional marks and
 * invisible characters dropped, lower case, runs of space one space, none at the ends. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text;
  const lower = text.normalize('NFKD').toLowerCase().normalize('NFKD');
  return asciiDigits(lower)
    .replace(/\p{Cf}/gu, '')
    .replace(OPTIONAL_MARKS, '')
    .replace(SPELLED, (letter) => SPELLINGS[letter] ?? letter)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}
