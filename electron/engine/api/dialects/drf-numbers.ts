import { fail, ok } from '../../../../shared/domain/result.ts';
import { texts } from './drf-errors.ts';
import type { Field } from './drf-fields.ts';
import { isJsonNumber, textOfNumber, typeNameOf, type BodyValue } from './json-values.ts';
import { trimLikePython } from './trim-like-python.ts';

/** A whole number; texts of whole numbers count. */
export function integerField(
  options: { required?: boolean; least?: number; most?: number } = {},
): Field<number> {
  const { required = true, least, most } = options;
  return {
    required,
    allowNull: false,
    allowBlank: false,
    read(value) {
      const text = numberTextOf(value);
      if (text === undefined) return fail([texts.integer]);
      if (typeof value === 'string' && value.length > 1000) return fail([texts.numberTooLong]);
      if (!/^[+-]?\d+$/.test(text.replace(/\.0*$/, ''))) return fail([texts.integer]);
      const number = Number(text);
      if (least !== undefined && number < least) return fail([texts.least(String(least))]);
      if (most !== undefined && number > most) return fail([texts.most(String(most))]);
      if (!Number.isSafeInteger(number)) return fail([texts.integer]);
      return ok(number);
    },
    schema: {
      type: 'integer',
      ...(least === undefined ? {} : { minimum: least }),
      ...(most === undefined ? {} : { maximum: most }),
    },
  };
}

/** A decimal, as an integer of its last place: of two places, `"450000.00"` is 45 000 000. */
export function decimalField(options: {
  required?: boolean;
  digits: number;
  places: number;
  /** In the last place too. */
  least?: number;
}): Field<number> {
  const { required = true, digits, places, least } = options;
  return {
    required,
    allowNull: false,
    allowBlank: false,
    read(value) {
      const text = numberTextOf(value);
      if (typeof value === 'string' && value.length > 1000) return fail([texts.numberTooLong]);
      const parts = text === undefined ? null : decimalParts(text);
      if (parts === null) return fail([texts.number]);
      const total = Math.max(parts.whole.length + parts.fraction.length, 1);
      if (total > digits) return fail([texts.digits(digits)]);
      if (parts.fraction.length > places) return fail([texts.places(places)]);
      if (parts.whole.length > digits - places) return fail([texts.wholeDigits(digits - places)]);
      const scaled = Number(`${parts.sign}${parts.whole}${parts.fraction.padEnd(places, '0')}`);
      if (least !== undefined && scaled < least) {
        return fail([texts.least((least / 10 ** places).toFixed(places))]);
      }
      return ok(scaled === 0 ? 0 : scaled);
    },
    schema: { type: 'string', format: 'decimal', examples: [(1).toFixed(places)] },
  };
}

/** The integer id of something; whether there is such a thing is for the route to say (`texts.pkUnknown`). */
export function pkField({ required = true }: { required?: boolean } = {}): Field<number> {
  return {
    required,
    allowNull: false,
    allowBlank: false,
    read(value) {
      if (value === '') return fail([texts.notNull]);
      const text = typeof value === 'string' ? value.trim() : isJsonNumber(value) ? textOfNumber(value) : '';
      if (!/^[+-]?\d+$/.test(text)) return fail([texts.pkType(typeNameOf(value))]);
      return Number.isSafeInteger(Number(text)) ? ok(Number(text)) : fail([texts.pkUnknown(text)]);
    },
    schema: { type: 'integer' },
  };
}

function numberTextOf(value: BodyValue): string | undefined {
  if (isJsonNumber(value)) return textOfNumber(value);
  return typeof value === 'string' ? trimLikePython(value) : undefined;
}

/** The digits of a decimal without zeros that mean nothing before its point; null for what is none. */
function decimalParts(text: string): { sign: string; whole: string; fraction: string } | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i.exec(text);
  if (match === null) return null;
  const [, sign = '', left = '', right = '', power = '0'] = match;
  if (left === '' && right === '') return null;
  const exponent = Number(power);
  const digits = left + right;
  const point = left.length + exponent;
  const whole = point <= 0 ? '' : digits.padEnd(point, '0').slice(0, point);
  const fraction =
    point >= digits.length ? '' : '0'.repeat(Math.max(0, -point)) + digits.slice(Math.max(0, point));
  return { sign: sign === '-' ? '-' : '', whole: whole.replace(/^0+/, ''), fraction };
}
