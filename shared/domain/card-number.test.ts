import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordinaryTexts, testCardNumbers, waysToWrite } from '../../tests/fixtures/card-numbers.ts';
import { hasCardNumber, passesLuhn } from './card-number.ts';

const withCheckDigit = (body: string) => {
  const digit = [...'0123456789'].find((check) => passesLuhn(body + check)) ?? '';
  return body + digit;
};

describe('hasCardNumber', () => {
  it.each(testCardNumbers)('finds %s, however it is written', (card) => {
    const fullWidth = card.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d)));
    for (const text of [fullWidth, ...waysToWrite.map((write) => write(card))])
      for (const anyIssuer of [true, false])
        expect([text, hasCardNumber(text, anyIssuer)]).toEqual([text, true]);
  });

  it('finds one among other digits, and one of two', () => {
    expect(hasCardNumber('004512 4111 1111 1111 1111', false)).toBe(true);
    expect(hasCardNumber('4111111111111111 5555555555554444', false)).toBe(true);
  });

  it.each(ordinaryTexts)('lets “%s” pass', (text) => {
    expect(hasCardNumber(text, false)).toBe(false);
  });

  it.each([
    '',
    '123456',
    'AUTH 004512',
    '4111111111111112',
    '411111111111',
    '1'.repeat(30),
    'S01-T3-A-000123',
  ])('lets %s pass', (reference) => {
    expect(hasCardNumber(reference, true)).toBe(false);
  });

  it('for cards, refuses every 13 to 19 digits that pass Luhn, whoever may have issued them', () => {
    const body = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 12, maxLength: 18 });
    fc.assert(
      fc.property(body, (digits) => {
        expect(hasCardNumber(withCheckDigit(digits), true)).toBe(true);
      }),
    );
  });

  it('for e-wallets, lets 13-digit references pass that no card starts like', () => {
    const gcash = withCheckDigit('001234567890');
    expect(hasCardNumber(gcash, true)).toBe(true);
    expect(hasCardNumber(gcash, false)).toBe(false);
    expect(hasCardNumber(`Ref ${gcash.slice(0, 4)} ${gcash.slice(4)}`, false)).toBe(false);
    const body = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 11, maxLength: 11 });
    fc.assert(
      fc.property(fc.constantFrom('0', '1', '7', '9'), body, (first, digits) => {
        expect(hasCardNumber(withCheckDigit(first + digits), false)).toBe(false);
      }),
    );
  });
});
