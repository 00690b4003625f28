import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currencyOf } from './currency.ts';
import { decimalText } from './money.ts';
import { readAmount } from './read-amount.ts';

const currency = (code: string) => currencyOf(code) ?? { code, exponent: 2 };

test.each([
  ['en-PH', 'PHP', '1,000.50', 100_050],
  ['en-PH', 'PHP', '1000.5', 100_050],
  ['en-PH', 'PHP', ' 1,000 ', 100_000],
  ['en-PH', 'PHP', '12', 1_200],
  ['de-DE', 'EUR', '1.000,50', 100_050],
  ['de-DE', 'EUR', '1000,5', 100_050],
  ['de-DE', 'EUR', '1.000', 100_000],
  ['fr-FR', 'EUR', '1 000,50', 100_050],
  ['de-CH', 'CHF', "1'000.50", 100_050],
  ['en-IN', 'INR', '1,00,000.50', 10_000_050],
  ['ja-JP', 'JPY', '1,000', 1_000],
  ['en-KW', 'KWD', '1.000', 1_000],
])('%s: %s %s is %i', (locale, code, text, minor) => {
  expect(readAmount(text, currency(code), locale)).toEqual({ ok: true, value: minor });
});

test.each([
  ['en-PH', '1.000,50'],
  ['en-PH', '1,50'],
  ['en-PH', '1.000'],
  ['en-PH', '10,00.50'],
  ['en-PH', '-5'],
  ['en-PH', ''],
  ['en-PH', '1.2.3'],
  ['en-PH', '1e3'],
  ['de-DE', '1,000.50'],
  ['de-DE', '1.50'],
])('%s: “%s” is refused with an example', (locale, text) => {
  const example = locale === 'de-DE' ? '1.000,50' : '1,000.50';
  expect(readAmount(text, currency('PHP'), locale)).toMatchObject({
    ok: false,
    failure: { code: 'money-invalid', message: expect.stringContaining(example) },
  });
});

test('what a locale writes, it reads', () => {
  const locales = fc.constantFrom('en-PH', 'de-DE', 'fr-FR', 'de-CH', 'en-IN', 'pt-BR', 'sv-SE', 'ja-JP');
  fc.assert(
    fc.property(locales, fc.nat(1_000_000_000_00), (locale, minor) => {
      const php = currency('PHP');
      const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
      const written = format.format(decimalText(minor, php) as `${number}`);
      expect(readAmount(written, php, locale)).toEqual({ ok: true, value: minor });
    }),
  );
});
