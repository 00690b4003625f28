import { expect, test } from 'vitest';
import { currencyOf } from '../../../shared/domain/currency.ts';
import { countryChoices, defaultsOf, likelyCountry, localeChoices, timeZoneChoices } from './countries.ts';

test('every country that can be chosen has a currency that the till knows', () => {
  const countries = countryChoices('en');
  expect(countries.length).toBeGreaterThan(230);
  const unknown = countries.filter(
    ({ value }) => value !== 'US' && defaultsOf(value, 'UTC').currency === 'USD' && !usesDollar.has(value),
  );
  expect(unknown.map(({ value }) => value)).toEqual([]);
  for (const { value } of countries) expect(currencyOf(defaultsOf(value, 'UTC').currency)).toBeDefined();
});
const usesDollar = new Set('AS BQ EC FM GU IO MH MP PR PW SV TC TL UM VG VI'.split(' '));

test('the country proposes currency, locale and zone; the machine’s own zone wins where it fits', () => {
  expect(defaultsOf('PH', 'Asia/Manila')).toEqual({
    currency: 'PHP',
    locale: 'en-PH',
    timeZone: 'Asia/Manila',
  });
  expect(defaultsOf('JP', 'UTC').currency).toBe('JPY');
  expect(defaultsOf('DE', 'Europe/Berlin').timeZone).toBe('Europe/Berlin');
});

test('a country with several zones gets the one that most of it goes by', () => {
  const main = {
    US: 'America/New_York',
    CA: 'America/Toronto',
    AU: 'Australia/Sydney',
    BR: 'America/Sao_Paulo',
    RU: 'Europe/Moscow',
    MX: 'America/Mexico_City',
    ID: 'Asia/Jakarta',
    ES: 'Europe/Madrid',
    PT: 'Europe/Lisbon',
    NZ: 'Pacific/Auckland',
    KZ: 'Asia/Almaty',
  };
  for (const [country, zone] of Object.entries(main)) expect(defaultsOf(country, 'UTC').timeZone).toBe(zone);
  expect(defaultsOf('AR', 'UTC').timeZone).toMatch(/Buenos_Aires$/);
  expect(defaultsOf('US', 'America/Chicago').timeZone).toBe('America/Chicago');
  const known = new Set(timeZoneChoices().map(({ value }) => value));
  for (const { value } of countryChoices('en'))
    expect(known).toContain(defaultsOf(value, 'Asia/Manila').timeZone);
});

test('where the machine stands is guessed from its zone, then from its languages', () => {
  expect(likelyCountry(['en-US'], 'Asia/Manila')).toBe('PH');
  expect(likelyCountry(['ne-NP'], 'Etc/Unknown')).toBe('NP');
  expect(likelyCountry(['en'], 'Etc/Unknown')).toBe('PH');
});

test('figures may be written the English way or the country’s own', () => {
  expect(localeChoices('DE', 'en').map((choice) => choice.value)).toEqual(['en-DE', 'de-DE']);
  expect(localeChoices('GB', 'en').map((choice) => choice.value)).toEqual(['en-GB']);
});
