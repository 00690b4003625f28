import { expect, test } from 'vitest';
import { isJsonNumber, textOfNumber } from './json-values.ts';
import { parseJson } from './parse-json.ts';

test('a body of very many values is refused before anything is made of it', () => {
  const many = (count: number) => `[${Array.from({ length: count }, () => '1').join(',')}]`;
  expect(parseJson(many(5_000)).ok).toBe(true);
  expect(parseJson(many(5_001))).toEqual({ ok: false, failure: 'The body holds too many values' });
  expect(parseJson(`["${','.repeat(9_000)}"]`).ok).toBe(true);
});

test.each([
  ['450000.00', '450000.0'],
  ['1.00000000000000000001', '1.00000000000000000001'],
  ['0.10', '0.1'],
  ['-0', '0'],
  ['1e400', 'inf'],
  ['12345678901234567890', '12345678901234567890'],
])('the number %s keeps every digit that matters', (source, text) => {
  const parsed = parseJson(source);
  if (!parsed.ok || !isJsonNumber(parsed.value)) throw new Error('not a number');
  expect(textOfNumber(parsed.value)).toBe(text);
});
