import { defaultSettings } from '../../../shared/api/defaults.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { judgeScan, type ScanWords } from './judge-scan.ts';

/**
 * Tells a scanner's burst of keys from a person's typing, by time alone. Pure: keys with their times go in, what to do
 * with each comes out. `Mark` is whatever the caller wants to find again when characters must be taken back.
 */
export type BurstOptions = {
  /** The median gap between characters is at most this for a scan. */
  medianGapMilliseconds: number;
  /** From this many characters on it can be a scan. */
  minimumLength: number;
  /** Without Enter or Tab at its end a scan must be longer, since fast typists exist. */
  minimumLengthWithoutEnd: number;
  /** From this many characters on `longMedianGapMilliseconds` is enough. */
  longLength: number;
  longMedianGapMilliseconds: number;
  /** A pause of this length ends a burst. */
  pauseMilliseconds: number;
  words: ScanWords;
};

const usualGapMilliseconds = 60;

/** How to hear the shop's scanner, as it was learned. A long code is told from typing at the usual pace, too. */
export function burstOptionsOf({ gapMilliseconds, prefix, suffix }: Settings['scanner']): BurstOptions {
  return {
    medianGapMilliseconds: gapMilliseconds,
    minimumLength: 4,
    minimumLengthWithoutEnd: 6,
    longLength: 9,
    longMedianGapMilliseconds: Math.max(gapMilliseconds, usualGapMilliseconds),
    pauseMilliseconds: Math.max(150, 2 * gapMilliseconds + 30),
    words: { prefix, suffix },
  };
}

export const defaultBurstOptions = burstOptionsOf(defaultSettings.scanner);

/**
 * Four fingers rolled over four digits are quick: where a PIN is typed, what is no longer than a PIN must be quicker
 * than a hand to be a scan.
 */
export const whereAPinIsTyped = (options: BurstOptions): BurstOptions => ({
  ...options,
  medianGapMilliseconds: Math.min(options.medianGapMilliseconds, 25),
});

export type BurstKey<Mark> = { character: string; at: number; mark: Mark };
export type Burst<Mark> = {
  keys: readonly BurstKey<Mark>[];
  takenOver: boolean;
  /** What came so shortly before, without an end, that it may belong to the same code. */
  before: readonly BurstKey<Mark>[];
};

export type BurstStep<Mark> = {
  burst: Burst<Mark>;
  /** The key must not reach the page. */
  swallow: boolean;
  /** Take back what was typed since this key, this one's own character excluded: the burst has just been recognised. */
  takeBackFrom?: BurstKey<Mark>;
  /** A whole scan. */
  scanned?: string;
  /** A scan that may have lost characters: it could be another product's code, and must not be used. */
  doubted?: string;
  /** Characters of the code that reached the page before they were known for a scan's. */
  strays?: readonly BurstKey<Mark>[];
  /** It was no scan after all: these characters were swallowed and belong to the person who typed them. */
  giveBack?: string;
};

export const noBurst = <Mark>(before: readonly BurstKey<Mark>[] = []): Burst<Mark> => ({
  keys: [],
  takenOver: false,
  before,
});

/** A radio or a busy machine holds back a part of a scan for about as long; nobody types and scans within it. */
const togetherMilliseconds = 600;

const longestBurst = 64;

const textOf = <Mark>(keys: readonly BurstKey<Mark>[]) => keys.map((key) => key.character).join('');

const gapsOf = <Mark>(keys: readonly BurstKey<Mark>[]) =>
  keys.slice(1).map((key, index) => key.at - (keys[index]?.at ?? key.at));

function upperMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Infinity;
}

/**
 * Nobody lets go of a key and pulls a trigger in less. A shorter gap belongs to the scan, delayed by a busy machine or a
 * slow radio: a scan that lost its first digits could be another product's code.
 */
const slowestStartMilliseconds = 100;

