import { expect, test } from 'vitest';
import { readJoinText, writeJoinText } from './join-text.ts';

test('what one till shows, the other reads', () => {
  for (const url of [
    'https://cloud.example.com',
    'https://cloud.example.com:8443/shop',
    'http://127.0.0.1:8500',
  ]) {
    expect(readJoinText(writeJoinText({ url, code: 'ABCDE-FGHJK' }))).toEqual({ url, code: 'ABCDE-FGHJK' });
  }
});

test('a scanner’s capitals and blanks do no harm', () => {
  expect(readJoinText(' sukli-join:HTTPS://CLOUD.EXAMPLE.COM#ABCDEFGHJK\n')).toEqual({
    url: 'HTTPS://CLOUD.EXAMPLE.COM',
    code: 'ABCDEFGHJK',
  });
});

test('any other text is none', () => {
  for (const text of [
    '',
    '4006381333931',
    'https://a.example#ABCDEFGHJK',
    'SUKLI-JOIN:ftp://a#ABCDEFGHJK',
    'SUKLI-JOIN:https://a#short',
  ])
    expect(readJoinText(text)).toBeNull();
});
