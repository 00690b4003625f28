import type { OrderReference } from '../../counter/index.ts';
import { mostTotalMinor } from '../../placed-orders/index.ts';
import {
  isJsonNumber,
  isJsonObject,
  isStorable,
  plainValue,
  sourceOfNumber,
  type BodyValue,
} from './json-values.ts';
import type { Body, BodyFields } from './read-body.ts';

const mostCharacters = 200;
const mostAddress = 4000;
const mostPoints = 100_000_000;

/** The fields of a body that has some; null for a list, a text or nothing at all. */
export function fieldsOf({ isForm, value }: Body): BodyFields | null {
  return isForm || isJsonObject(value as BodyValue) ? (value as BodyFields) : null;
}

/** A field of a body, or undefined. */
export function fieldOf(fields: BodyFields, name: string): BodyValue | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** What Python takes for nothing: missing, null, false, zero, and whatever is empty. */
export function isNothing(value: BodyValue | undefined): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  if (isJsonNumber(value)) return Number(sourceOfNumber(value)) === 0;
  if (Array.isArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
}

/** Points to give: a JSON integer above zero, and nothing that only looks like one. */
export function readPoints(value: BodyValue | undefined): number | null {
  if (!isJsonNumber(value)) return null;
  const source = sourceOfNumber(value);
  const points = Number(source);
  return /^\d{1,9}$/.test(source) && points > 0 && points <= mostPoints ? points : null;
}

/**
 * A total above zero, as a number or the text of one, in minor units; what is less than one of these is left out.
 * Null for anything else, and for more than the till can count.
 */
export function readTotal(value: BodyValue | undefined, exponent: number): number | null {
  const text = isJsonNumber(value) ? sourceOfNumber(value) : typeof value === 'string' ? value.trim() : '';
  const found = /^\+?(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i.exec(text.slice(0, mostCharacters + 1));
  if (found === null || text.length > mostCharacters) return null;
  const [, whole = '', fraction = '', power = '0'] = found;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return null;
  const shift = Number(power) - fraction.length + exponent;
  if (digits.length + shift > 16) return null;
  const minor = shift >= 0 ? Number(digits + '0'.repeat(shift)) : Number(digits.slice(0, shift) || '0');
  return minor <= mostTotalMinor ? minor : null;
}

/** An order that may be named: null when none is; undefined for what can name none (a list, a truth value). */
export function readOrderReference(value: BodyValue | undefined): OrderReference | null | undefined {
  if (value === undefined || value === null) return null;
  const text = isJsonNumber(value)
    ? sourceOfNumber(value)
    : typeof value === 'string'
      ? value.trim()
      : undefined;
  if (text === '') return null;
  if (text === undefined || text.length > mostCharacters || !isStorable(text)) return undefined;
  if (isJsonNumber(value) && !/^-?\d+$/.test(text)) return undefined;
  if (!/^\+?\d+$/.test(text)) return { text, publicId: null };
  const digits = text.replace(/^\+?0*(?=\d)/, '');
  return { text: digits, publicId: digits.length > 15 ? null : Number(digits) };
}

/** A short text that may be left out; undefined for what is none. */
export function readText(value: BodyValue | undefined, otherwise: string): string | undefined {
  if (value === undefined || value === null) return otherwise;
  const text = isJsonNumber(value) ? sourceOfNumber(value) : value;
  if (typeof text !== 'string' || text.length > mostCharacters || !isStorable(text)) return undefined;
  return text.trim() === '' ? otherwise : text;
}

/** A name of a person on one line, without the space around it; null for what is none. */
export function readName(value: BodyValue | undefined, most: number): string | null {
  if (typeof value !== 'string' || !value.isWellFormed()) return null;
  const name = value.trim();
  return name.length > most || /\p{Cc}/u.test(name) ? null : name;
}

/** An address as an object of the client's own making; empty when left out, null for what is none. */
export function readAddress(value: BodyValue | undefined): Record<string, unknown> | null {
  if (value === undefined || value === null || value === '') return {};
  if (!isJsonObject(value) || !isStorable(value)) return null;
  const address = plainValue(value) as Record<string, unknown>;
  return JSON.stringify(address).length > mostAddress ? null : address;
}
