import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMinor,
  decimalText,
  divideRounded,
  floorMultiplyDivide,
  isMinor,
  multiplyDivide,
  parseMoney,
  shareByLargestRemainder,
  type RoundingMode,
} from './money.ts';

const PHP = { code: 'PHP', exponent: 2 };
const JPY = { code: 'JPY', exponent: 0 };
const KWD = { code: 'KWD', exponent: 3 };
const currencies = fc.constantFrom(PHP, JPY, KWD);
const modes = fc.constantFrom<RoundingMode>('half-up', 'half-even');
const safe = fc.maxSafeInteger();
const isAsciiDigit = (character: string) => character >= '0' && character <= '9';

describe('divideRounded', () => {
  it.each([
    // numerator, denominator, half-up, half-even
    [5n, 2n, 3n, 2n],
    [7n, 2n, 4n, 4n],
    [-5n, 2n, -3n, -2n],
    [-7n, 2n, -4n, -4n],
    [5n, -2n, -3n, -2n],
    [-5n, -2n, 3n, 2n],
    [1n, 2n, 1n, 0n],
    [-1n, 2n, -1n, 0n],
    [4n, 10n, 0n, 0n],
    [6n, 10n, 1n, 1n],
    [-6n, 10n, -1n, -1n],
    [0n, 7n, 0n, 0n],
    [30145n, 10n, 3015n, 3014n],
  ])('%s / %s', (numerator, denominator, halfUp, halfEven) => {
    expect(divideRounded(numerator, denominator, 'half-up')).toBe(halfUp);
    expect(divideRounded(numerator, denominator, 'half-even')).toBe(halfEven);
  });

  it('is never more than a half away, and mirrors around zero', () => {
    const nonZero = fc.bigInt().filter((n) => n !== 0n);
    fc.assert(
      fc.property(fc.bigInt(), nonZero, modes, (numerator, denominator, mode) => {
        const rounded = divideRounded(numerator, denominator, mode);
        const off = 2n * (numerator - rounded * denominator);
        const size = denominator < 0n ? -denominator : denominator;
        expect(off <= size && off >= -size).toBe(true);
        expect(divideRounded(-numerator, denominator, mode)).toBe(-rounded);
        expect(divideRounded(numerator, -denominator, mode)).toBe(-rounded);
      }),
    );
  });
});

