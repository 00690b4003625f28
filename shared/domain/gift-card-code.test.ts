import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  foldGiftCardCode,
  giftCardBytes,
  giftCardCode,
  giftCardText,
  looksLikeGiftCard,
} from './gift-card-code.ts';

const drawn = fc.uint8Array({ minLength: giftCardBytes, maxLength: giftCardBytes });
const codes = drawn.map((bytes) => giftCardCode(bytes)).filter((code) => code !== null);

test('a code is found again however it is typed', () => {
  fc.assert(
    fc.property(codes, (code) => {
      const text = giftCardText(code);
      expect(text).toMatch(/^GC1(-[0-9A-Z]{4}){4}$/);
      expect(looksLikeGiftCard(text.toLowerCase())).toBe(true);
      for (const typed of [
        text,
        text.toLowerCase(),
        code,
        ` ${text.replaceAll('-', ' ')} `,
        text.replaceAll('-', ''),
      ])
        expect(foldGiftCardCode(typed)).toBe(code);
      expect(foldGiftCardCode(text.replaceAll('0', 'o').replaceAll('1', 'l').replace(/^gcl/i, 'GC1'))).toBe(
        code,
      );
    }),
  );
});

test('one wrong character is always noticed', () => {
  fc.assert(
    fc.property(codes, fc.nat(15), fc.integer({ min: 1, max: 31 }), (code, at, by) => {
      const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
      const wrong = alphabet.charAt((alphabet.indexOf(code.charAt(at)) + by) % 32);
      expect(foldGiftCardCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBeNull();
    }),
  );
});

test('two neighbours in each other’s place are noticed, but for 0 and Z', () => {
  fc.assert(
    fc.property(codes, fc.nat(14), (code, at) => {
      const [one = '', two = ''] = code.slice(at);
      if (one === two || ['0Z', 'Z0'].includes(one + two)) return;
      expect(foldGiftCardCode(code.slice(0, at) + two + one + code.slice(at + 2))).toBeNull();
    }),
  );
});

test.each([
  '',
  'GC1-',
  'GC1-1234',
  '4111 1111 1111 1111',
  'SK1.abc',
  'GC1-UUUU-UUUU-UUUU-UUUU',
  '\u0000'.repeat(16),
])('%s is no gift card', (text) => expect(foldGiftCardCode(text)).toBeNull());

test('a draw that reads like a bank card is not used', () => {
  const digits = '411111111111111';
  expect(giftCardCode(Uint8Array.from(digits, Number))).toBeNull();
});
