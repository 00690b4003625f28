import { expect, test } from 'vitest';
import { parseEntry } from './parse-entry.ts';

test.each([
  ['milk', 1000, false, 'milk'],
  ['  milk ', 1000, false, 'milk'],
  ['3*milk', 3000, true, 'milk'],
  ['3x milk', 3000, true, 'milk'],
  ['12×', 12_000, true, ''],
  ['1.25 * rice', 1250, true, 'rice'],
  ['0*milk', 1000, false, '0*milk'],
  ['3 x', 3000, true, ''],
  ['xylitol', 1000, false, 'xylitol'],
  ['4800016552021', 1000, false, '4800016552021'],
])('%j', (typed, quantityMilli, isQuantityGiven, text) => {
  expect(parseEntry(typed)).toEqual({ quantityMilli, isQuantityGiven, text });
});
