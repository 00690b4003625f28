import { expect, test } from 'vitest';
import { awardProblems, newAward } from './award-draft.ts';

test('a gift is more than nothing, and says why', () => {
  expect(awardProblems(newAward, 100)).toEqual(['points', 'reason']);
  expect(awardProblems({ kind: 'bonus', points: -5, reason: 'Birthday' }, 100)).toEqual(['points']);
  expect(awardProblems({ kind: 'bonus', points: 5, reason: ' ' }, 100)).toEqual(['reason']);
  expect(awardProblems({ kind: 'bonus', points: 5, reason: 'Birthday' }, 100)).toEqual([]);
});

test('a correction goes both ways, but takes no more than there is', () => {
  expect(awardProblems({ kind: 'adjusted', points: 0, reason: 'Typed wrong' }, 100)).toEqual(['points']);
  expect(awardProblems({ kind: 'adjusted', points: -100, reason: 'Typed wrong' }, 100)).toEqual([]);
  expect(awardProblems({ kind: 'adjusted', points: -101, reason: 'Typed wrong' }, 100)).toEqual(['below']);
  expect(awardProblems({ kind: 'adjusted', points: 20, reason: 'Owed' }, -50)).toEqual([]);
});
