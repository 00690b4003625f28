import type { Settings } from '../../../shared/api/settings.ts';
import { cleanScan } from '../../../shared/domain/codes.ts';
import { isWhole } from './judge-scan.ts';

/** What came in one go, by key and time. */
export type Recording = { text: string; end: Settings['scanner']['suffix']; gaps: readonly number[] };

export type LearnProblem = 'by-hand' | 'too-short' | 'codes-differ' | 'ends-differ';

export type Learned = {
  scanner: Settings['scanner'];
  code: string;
  /** How long the slowest of the scans took from one character to the next. */
  measuredGap: number;
  /** The code does not say where it begins, so that what comes before it could not be told. */
  isPrefixUnknown: boolean;
};

export const scansToLearn = 3;
const shortestCode = 4;
/** Scanners are quicker, hands are slower. */
const slowestScanner = 80;
const longestPrefix = 8;

const round = (milliseconds: number) => Math.round(milliseconds);

export function medianGap({ gaps }: Recording): number {
  const sorted = [...gaps].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** What speaks against one recording, as soon as it has come. */
export function problemOf(recording: Recording): LearnProblem | null {
  if (medianGap(recording) > slowestScanner) return 'by-hand';
  return recording.text.length < shortestCode ? 'too-short' : null;
}

/** What names the kind of barcode differs from code to code, and is no prefix: cleaning takes it off. */
function prefixOf(text: string): string | null {
  if (isWhole(cleanScan(text))) return '';
  for (let length = 0; length <= Math.min(longestPrefix, text.length - shortestCode); length += 1) {
    if (isWhole(text.slice(length))) return text.slice(0, length);
  }
  return null;
}

/** What three scans of one code teach, or why they teach nothing. */
export function learnScanner(recordings: readonly Recording[]): Learned | LearnProblem {
  const [first] = recordings;
  if (first === undefined) return 'too-short';
  for (const recording of recordings) {
    const problem = problemOf(recording);
    if (problem !== null) return problem;
    if (recording.text !== first.text) return 'codes-differ';
    if (recording.end !== first.end) return 'ends-differ';
  }
  const measuredGap = round(Math.max(...recordings.map(medianGap)));
  const prefix = prefixOf(first.text);
  return {
    scanner: {
      gapMilliseconds: Math.max(25, round(1.5 * measuredGap) + 10),
      prefix: prefix ?? '',
      suffix: first.end,
    },
    code: cleanScan(first.text.slice(prefix?.length ?? 0)),
    measuredGap,
    isPrefixUnknown: prefix === null,
  };
}
