import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phonePlanOf, phonePlanOfDigits } from './calling-codes.ts';
import { normalisePhone, phoneSearchKeys } from './phone.ts';

const COUNTRIES =
  'PH IN NP US CA GB DE FR IT ES HU RU JP AE BR MX NG KE ZA AU NZ SG HK TH VN ID MY PK BD LK KW SA EG TR PL NL'.split(
    ' ',
  );

describe('normalisePhone', () => {
  it.each([
    '0917 123 4567',
    '09171234567',
    '+63 917 123 4567',
    '+63-917-123-4567',
    '639171234567',
    '9171234567',
    '0063 917 123 4567',
    '+63 (0)917 1234567',
    '+6309171234567',
    '(0917) 123.4567',
    '00 63 00917 123 4567',
    '＋６３９１７１２３４５６７',
    '०९१७१२३४५६७',
    '\u202d+63 917 123 4567\u202c',
    'tel:+63-917-123-4567',
    '0917 123 4567 ext. 12',
  ])('in the Philippines finds %s', (raw) => {
    expect(normalisePhone(raw, 'PH')).toBe('+639171234567');
  });

  it.each([
    ['(02) 8123 4567', 'PH', '+63281234567'],
    ['+1 415 555 2671', 'PH', '+14155552671'],
    ['14155552671', 'PH', '+14155552671'],
    ['9779841234567', 'PH', '+9779841234567'],
    ['9841234567', 'NP', '+9779841234567'],
    ['9177123456', 'IN', '+919177123456'],
    ['919177123456', 'IN', '+919177123456'],
    ['415 555 2671', 'US', '+14155552671'],
    ['1 415 555 2671', 'US', '+14155552671'],
    ['011 63 917 123 4567', 'US', '+639171234567'],
    ['06 1234 5678', 'IT', '+390612345678'],
    ['+39 06 1234 5678', 'IT', '+390612345678'],
    ['06 20 123 4567', 'HU', '+36201234567'],
    ['8 (916) 123-45-67', 'RU', '+79161234567'],
    ['8005553535', 'RU', '+78005553535'],
    ['123456', 'ZZ', '123456'],
    ['+639171234567', 'ZZ', '+639171234567'],
    ['0917 123 4567', 'ph', '+639171234567'],
  ])('%s in %s is %s', (raw, country, key) => {
    expect(normalisePhone(raw, country)).toBe(key);
  });

  it.each([
    '',
    ' ',
    '+',
    '12',
    '123',
    'Maria',
    'Maria 0917 123 4567',
    '1'.repeat(40),
    '+1234567890123456',
    '0000',
  ])('refuses "%s"', (raw) => {
    expect(normalisePhone(raw, 'PH')).toBeNull();
  });

  const country = fc.constantFrom(...COUNTRIES);
  const number = fc.record({
    country,
    first: fc.constantFrom(...'23456789'),
    rest: fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 12, maxLength: 12 }),
  });

  it('gives one key to every spelling of a number, in every country', () => {
    fc.assert(
      fc.property(number, ({ country: home, first, rest }) => {
        const plan = phonePlanOf(home);
        if (!plan) throw new Error(home);
        const national = (first + rest).slice(0, Math.min(plan.longest, 12));
        const key = `+${plan.callingCode}${national}`;
        const spellings = [
          national,
          plan.trunk + national,
          key,
          `${plan.callingCode}${national}`,
          `+${plan.callingCode} (0) ${national.slice(0, 3)}-${national.slice(3)}`,
          home === 'US' || home === 'CA' ? `011${key.slice(1)}` : `00${key.slice(1)}`,
        ];
        for (const spelling of spellings) expect(normalisePhone(spelling, home), spelling).toBe(key);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves a key as it is, in whatever country it is read again', () => {
    const phones = fc.string({ unit: fc.constantFrom(...'00123456789+ -('), maxLength: 20 });
    fc.assert(
      fc.property(phones, country, country, (raw, home, elsewhere) => {
        const key = normalisePhone(raw, home);
        if (key === null) return;
        expect(key).toMatch(/^\+\d{5,15}$/);
        expect(normalisePhone(key, home)).toBe(key);
        expect(normalisePhone(key, elsewhere)).toBe(key);
      }),
      { numRuns: 10_000 },
    );
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (raw, home) => {
        const key = normalisePhone(raw, home);
        expect(key === null || /^\+?\d{5,15}$/.test(key)).toBe(true);
      }),
    );
  });
});

describe('phoneSearchKeys', () => {
  it.each([
    ['0917', ['+63917']],
    ['917', ['+63917']],
    ['+63917', ['+63917']],
    ['+63 0917', ['+63917']],
    ['0917 123', ['+63917123']],
    ['Maria', []],
    ['12', []],
    ['', []],
  ])('%s', (typed, keys) => {
    expect(phoneSearchKeys(typed, 'PH')).toEqual(keys);
  });

  it('hold a beginning of the key at every moment of typing it', () => {
    const spellings = ['09171234567', '9171234567', '+639171234567', '639171234567', '00639171234567'];
    for (const spelling of spellings) {
      for (let length = 5; length <= spelling.length; length += 1) {
        const keys = phoneSearchKeys(spelling.slice(0, length), 'PH');
        expect(
          keys.some((key) => '+639171234567'.startsWith(key)),
          spelling.slice(0, length),
        ).toBe(true);
      }
    }
  });
});

describe('calling codes', () => {
  it('are such that none begins another, and each leads back to its plan', () => {
    for (const country of COUNTRIES) {
      const plan = phonePlanOf(country);
      expect(plan).toBeDefined();
      expect(phonePlanOfDigits(`${plan?.callingCode}5555555`)?.callingCode).toBe(plan?.callingCode);
      expect(plan && plan.shortest <= plan.longest && plan.longest > 3).toBe(true);
    }
    expect(phonePlanOf('ZZ')).toBeUndefined();
    expect(phonePlanOfDigits('999')).toBeUndefined();
  });
});
