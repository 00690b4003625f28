import { expect, test } from 'vitest';
import {
  defaultBurstOptions,
  endBurst,
  noBurst,
  pauseBurst,
  typeInBurst,
  whereAPinIsTyped,
  type Burst,
  type BurstOptions,
} from './scan-burst.ts';

type Played = { scans: string[]; field: string; entersPassed: number };

/** Plays keys into a field as the page would see them. A number is a wait, a text is typed, `⏎` is Enter. */
function play(
  script: (number | string)[],
  gap: number | (() => number),
  options = defaultBurstOptions,
): Played {
  const played: Played = { scans: [], field: '', entersPassed: 0 };
  let burst: Burst<string> = noBurst();
  let at = 0;
  const pauseIfOver = (now: number) => {
    const last = burst.keys.at(-1);
    if (last === undefined || now - last.at < options.pauseMilliseconds) return;
    const step = pauseBurst(burst, options);
    burst = step.burst;
    if (step.scanned !== undefined) played.scans.push(step.scanned);
    if (step.giveBack !== undefined) played.field += step.giveBack;
  };
  for (const part of script) {
    if (typeof part === 'number') {
      at += part;
      continue;
    }
    for (const character of part) {
      pauseIfOver(at);
      if (character === '⏎') {
        const step = endBurst(burst, at, options);
        burst = step.burst;
        if (step.scanned !== undefined) played.scans.push(step.scanned);
        if (step.giveBack !== undefined) played.field += step.giveBack;
        if (!step.swallow) played.entersPassed += 1;
      } else {
        const step = typeInBurst(burst, { character, at, mark: played.field }, options);
        burst = step.burst;
        if (step.takeBackFrom !== undefined) played.field = step.takeBackFrom.mark;
        if (!step.swallow) played.field += character;
      }
      at += typeof gap === 'number' ? gap : gap();
    }
  }
  pauseIfOver(at + 1000);
  return played;
}

const jitter = (gaps: number[]) => {
  let index = 0;
  return () => gaps[index++ % gaps.length] ?? 0;
};

test.each([0, 1, 5, 12, 20, 35, 50, 60])(
  'a scan at %i ms for each character is a scan, and no field sees it',
  (gap) => {
    expect(play(['4800016552021⏎'], gap)).toEqual({ scans: ['4800016552021'], field: '', entersPassed: 0 });
  },
);

test.each([90, 110, 150, 240, 400])('typing at %i ms is typing, Enter and all', (gap) => {
  expect(play(['4800016552021⏎'], gap)).toEqual({ scans: [], field: '4800016552021', entersPassed: 1 });
});

test('a recorded scan of an uneven wireless scanner', () => {
  const gaps = jitter([16, 15, 47, 2, 1, 31, 16, 62, 15, 1, 30, 17, 16]);
  expect(play(['2000000000015⏎'], gaps).scans).toEqual(['2000000000015']);
});

test('a recorded quick typist, with rolled keys now and then', () => {
  const gaps = jitter([120, 85, 38, 140, 95, 110, 44, 160, 75, 130]);
  expect(play(['pandesal with cheese⏎'], gaps)).toEqual({
    scans: [],
    field: 'pandesal with cheese',
    entersPassed: 1,
  });
});

test('two quick scans are two scans, with or without Enter between', () => {
  expect(play(['4800016552021⏎4800016552038⏎'], 5).scans).toEqual(['4800016552021', '4800016552038']);
  expect(play(['4800016552021', 200, '4800016552038'], 5).scans).toEqual(['4800016552021', '4800016552038']);
});

test('the same code twice in a hurry is two scans', () => {
  expect(play(['CUST-00042⏎CUST-00042⏎'], 3).scans).toEqual(['CUST-00042', 'CUST-00042']);
});

test('a scanner without Enter or Tab is heard after a pause', () => {
  expect(play(['CUST-00042'], 20)).toEqual({ scans: ['CUST-00042'], field: '', entersPassed: 0 });
});

test('what was typed before the scan stays, what is scanned does not join it', () => {
  const slowThenScan = jitter([
    ...Array.from({ length: 5 }, () => 120),
    ...Array.from({ length: 14 }, () => 8),
  ]);
  expect(play(['12.504800016552021⏎'], slowThenScan)).toEqual({
    scans: ['4800016552021'],
    field: '12.50',
    entersPassed: 0,
  });
});

test('a few letters rolled quickly, with no end, are given back to the typist', () => {
  expect(play(['milk'], 40)).toEqual({ scans: [], field: 'milk', entersPassed: 0 });
});

test('three characters are never a scan', () => {
  expect(play(['123⏎'], 5)).toEqual({ scans: [], field: '123', entersPassed: 1 });
});

test('a PIN rolled under four fingers is a PIN; a scan into the PIN pad is a scan', () => {
  expect(play(['1234⏎'], 38, whereAPinIsTyped(defaultBurstOptions))).toEqual({
    scans: [],
    field: '1234',
    entersPassed: 1,
  });
  for (const gap of [5, 12, 40, 60]) {
    expect(play(['4800016552021⏎'], gap, whereAPinIsTyped(defaultBurstOptions))).toEqual({
      scans: ['4800016552021'],
      field: '',
      entersPassed: 0,
    });
  }
});

test('Enter long after a fast burst is a key of its own', () => {
  const played = play(['milk', 400, '⏎'], 30);
  expect(played).toEqual({ scans: [], field: 'milk', entersPassed: 1 });
});

test('the limits can be set', () => {
  const strict: BurstOptions = {
    ...defaultBurstOptions,
    medianGapMilliseconds: 10,
    minimumLength: 8,
    longLength: 99,
  };
  expect(play(['1234567⏎'], 5, strict).scans).toEqual([]);
  expect(play(['12345678⏎'], 5, strict).scans).toEqual(['12345678']);
  expect(play(['12345678⏎'], 20, strict).scans).toEqual([]);
});