/** What a person typed just before the scan is slower than the scan: it is left out. */
function withoutSlowStart<Mark>(keys: readonly BurstKey<Mark>[]): readonly BurstKey<Mark>[] {
  const gaps = gapsOf(keys);
  const slow = Math.max(slowestStartMilliseconds, 3 * upperMedian(gaps));
  const lastSlow = gaps.findLastIndex((gap, index) => gap > slow && index < keys.length / 2);
  return lastSlow === -1 ? keys : keys.slice(lastSlow + 1);
}

function isFast<Mark>(keys: readonly BurstKey<Mark>[], options: BurstOptions): boolean {
  if (keys.length < options.minimumLength) return false;
  const median = upperMedian(gapsOf(keys));
  const limit =
    keys.length >= options.longLength
      ? Math.max(options.medianGapMilliseconds, options.longMedianGapMilliseconds)
      : options.medianGapMilliseconds;
  return median <= limit;
}

function endOf<Mark>(
  burst: Burst<Mark>,
  { minimumLength, hasEnd, words }: { minimumLength: number; hasEnd: boolean; words: ScanWords },
): Omit<BurstStep<Mark>, 'swallow'> {
  const left = noBurst(hasEnd ? [] : [...burst.before, ...burst.keys].slice(-longestBurst));
  if (!burst.takenOver) return { burst: left };
  const text = textOf(burst.keys);
  if (text.length < minimumLength) return { burst: left, giveBack: text };
  const before = textOf(burst.before);
  const { code, isDoubtful, isJoined } = judgeScan({ text, hasEnd, before }, words);
  if (isDoubtful) {
    const areDigits = /^\d+$/.test(before + code);
    return { burst: left, doubted: code, strays: areDigits ? burst.before : [] };
  }
  if (isJoined) return { burst: noBurst(), scanned: code, strays: burst.before };
  return { burst: noBurst(), scanned: code };
}

/** A printable character came. An earlier burst must have been ended with `pauseBurst` if the pause was long enough. */
export function typeInBurst<Mark>(
  burst: Burst<Mark>,
  key: BurstKey<Mark>,
  options: BurstOptions = defaultBurstOptions,
): BurstStep<Mark> {
  if (burst.takenOver) {
    return { burst: { ...burst, keys: [...burst.keys, key] }, swallow: true };
  }
  const last = burst.keys.at(-1);
  const goesOn = last !== undefined && key.at - last.at < options.pauseMilliseconds;
  const keys = goesOn ? [...burst.keys, key].slice(-longestBurst) : [key];
  const earlier = burst.before.at(-1);
  const start = keys[0] ?? key;
  const before = earlier !== undefined && start.at - earlier.at < togetherMilliseconds ? burst.before : [];
  const fast = withoutSlowStart(keys);
  const first = fast[0];
  if (first === undefined || !isFast(fast, options))
    return { burst: { keys, takenOver: false, before }, swallow: false };
  const slow = keys.slice(0, keys.length - fast.length);
  const taken = { keys: fast, takenOver: true, before: [...before, ...slow] };
  return { burst: taken, swallow: true, takeBackFrom: first };
}

/** Enter or Tab came. */
export function endBurst<Mark>(
  burst: Burst<Mark>,
  at: number,
  options: BurstOptions = defaultBurstOptions,
): BurstStep<Mark> {
  const last = burst.keys.at(-1);
  const inTime = last !== undefined && at - last.at < options.pauseMilliseconds;
  const minimumLength = inTime ? options.minimumLength : options.minimumLengthWithoutEnd;
  const ended = endOf(burst, { minimumLength, hasEnd: inTime, words: options.words });
  return { ...ended, swallow: inTime && (ended.scanned ?? ended.doubted) !== undefined };
}

/** The pause after the last character is over. */
export function pauseBurst<Mark>(
  burst: Burst<Mark>,
  options: BurstOptions = defaultBurstOptions,
): BurstStep<Mark> {
  const { minimumLengthWithoutEnd: minimumLength, words } = options;
  return { ...endOf(burst, { minimumLength, hasEnd: false, words }), swallow: false };
}
