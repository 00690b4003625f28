import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCardNumber, passesLuhn } from './card-number.ts';

const TEST_CARDS = [
  '4111111111111111',
  '4222222222222',
  '5555555555554444',
  '2223003122003222',
  '378282246310005',
  '30569309025904',
  '6011111111111117',
  '3530111333300000',
  '6200000000000005',
  '6759649826438453',
];

const withCheckDigit = (body: string) => {
  const digit = [...'0123456789'].find((check) => passesLuhn(body + check)) ?? '';
  return body + digit;
};

describe('hasCardNumber', () => {
  it.each(TEST_CARDS)('finds %s, however it is written', (card) => {
    for (const anyIssuer of [true, false]) {
      expect(hasCardNumber(card, anyIssuer)).toBe(true);
      expect(hasCardNumber(card.replace(/(.{4})/g, '$1 '), anyIssuer)).toBe(true);
      expect(hasCardNumber(card.replace(/(.{4})(?=.)/g, '$1-'), anyIssuer)).toBe(true);
      expect(hasCardNumber(`VISA ${card} ok`, anyIssuer)).toBe(true);
      expect(
        hasCardNumber(
          card.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d))),
          anyIssuer,
        ),
      ).toBe(true);
    }
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
