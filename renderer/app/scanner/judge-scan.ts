import type { Settings } from '../../../shared/api/settings.ts';
import { classifyScan, cleanScan, isValidGtin } from '../../../shared/domain/codes.ts';

/** What the shop's scanner sends around a code. */
export type ScanWords = Pick<Settings['scanner'], 'prefix' | 'suffix'>;

type Heard = {
  text: string;
  /** Enter or Tab came behind it. */
  hasEnd: boolean;
  /** What came just before and may be its beginning. */
  before: string;
};

/** One in ten beginnings of a longer code looks like a whole one of this length. */
const shortGtin = 8;

/** It says by itself that nothing is missing: by its check digit or by its shape. */
export const isWhole = (code: string): boolean => isValidGtin(code) || classifyScan(code) !== 'product';

/** What is longer was told of already, and may have been scanned again. */
const longestLostStart = 5;

export type Judged = {
  code: string;
  /** Characters may be missing. A shortened code could be another product's, so it is better to scan again. */
  isDoubtful: boolean;
  /** What came before is a part of the code, though it looked like typing. */
  isJoined: boolean;
};

/** The code that a scanner sent, and what is to be thought of it. */
export function judgeScan({ text, hasEnd, before }: Heard, { prefix, suffix }: ScanWords): Judged {
  const hasPrefix = prefix !== '' && text.startsWith(prefix);
  const code = cleanScan(hasPrefix ? text.slice(prefix.length) : text);
  const joined = cleanScan(before + text);
  const isTail = before !== '' && !hasPrefix && isValidGtin(joined);
  if (isTail && hasEnd && !isWhole(code) && before.length <= longestLostStart)
    return { code: joined, isDoubtful: false, isJoined: true };
  const lacksStart = prefix === '' ? before !== '' : !hasPrefix;
  const lacksEnd = !hasEnd && suffix !== 'none';
  const isSure = isWhole(code) && (!lacksEnd || code.length > shortGtin);
  return { code, isDoubtful: isTail || ((lacksStart || lacksEnd) && !isSure), isJoined: false };
}
