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
};

export const defaultBurstOptions: BurstOptions = {
  medianGapMilliseconds: 60,
  minimumLength: 4,
  minimumLengthWithoutEnd: 6,
  longLength: 9,
  longMedianGapMilliseconds: 60,
  pauseMilliseconds: 150,
};

/**
 * Four fingers rolled over four digits are quick: where a PIN is typed, what is no longer than a PIN must be quicker
 * than a hand to be a scan.
 */
export const pinBurstOptions: BurstOptions = { ...defaultBurstOptions, medianGapMilliseconds: 25 };

export type BurstKey<Mark> = { character: string; at: number; mark: Mark };
export type Burst<Mark> = { keys: readonly BurstKey<Mark>[]; takenOver: boolean };

export type BurstStep<Mark> = {
  burst: Burst<Mark>;
  /** The key must not reach the page. */
  swallow: boolean;
  /** Take back what was typed since this key, this one's own character excluded: the burst has just been recognised. */
  takeBackFrom?: BurstKey<Mark>;
  /** A whole scan. */
  scanned?: string;
  /** It was no scan after all: these characters were swallowed and belong to the person who typed them. */
  giveBack?: string;
};

export const noBurst = <Mark>(): Burst<Mark> => ({ keys: [], takenOver: false });

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

function endOf<Mark>(burst: Burst<Mark>, minimumLength: number): Omit<BurstStep<Mark>, 'swallow'> {
  if (!burst.takenOver) return { burst: noBurst() };
  const text = textOf(burst.keys);
  return text.length >= minimumLength
    ? { burst: noBurst(), scanned: text }
    : { burst: noBurst(), giveBack: text };
}

/** A printable character came. An earlier burst must have been ended with `pauseBurst` if the pause was long enough. */
export function typeInBurst<Mark>(
  burst: Burst<Mark>,
  key: BurstKey<Mark>,
  options: BurstOptions = defaultBurstOptions,
): BurstStep<Mark> {
  if (burst.takenOver) {
    return { burst: { keys: [...burst.keys, key], takenOver: true }, swallow: true };
  }
  const last = burst.keys.at(-1);
  const goesOn = last !== undefined && key.at - last.at < options.pauseMilliseconds;
  const keys = goesOn ? [...burst.keys, key].slice(-64) : [key];
  const fast = withoutSlowStart(keys);
  const first = fast[0];
  if (first === undefined || !isFast(fast, options))
    return { burst: { keys, takenOver: false }, swallow: false };
  return { burst: { keys: fast, takenOver: true }, swallow: true, takeBackFrom: first };
}

/** Enter or Tab came. */
export function endBurst<Mark>(
  burst: Burst<Mark>,
  at: number,
  options: BurstOptions = defaultBurstOptions,
): BurstStep<Mark> {
  const last = burst.keys.at(-1);
  const inTime = last !== undefined && at - last.at < options.pauseMilliseconds;
  const ended = endOf(burst, inTime ? options.minimumLength : options.minimumLengthWithoutEnd);
  return { ...ended, swallow: inTime && ended.scanned !== undefined };
}

/** The pause after the last character is over. */
export function pauseBurst<Mark>(
  burst: Burst<Mark>,
  options: BurstOptions = defaultBurstOptions,
): BurstStep<Mark> {
  return { ...endOf(burst, options.minimumLengthWithoutEnd), swallow: false };
}
