import { expect, test } from 'vitest';
import { nextIndex } from './next-index.ts';

test('arrows and pages move and stay inside the list', () => {
  expect(nextIndex(0, 'ArrowDown', 3, 10)).toBe(1);
  expect(nextIndex(2, 'ArrowDown', 3, 10)).toBe(2);
  expect(nextIndex(0, 'ArrowUp', 3, 10)).toBe(0);
  expect(nextIndex(50, 'PageUp', 100, 20)).toBe(30);
  expect(nextIndex(95, 'PageDown', 100, 20)).toBe(99);
  expect(nextIndex(5, 'Home', 100, 20)).toBe(0);
  expect(nextIndex(5, 'End', 100, 20)).toBe(99);
});

test('other keys do not move', () => {
  expect(nextIndex(5, 'a', 100, 20)).toBeNull();
  expect(nextIndex(5, 'toString', 100, 20)).toBeNull();
});