describe('multiplyDivide', () => {
  it('equals the exact division, also where the product leaves the safe integers', () => {
    const divisors = fc.oneof(fc.constantFrom(1, 2, 10, 1000, 1_000_000), fc.integer({ min: 1 }));
    fc.assert(
      fc.property(fc.oneof(safe, fc.integer()), fc.integer(), divisors, modes, (a, b, divisor, mode) => {
        const exact = divideRounded(BigInt(a) * BigInt(b), BigInt(divisor), mode);
        if (isMinor(Number(exact))) {
          const got = multiplyDivide(a, b, divisor, mode);
          expect(BigInt(got)).toBe(exact);
          expect(Object.is(got, -0)).toBe(false);
        } else {
          expect(() => multiplyDivide(a, b, divisor, mode)).toThrow(RangeError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('rounds what floats get wrong', () => {
    expect(multiplyDivide(1005, 100, 1000, 'half-up')).toBe(101);
    expect(multiplyDivide(Number.MAX_SAFE_INTEGER, 7, 7, 'half-up')).toBe(Number.MAX_SAFE_INTEGER);
    expect(multiplyDivide(3, 1, 2, 'half-even')).toBe(2);
    expect(multiplyDivide(-3, 1, 2, 'half-up')).toBe(-2);
    expect(multiplyDivide(-1, 0, 2, 'half-up')).toBe(0);
  });

  it.each([
    [1.5, 1, 1],
    [1, Number.NaN, 1],
    [1, 1, 0],
    [1, 1, -1],
    [Number.MAX_SAFE_INTEGER, 2, 1],
  ])('refuses %s × %s / %s', (a, b, divisor) => {
    expect(() => multiplyDivide(a, b, divisor, 'half-up')).toThrow(RangeError);
  });
});

describe('floorMultiplyDivide', () => {
  it('takes the quotient down and leaves a remainder that is not negative', () => {
    const check = (a: number, b: number, divisor: number) => {
      const { quotient, remainder } = floorMultiplyDivide(a, b, divisor);
      expect(BigInt(quotient) * BigInt(divisor) + BigInt(remainder)).toBe(BigInt(a) * BigInt(b));
      expect(remainder >= 0 && remainder < divisor && !Object.is(remainder, -0)).toBe(true);
    };
    fc.assert(fc.property(safe, fc.nat(), fc.integer({ min: 1 }), (a, b, more) => check(a, b, b + more)));
    const nearTheEdge = fc.integer({ min: 0, max: 10_000 }).map((n) => n - Number.MAX_SAFE_INTEGER);
    fc.assert(
      fc.property(nearTheEdge, fc.integer({ min: 1, max: 2 ** 53 - 1 }), (a, divisor) =>
        check(a, 1, divisor),
      ),
    );
    check(-Number.MAX_SAFE_INTEGER, 1, 3);
  });
});

describe('addMinor', () => {
  it('adds, and refuses what a number cannot hold', () => {
    expect(addMinor()).toBe(0);
    expect(addMinor(1, -3, 5)).toBe(3);
    expect(() => addMinor(0.1, 0.2)).toThrow(RangeError);
    expect(() => addMinor(Number.MAX_SAFE_INTEGER, 1)).toThrow(RangeError);
  });
});

describe('shareByLargestRemainder', () => {
  it.each<[number, number[], number[]]>([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [10, [0, 1, 0], [0, 10, 0]],
    [5, [0, 0], [3, 2]],
    [0, [3, 4], [0, 0]],
    [0, [], []],
    [1, [1, 2], [0, 1]],
    [7, [50, 30, 20], [4, 2, 1]],
    [2, [0, 1, 1, 1], [0, 1, 1, 0]],
  ])('%s over %j is %j', (total, weights, parts) => {
    expect(shareByLargestRemainder(total, weights)).toEqual(parts);
  });

  it('adds up, stays within one unit of the exact share, gives nothing to a zero weight', () => {
    const weights = fc.array(fc.oneof(fc.nat(), fc.constant(0), fc.nat({ max: 2 ** 45 })), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(safe, weights, (total, list) => {
        const parts = shareByLargestRemainder(total, list);
        expect(addMinor(...parts)).toBe(total);
        expect(parts.some((part) => Object.is(part, -0))).toBe(false);
        const sum = list.reduce((all, weight) => all + BigInt(weight), 0n);
        if (sum === 0n) return;
        for (const [index, part] of parts.entries()) {
          const weight = BigInt(list[index] ?? 0);
          const off = BigInt(part) * sum - BigInt(total) * weight;
          expect(off < sum && off > -sum).toBe(true);
          if (weight === 0n) expect(part).toBe(0);
        }
      }),
    );
  });

  it('never gives a part more than its weight when the total is no more than all weights', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5000 }), { minLength: 1 }), fc.nat(), (weights, any) => {
        const sum = addMinor(...weights);
        const total = sum === 0 ? 0 : any % (sum + 1);
        const parts = shareByLargestRemainder(total, weights);
        expect(parts.every((part, index) => part <= (weights[index] ?? 0))).toBe(true);
      }),
    );
  });

  it('refuses what cannot be shared', () => {
    expect(() => shareByLargestRemainder(1, [])).toThrow(RangeError);
    expect(() => shareByLargestRemainder(1, [2, -1])).toThrow(RangeError);
    expect(() => shareByLargestRemainder(1.5, [1])).toThrow(RangeError);
  });
});

describe('parseMoney and decimalText', () => {
  it.each([
    ['12.50', PHP, 1250],
    ['12.5', PHP, 1250],
    ['12', PHP, 1200],
    ['0', PHP, 0],
    ['0.05', PHP, 5],
    ['007', PHP, 700],
    ['1250', JPY, 1250],
    ['1.234', KWD, 1234],
    ['90071992547409.91', PHP, Number.MAX_SAFE_INTEGER],
  ])('reads %s', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toEqual({ ok: true, value: minor });
  });

  it.each([
    ['12,5', PHP],
    ['', PHP],
    ['1e3', PHP],
    ['１２', PHP],
    ['१२', PHP],
    [' 12', PHP],
    ['12 ', PHP],
    ['12\n', PHP],
    ['1,234.50', PHP],
    ['1 234', PHP],
    ['.5', PHP],
    ['5.', PHP],
    ['1.2.3', PHP],
    ['12.345', PHP],
    ['-1', PHP],
    ['+1', PHP],
    ['₱12', PHP],
    ['0x10', PHP],
    ['Infinity', PHP],
    ['NaN', PHP],
    ['12.0', JPY],
    ['1.2345', KWD],
    ['90071992547409.92', PHP],
    ['9'.repeat(1_000_000), PHP],
  ])('refuses %.20s', (text, currency) => {
    const read = parseMoney(text, currency);
    expect(read.ok ? read.value : read.failure.code).toBe('money-invalid');
  });

  it('says how to write it', () => {
    const sentence = (currency: typeof PHP) => {
      const read = parseMoney('12,5', currency);
      return read.ok ? '' : read.failure.message;
    };
    expect(sentence(PHP)).toBe('Write the amount like 12.50: digits, and a point with at most 2 decimals.');
    expect(sentence(JPY)).toBe('Write the amount like 125: digits only.');
    expect(sentence(KWD)).toBe('Write the amount like 12.500: digits, and a point with at most 3 decimals.');
  });

  it('takes a minus only when asked', () => {
    expect(parseMoney('-0.05', PHP, { allowNegative: true })).toEqual({ ok: true, value: -5 });
    expect(parseMoney('-0', PHP, { allowNegative: true })).toEqual({ ok: true, value: 0 });
    expect(parseMoney('--1', PHP, { allowNegative: true }).ok).toBe(false);
  });

  it('gives back every amount that was written out', () => {
    fc.assert(
      fc.property(safe, currencies, (minor, currency) => {
        const text = decimalText(minor, currency);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(parseMoney(text, currency, { allowNegative: true })).toEqual({ ok: true, value: minor });
      }),
    );
  });

  it('reads nothing but decimals, whatever comes', () => {
    const almost = fc.string({ unit: fc.constantFrom('0', '1', '9', '.', ',', '-', ' ', '٣', '１', 'e') });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), almost), currencies, (text, currency) => {
        const [whole = '', ...rest] = text.split('.');
        const allDigits = [whole, ...rest].every((part) => part !== '' && [...part].every(isAsciiDigit));
        const decimals = rest.length === 1 ? (rest[0] ?? '').length : 0;
        const plain = allDigits && rest.length <= 1 && decimals <= currency.exponent;
        expect(parseMoney(text, currency).ok).toBe(plain);
      }),
      { numRuns: 2000 },
    );
  });

  it('writes all decimals', () => {
    expect(decimalText(1250, PHP)).toBe('12.50');
    expect(decimalText(-5, PHP)).toBe('-0.05');
    expect(decimalText(0, KWD)).toBe('0.000');
    expect(decimalText(1250, JPY)).toBe('1250');
    expect(() => decimalText(0.5, PHP)).toThrow(RangeError);
  });
});
