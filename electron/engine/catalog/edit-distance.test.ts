import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestBeginning } from './edit-distance.ts';

const near = (typed: string, word: string) => nearestBeginning([...typed], [...word]);

test.each([
  ['milk', 'milk', 0, 4],
  ['milk', 'milkshake', 0, 4],
  ['mlik', 'milk', 1, 4],
  ['mik', 'milk', 1, 4],
  ['milck', 'milk', 1, 4],
  ['choclate', 'chocolates', 1, 9],
  ['spagheti', 'spaghetti', 1, 9],
  ['молако', 'молоко', 1, 6],
  ['abcd', 'wxyz', 4, 4],
])('%s is near %s: %i slips, first %i letters', (typed, word, slips, length) => {
  expect(near(typed, word)).toEqual({ slips, length });
});

test('one slip in a word is one slip at most, whatever follows the word', () => {
  const letters = fc.string({ minLength: 4, maxLength: 10, unit: fc.constantFrom('a', 'b', 'c', 'd') });
  fc.assert(
    fc.property(letters, fc.nat(), fc.nat(3), fc.string({ maxLength: 4 }), (word, place, kind, rest) => {
      const at = place % word.length;
      const slips = [
        word.slice(0, at) + word.slice(at + 1),
        `${word.slice(0, at)}x${word.slice(at)}`,
        `${word.slice(0, at)}x${word.slice(at + 1)}`,
        word.slice(0, at) +
          word
            .slice(at, at + 2)
            .split('')
            .toReversed()
            .join('') +
          word.slice(at + 2),
      ];
      expect(near(slips[kind] ?? '', word + rest).slips).toBeLessThanOrEqual(1);
    }),
  );
});
