import { expect, test } from 'vitest';
import { nextTab } from './next-tab.ts';

test('arrows go round, Home and End go to the ends, other keys stay', () => {
  expect(nextTab(0, 'ArrowRight', 3)).toBe(1);
  expect(nextTab(2, 'ArrowRight', 3)).toBe(0);
  expect(nextTab(0, 'ArrowLeft', 3)).toBe(2);
  expect(nextTab(1, 'Home', 3)).toBe(0);
  expect(nextTab(1, 'End', 3)).toBe(2);
  expect(nextTab(1, 'x', 3)).toBeNull();
  expect(nextTab(-1, 'End', 0)).toBeNull();
});
