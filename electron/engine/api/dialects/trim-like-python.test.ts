import { expect, test } from 'vitest';
import { trimLikePython } from './trim-like-python.ts';

test('white space goes from both ends and stays inside, as in Python', () => {
  expect(trimLikePython(' \t\n\x1c\u00a0\u3000 a b \u2029\x1f\r')).toBe('a b');
  expect(trimLikePython('\ufeffa\u200b')).toBe('\ufeffa\u200b');
  expect(trimLikePython(' \n ')).toBe('');
  expect(trimLikePython('')).toBe('');
});

test('a megabyte of spaces inside is no work: it must end within the time that a test has', () => {
  const text = `a${' '.repeat(1024 * 1024)}a`;
  expect(trimLikePython(` ${text} `)).toBe(text);
});
