import { describe, expect, it } from 'vitest';
import { asciiDigits } from './ascii-digits.ts';

describe('asciiDigits', () => {
  it.each([
    ['१२३४५६७८९०', '1234567890'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['۰۱۲۳', '0123'],
    ['１２９', '129'],
    ['০৯', '09'],
    ['๑๒', '12'],
    ['𝟎𝟗𝟘𝟡𝟢𝟿', '090909'],
    ['a1²½', 'a1²½'],
  ])('%s is %s', (text, plain) => {
    expect(asciiDigits(text)).toBe(plain);
  });

  it('knows the value of every digit of Unicode', () => {
    let inRow = 0;
    for (let point = 0; point < 0x1fbff; point += 1) {
      const character = String.fromCodePoint(point);
      if (!/\p{Nd}/u.test(character)) continue;
      expect(asciiDigits(character), point.toString(16)).toBe(String(inRow % 10));
      inRow += 1;
    }
    expect(inRow).toBeGreaterThan(600);
  });
});
