import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  barcodeLookupKeys,
  cardCodePayload,
  classifyScan,
  cleanScan,
  customerCode,
  gtinCheckDigit,
  isValidGtin,
  parseCardCode,
} from './codes.ts';

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const bodies = fc.constantFrom(7, 11, 12, 13).chain(digits);

describe('GTINs', () => {
  it.each(['4006381333931', '96385074', '036000291452', '10614141000415', '4800016644931', '9780201379624'])(
    '%s is one',
    (code) => {
      expect(isValidGtin(code)).toBe(true);
      expect(gtinCheckDigit(code.slice(0, -1))).toBe(code.slice(-1));
    },
  );

  it.each([
    '4006381333932',
    '',
    '123',
    '400638133393',
    '40063813339310000',
    '٤٠٠٦٣٨١٣٣٣٩٣١',
    '4006381333931 ',
    'abc',
  ])('"%s" is none', (code) => {
    expect(isValidGtin(code)).toBe(false);
  });

  it('notice every single wrong digit', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), fc.integer({ min: 1, max: 9 }), (body, place, by) => {
        const code = body + gtinCheckDigit(body);
        expect(isValidGtin(code)).toBe(true);
        const at = place % code.length;
        const wrong = code.slice(0, at) + String((Number(code[at]) + by) % 10) + code.slice(at + 1);
        expect(isValidGtin(wrong)).toBe(false);
      }),
    );
  });

  it('refuse a body of another length', () => {
    expect(() => gtinCheckDigit('123')).toThrow(RangeError);
    expect(() => gtinCheckDigit('123456a')).toThrow(RangeError);
  });
});

describe('barcodeLookupKeys', () => {
  it.each([
    ['036000291452', ['036000291452', '0036000291452', '00036000291452']],
    ['0036000291452', ['0036000291452', '036000291452', '00036000291452']],
    ['4006381333931', ['4006381333931', '04006381333931']],
    ['96385074', ['96385074']],
    ['036000291453', ['036000291453']],
    ['SHOP-17', ['SHOP-17']],
    ['', ['']],
  ])('%s', (code, keys) => {
    expect(barcodeLookupKeys(code)).toEqual(keys);
  });

  it('finds a UPC-A and its EAN-13 by each other', () => {
    fc.assert(
      fc.property(digits(11), (body) => {
        const upc = body + gtinCheckDigit(body);
        expect(barcodeLookupKeys(upc)).toContain(`0${upc}`);
        expect(barcodeLookupKeys(`0${upc}`)).toContain(upc);
        expect(barcodeLookupKeys(upc)[0]).toBe(upc);
      }),
    );
  });
});

describe('customerCode', () => {
  it('has five digits or more', () => {
    expect(customerCode(1)).toBe('CUST-00001');
    expect(customerCode(99_999)).toBe('CUST-99999');
    expect(customerCode(1_234_567)).toBe('CUST-1234567');
    for (const n of [0, -1, 1.5, Number.NaN]) expect(() => customerCode(n)).toThrow(RangeError);
  });

  it('is a customer’s to the scanner', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), (n) => {
        expect(classifyScan(customerCode(n))).toBe('customer-code');
      }),
    );
  });
});

describe('cleanScan', () => {
  it.each([
    [']E04006381333931', '4006381333931'],
    [']C1\u001d0104006381333931', '0104006381333931'],
    ['4006381333931\r\n', '4006381333931'],
    ['  CUST-00001\t', 'CUST-00001'],
    ['\u0002]Q3abc\u0003', 'abc'],
    ['a\u0000b\u001bc\u007f\u0085\u200b\u202e', 'abc'],
    ['] E0', '] E0'],
    [']', ']'],
    ['\r\n', ''],
    ['', ''],
  ])('%j is %j', (raw, code) => {
    expect(cleanScan(raw)).toBe(code);
  });

  it('gives at most 256 characters, none of them invisible, whatever comes', () => {
    expect(cleanScan('9'.repeat(1_000_000))).toHaveLength(256);
    const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), fc.string({ minLength: 250 }));
    fc.assert(
      fc.property(any, (raw) => {
        const code = cleanScan(raw);
        expect([...code].length).toBeLessThanOrEqual(256);
        expect(code).not.toMatch(/^\s|\s$|[\p{Cc}\p{Cf}]/u);
        expect(code.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('classifyScan', () => {
  it.each([
    ['CUST-00001', 'customer-code'],
    ['cust-00001', 'customer-code'],
    ['CUST-1', 'product'],
    ['0123456789abcdef0123456789ABCDEF', 'customer-qr'],
    ['01234567890123456789012345678901', 'customer-qr'],
    ['0123456789abcdef0123456789abcde', 'product'],
    ['S01-T3-A-000123', 'receipt'],
    ['s01-t3-a-000123', 'receipt'],
    ['S01-T12-AB-1000000', 'receipt'],
    ['S01-T3-A-123', 'product'],
    ['4006381333931', 'product'],
    ['', 'product'],
    ['SK1.k1.CUST-00001.1795000000.sig', 'customer-card'],
    ['SK1.', 'customer-card'],
    ['SK1', 'product'],
    ['sk1.k1.CUST-00001.1795000000.sig', 'product'],
  ])('%s is a %s', (code, kind) => {
    expect(classifyScan(code)).toBe(kind);
  });
});

describe('card codes', () => {
  const signature = `${'Ab0-_z'.repeat(14)}xY`;
  const card = `SK1.k2026.CUST-00042.1795000000.${signature}`;
  const base64url = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
  const parts = fc.record({
    kid: fc.string({ unit: base64url, minLength: 1, maxLength: 32 }),
    customerCode: fc.integer({ min: 1 }).map(customerCode),
    expiresAt: fc.integer({ min: 1, max: 999_999_999_999 }),
    signature: fc.string({ unit: base64url, minLength: 86, maxLength: 86 }),
  });

  it('has its parts, and the signed text before the last point', () => {
    const found = parseCardCode(card);
    expect(found).toEqual({
      kid: 'k2026',
      customerCode: 'CUST-00042',
      expiresAt: 1_795_000_000,
      signature,
    });
    expect(found && cardCodePayload(found)).toBe('SK1.k2026.CUST-00042.1795000000');
  });

  it('goes through a scanner and back whole, whatever its parts', () => {
    fc.assert(
      fc.property(parts, (made) => {
        const scanned = cleanScan(`]Q3${cardCodePayload(made)}.${made.signature}\r\n`);
        expect(classifyScan(scanned)).toBe('customer-card');
        expect(parseCardCode(scanned)).toEqual(made);
      }),
    );
  });

  it.each([
    '',
    'CUST-00042',
    card.slice(0, -1),
    `${card}A`,
    `${card}=`,
    ` ${card}`,
    `${card}\n`,
    card.replace('SK1', 'SK2'),
    card.replace('SK1', 'sk1'),
    card.replace('.k2026.', '..'),
    card.replace('k2026', 'k'.repeat(33)),
    card.replace('CUST-00042', 'CUST-42'),
    card.replace('CUST-00042', 'cust-00042'),
    card.replace('1795000000', '01795000000'),
    card.replace('1795000000', '-1'),
    card.replace('1795000000', '1e9'),
    card.replace('1795000000', '1795000000.5'),
    card.replace('Ab0', 'A+0'),
    card.replaceAll('0', '٠'),
  ])('%j is none', (text) => {
    expect(parseCardCode(text)).toBeNull();
  });

  it('is a card or nothing, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const found = parseCardCode(text);
        if (found !== null) expect(`${cardCodePayload(found)}.${found.signature}`).toBe(text);
      }),
    );
  });
});
