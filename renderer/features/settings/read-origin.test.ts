import { expect, test } from 'vitest';
import { readOrigin } from './read-origin.ts';

test('gives an origin in its one spelling', () => {
  expect(readOrigin(' https://Shop.Example/ ')).toBe('https://shop.example');
  expect(readOrigin('http://192.168.1.7:8080')).toBe('http://192.168.1.7:8080');
  expect(readOrigin('https://shop.example:443')).toBe('https://shop.example');
});

test.each([
  '',
  'shop.example',
  'ftp://shop.example',
  'https://shop.example/path',
  'https://a@shop.example',
  'https://',
  'https://shop.example/?q=1',
  'javascript:alert(1)',
])('refuses %j', (text) => {
  expect(readOrigin(text)).toBeNull();
});
