const numberText: unique symbol = Symbol('number text');

/** A number of a JSON body, as its text stood there: nothing is lost of a decimal or of a huge integer. */
export type JsonNumber = { readonly [numberText]: string };
export type JsonObject = { readonly [key: string]: JsonValue };
export type JsonValue = string | boolean | null | JsonNumber | readonly JsonValue[] | JsonObject;

/** What a field of a body can be: a JSON value, or a file of a multipart body. */
export type BodyValue = JsonValue | File;

export function jsonNumber(text: string): JsonNumber {
  return { [numberText]: text };
}

export function isJsonNumber(value: BodyValue | undefined): value is JsonNumber {
  return typeof value === 'object' && value !== null && numberText in value;
}

export function isJsonObject(value: BodyValue | undefined): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof File) &&
    !(numberText in value)
  );
}

/** The text of a number as it stood in the body. */
export function sourceOfNumber(number: JsonNumber): string {
  return number[numberText];
}

/**
 * The text of a number as the originals saw it, which is how Python prints it; but integers and plain decimals are never
 * taken through a double, so that nothing of an amount is lost.
 */
export function textOfNumber(number: JsonNumber): string {
  const text = number[numberText];
  if (/^-?\d+$/.test(text)) return text === '-0' ? '0' : text;
  if (/^-?\d+\.\d+$/.test(text)) return withoutLastZeros(text);
  const value = Number(text);
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude >= 1e16 || magnitude < 1e-4)) {
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  }
  if (Object.is(value, -0)) return '-0.0';
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** `450000.00` is `450000.0`; one digit stays behind the point. */
function withoutLastZeros(text: string): string {
  let end = text.length;
  while (text[end - 1] === '0' && text[end - 2] !== '.') end -= 1;
  return text.slice(0, end);
}

/** What Python calls the type of a value; the messages of the originals name it. */
export function typeNameOf(value: BodyValue): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (isJsonNumber(value)) return /^-?\d+$/.test(value[numberText]) ? 'int' : 'float';
  if (value instanceof File) return 'InMemoryUploadedFile';
  return Array.isArray(value) ? 'list' : 'dict';
}

/** A JSON value without the wrapping of its numbers, to be stored or echoed. */
export function plainValue(value: JsonValue): unknown {
  if (isJsonNumber(value)) return Number(value[numberText]);
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(plainValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainValue(inner)]));
}

/** Whether every text inside is one that can be stored: no NUL, no lone surrogate. */
export function isStorable(value: JsonValue): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null || isJsonNumber(value)) return true;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).every(isStorable);
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
}
