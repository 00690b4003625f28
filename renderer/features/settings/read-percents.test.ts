import { expect, test } from 'vitest';
import { readPercents } from './read-percents.ts';

test.each([
  ['5, 10, 15', [5, 10, 15]],
  ['15 % ; 5 %', [5, 15]],
  ['10 10', [10]],
  ['', []],
  ['0', null],
  ['101', null],
  ['7.5', null],
  ['-5', null],
  ['1 2 3 4 5', null],
])('%j is read as %j', (typed, percents) => {
  expect(readPercents(typed)).toEqual(percents);
});
