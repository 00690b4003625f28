import { expect, test } from 'vitest';
import { learnScanner, problemOf, type Recording } from './learn-scanner.ts';

const scanOf = (text: string, gap = 12, end: Recording['end'] = 'enter'): Recording => ({
  text,
  end,
  gaps: Array.from({ length: text.length - 1 }, () => gap),
});
const thrice = (recording: Recording) => [recording, recording, recording];

test('three scans of a code from goods teach gap, prefix and end', () => {
  expect(
    learnScanner([
      scanOf('F#4800016552021', 12),
      scanOf('F#4800016552021', 20),
      scanOf('F#4800016552021', 9),
    ]),
  ).toEqual({
    scanner: { gapMilliseconds: 40, prefix: 'F#', suffix: 'enter' },
    code: '4800016552021',
    measuredGap: 20,
    isPrefixUnknown: false,
  });
});

test.each([
  ['4800016552021', '', '4800016552021'],
  [']E04800016552021', '', '4800016552021'],
  ['XCUST-00042', 'X', 'CUST-00042'],
])('%s has the prefix “%s”', (text, prefix, code) => {
  expect(learnScanner(thrice(scanOf(text, 5, 'tab')))).toMatchObject({
    scanner: { prefix, suffix: 'tab' },
    code,
    isPrefixUnknown: false,
  });
});

test('a shop’s own code cannot tell where it begins', () => {
  expect(learnScanner(thrice(scanOf('12-345', 5, 'none')))).toMatchObject({
    scanner: { gapMilliseconds: 25, prefix: '', suffix: 'none' },
    isPrefixUnknown: true,
  });
});

test('scans that differ teach nothing', () => {
  const one = scanOf('4800016552021');
  expect(learnScanner([one, one, scanOf('4006381333931')])).toBe('codes-differ');
  expect(learnScanner([one, one, scanOf('800016552021')])).toBe('codes-differ');
  expect(learnScanner([one, one, scanOf('4800016552021', 12, 'none')])).toBe('ends-differ');
});

test('a hand is told from a scanner', () => {
  expect(problemOf(scanOf('4800016552021', 110))).toBe('by-hand');
  expect(problemOf(scanOf('480'))).toBe('too-short');
  expect(problemOf(scanOf('4800016552021', 60))).toBeNull();
});
