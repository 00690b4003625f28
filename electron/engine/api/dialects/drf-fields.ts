import { fail, ok, type Result } from '../../../../shared/domain/result.ts';
import { texts, type FieldErrors } from './drf-errors.ts';
import { isJsonNumber, isJsonObject, textOfNumber, typeNameOf, type BodyValue } from './json-values.ts';
import type { Body, BodyFields } from './read-body.ts';
import { trimLikePython } from './trim-like-python.ts';

type Schema = { type?: string | string[]; [key: string]: unknown };

/** One field of a body: what it becomes, or everything that is wrong with it. */
export type Field<T> = {
  required: boolean;
  allowNull: boolean;
  allowBlank: boolean;
  /** Reads a value that is there and not null. */
  read(value: BodyValue): Result<T, readonly string[]>;
  /** How the API page shows it. */
  schema: Schema;
};
export type Fields = Record<string, Field<unknown>>;
export type ValuesOf<F> = { [Name in keyof F]: F[Name] extends Field<infer T> ? T : never };

/** A body read by its fields: the values of those that are right, and the messages of those that are not. */
export type ReadFields<F> = { values: Partial<ValuesOf<F>>; errors: FieldErrors };

/** Reads all fields, so that all that is wrong is told at once. `partial`: a field that is missing stays missing. */
export function readFields<F extends Fields>(
  fields: F,
  body: Body,
  { partial = false }: { partial?: boolean } = {},
): ReadFields<F> {
  if (body.value === null) return { values: {}, errors: { non_field_errors: ['No data provided'] } };
  if (!body.isForm && !isJsonObject(body.value as BodyValue)) {
    const type = typeNameOf(body.value as BodyValue);
    const text = `Invalid data. Expected a dictionary, but got ${type}.`;
    return { values: {}, errors: { non_field_errors: [text] } };
  }
  const values: Record<string, unknown> = {};
  const errors: Record<string, readonly string[]> = {};
  for (const [name, field] of Object.entries(fields)) {
    const read = readField(field, given(field, body.value as BodyFields, name, body.isForm), partial);
    if (!read.ok) errors[name] = read.failure;
    else if (read.value !== undefined) values[name] = read.value;
  }
  return { values: values as Partial<ValuesOf<F>>, errors };
}

/** What a body says of a field. A form cannot say null or leave a field out but by an empty text. */
function given(
  field: Field<unknown>,
  body: BodyFields,
  name: string,
  isForm: boolean,
): BodyValue | undefined {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  if (!isForm || value !== '' || field.allowBlank) return value;
  if (field.allowNull) return null;
  return field.required ? value : undefined;
}

function readField(
  field: Field<unknown>,
  value: BodyValue | undefined,
  partial: boolean,
): Result<unknown, readonly string[]> {
  if (value === undefined) return field.required && !partial ? fail([texts.required]) : ok(undefined);
  if (value === null) return field.allowNull ? ok(null) : fail([texts.notNull]);
  return field.read(value);
}

type TextOptions = {
  required?: boolean;
  allowBlank?: boolean;
  trim?: boolean;
  maximum?: number;
  /** More that is asked of the text; its messages come after those about the length. */
  also?: (text: string) => readonly string[];
  format?: string;
};

/** A text. Numbers count as their text; trimmed unless said otherwise. */
export function textField(options: TextOptions = {}): Field<string> {
  const { required = true, allowBlank = false, trim = true, maximum, also, format } = options;
  return {
    required,
    allowNull: false,
    allowBlank,
    read(value) {
      const given = isJsonNumber(value) ? textOfNumber(value) : value;
      if (typeof given !== 'string') return fail([texts.notString]);
      const text = trim ? trimLikePython(given) : given;
      if (text === '') return allowBlank ? ok('') : fail([texts.notBlank]);
      const wrong = [
        ...(also?.(text) ?? []),
        ...(maximum !== undefined && [...text].length > maximum ? [texts.tooLong(maximum)] : []),
        ...unstorable(text),
      ];
      return wrong.length === 0 ? ok(text) : fail(wrong);
    },
    schema: {
      type: 'string',
      ...(maximum === undefined ? {} : { maxLength: maximum }),
      ...(format === undefined ? {} : { format }),
    },
  };
}

/** An e-mail address as Django takes it. `said`: how often the message stands there where it is none. */
export function emailField({ said = 1, ...options }: TextOptions & { said?: number } = {}): Field<string> {
  const also = (text: string) => (isEmail(text) ? [] : Array<string>(said).fill(texts.email));
  return textField({ maximum: 254, format: 'email', ...options, also });
}

/** One of a few words. */
export function choiceField<Choice extends string>(
  choices: readonly Choice[],
  { required = true }: { required?: boolean } = {},
): Field<Choice> {
  return {
    required,
    allowNull: false,
    allowBlank: false,
    read(value) {
      const chosen = choices.find((choice) => choice === value);
      return chosen === undefined ? fail([texts.choice(shownText(value))]) : ok(chosen);
    },
    schema: { type: 'string', enum: [...choices] },
  };
}

/** A file of a multipart body. */
export function fileField({ required = true }: { required?: boolean } = {}): Field<File> {
  return {
    required,
    allowNull: false,
    allowBlank: false,
    read(value) {
      if (!(value instanceof File)) return fail([texts.notAFile]);
      return value.size === 0 ? fail([texts.emptyFile]) : ok(value);
    },
    schema: { type: 'string', format: 'binary' },
  };
}

/** The same field, where null is a value too. */
export function nullable<T>(field: Field<T>): Field<T | null> {
  return {
    ...field,
    allowNull: true,
    schema: { ...field.schema, type: [...[field.schema.type ?? 'string'].flat(), 'null'] },
  };
}

/** The same field, not required; `undefined` when it is missing. */
export function optional<T>(field: Field<T>): Field<T | undefined> {
  return { ...field, required: false };
}

function shownText(value: BodyValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (isJsonNumber(value)) return textOfNumber(value);
  return typeNameOf(value);
}

function unstorable(text: string): string[] {
  const wrong = text.includes('\0') ? [texts.nullCharacters] : [];
  if (text.isWellFormed()) return wrong;
  const lone = [...text].find((character) => !character.isWellFormed()) ?? '';
  const code = (lone.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return [...wrong, texts.surrogates(code)];
}

const local = /^[-!#$%&'*+/=?^_`{}|~0-9a-z]+(\.[-!#$%&'*+/=?^_`{}|~0-9a-z]+)*$/i;
const domain =
  /^(?:[a-z0-9\u00a1-\uffff](?:[a-z0-9\u00a1-\uffff-]{0,61}[a-z0-9\u00a1-\uffff])?\.)+(?:[a-z\u00a1-\uffff-]{2,63})(?<!-)$/i;

function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at <= 0 || text.length > 320) return false;
  const host = text.slice(at + 1);
  return local.test(text.slice(0, at)) && (host.toLowerCase() === 'localhost' || domain.test(host));
}
