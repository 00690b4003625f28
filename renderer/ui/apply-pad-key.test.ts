import { expect, test } from 'vitest';
import { applyPadKey, type PadKey } from './apply-pad-key.ts';

const type = (keys: PadKey[], options = {}) =>
  keys.reduce((text, key) => applyPadKey(text, key, options), '');

test('digits follow each other, and a leading zero gives way', () => {
  expect(type(['0', '5', '0', '0'])).toBe('500');
  expect(type(['1', '00'])).toBe('100');
});

test('there is one point, and no more decimals than the currency has', () => {
  expect(type(['1', '.', '.', '2', '5', '9'], { decimals: 2 })).toBe('1.25');
  expect(type(['.', '5'], { decimals: 2 })).toBe('0.5');
  expect(type(['1', '.', '5'], { decimals: 0 })).toBe('15');
});

test('backspace takes one away and stops at nothing', () => {
  expect(type(['1', '2', 'backspace'])).toBe('1');
  expect(type(['backspace'])).toBe('');
});

test('it is never longer than it may be', () => {
  expect(type(['1', '2', '3', '4'], { maximumLength: 3 })).toBe('123');
  expect(type(['1', '2', '00'], { maximumLength: 3 })).toBe('12');
});
