import { describe, expect, test } from 'vitest';
import { usualCashRounding } from './cash-rounding-table.ts';
import { currencyOf } from './currency.ts';
import { roundCash } from './round-cash.ts';

const countries = 'AU BE CA CH CL CZ DK EE FI HU IE IL IT LT MY NL NO NZ SE'.split(' ');
const currencies = [
  'AUD',
  'CAD',
  'CHF',
  'CLP',
  'CZK',
  'DKK',
  'EUR',
  'HUF',
  'ILS',
  'MYR',
  'NOK',
  'NZD',
  'SEK',
];
const today = '2026-03-02';
const ruleOf = (country: string) =>
  currencies.flatMap((currency) => usualCashRounding(country, currency, today) ?? []);

test('each country has one rule, in a currency that there is', () => {
  for (const country of countries) {
    const [rule, ...more] = ruleOf(country);
    expect(more).toEqual([]);
    expect(currencyOf(rule?.currency ?? '')).toBeDefined();
    expect(rule?.from).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});

describe('amounts as their rules say', () => {
  test.each([
    ['CH', 1002, 1000],
    ['CH', 1003, 1005],
    ['FI', 1007, 1005],
    ['FI', 1008, 1010],
    ['SE', 1049, 1000],
    ['SE', 1050, 1100],
    ['NO', 1050, 1100],
    ['CZ', 1050, 1100],
    ['DK', 1024, 1000],
    ['DK', 1025, 1050],
    ['DK', 1074, 1050],
    ['DK', 1075, 1100],
    ['HU', 100_249, 100_000],
    ['HU', 100_250, 100_500],
    ['NZ', 1005, 1000],
    ['NZ', 1006, 1010],
    ['IL', 1005, 1010],
    ['CL', 1005, 1000],
    ['CL', 1006, 1010],
    ['CA', 1002, 1000],
    ['CA', 1003, 1005],
  ])('%s: %i is paid with %i', (country, amountMinor, paidMinor) => {
    const rounding = ruleOf(country)[0]?.rounding ?? { stepMinor: 1, tie: 'up' };
    expect(roundCash(amountMinor, rounding)).toBe(paidMinor);
  });
});

test('nothing is offered before a rule began, for another currency, or where we know of none', () => {
  expect(usualCashRounding('BE', 'EUR', '2019-11-30')).toBeNull();
  expect(usualCashRounding('BE', 'EUR', '2019-12-01')).toMatchObject({ rounding: { stepMinor: 5 } });
  expect(usualCashRounding('CH', 'EUR', today)).toBeNull();
  for (const country of ['PH', 'US', 'DE', 'ZA', 'SK']) expect(ruleOf(country)).toEqual([]);
});
