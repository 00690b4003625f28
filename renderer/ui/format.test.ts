import { expect, test } from 'vitest';
import { createFormats } from './format.tsx';

const manila = createFormats({ locale: 'en-PH', currencyCode: 'PHP', timeZone: 'Asia/Manila' });

test('money is written from minor units, exactly', () => {
  expect(manila.money(50122)).toBe('₱501.22');
  expect(manila.money(-1350)).toBe('-₱13.50');
  expect(manila.amount(123456789)).toBe('1,234,567.89');
  expect(manila.amount(9007199254740991)).toBe('90,071,992,547,409.91');
});

test('each currency has its own decimals', () => {
  expect(createFormats({ locale: 'ja-JP', currencyCode: 'JPY', timeZone: 'Asia/Tokyo' }).amount(1980)).toBe(
    '1,980',
  );
  expect(createFormats({ locale: 'en-KW', currencyCode: 'KWD', timeZone: 'Asia/Kuwait' }).amount(1250)).toBe(
    '1.250',
  );
  expect(
    createFormats({ locale: 'de-DE', currencyCode: 'EUR', timeZone: 'Europe/Berlin' }).amount(123456),
  ).toBe('1.234,56');
});

test('rates are written from parts per million', () => {
  expect(manila.percent(120_000)).toBe('12%');
  expect(manila.percent(88_750)).toBe('8.875%');
});

test('instants are told in the shop’s zone, business dates in none', () => {
  expect(manila.date('2026-11-20T17:30:00.000Z')).toBe('Nov 21, 2026');
  expect(manila.time('2026-11-20T17:30:00.000Z')).toMatch(/^1:30\sAM$/i);
  expect(manila.time(Date.parse('2026-11-20T17:30:00.000Z'))).toMatch(/^1:30\sAM$/i);
  expect(manila.day('2026-11-20')).toBe('Nov 20, 2026');
});

test('settings that no browser knows do not take the screens down', () => {
  const odd = createFormats({ locale: 'not a locale', currencyCode: 'PHP', timeZone: 'Nowhere/Land' });
  expect(odd.amount(100)).toBe('1.00');
  expect(odd.time('2026-11-20T17:30:00.000Z')).toMatch(/5:30/);
});
