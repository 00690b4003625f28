import { failures, isFailureCode } from '../../../../shared/api/failures.ts';
import type { Failure } from '../../../../shared/domain/result.ts';
import { jsonAnswer } from '../answers.ts';
import type { Family } from './families.ts';

/** The messages of Django REST framework and SimpleJWT, as the clients of the originals know them. */
export const texts = {
  required: 'This field is required.',
  notNull: 'This field may not be null.',
  notBlank: 'This field may not be blank.',
  notString: 'Not a valid string.',
  nullCharacters: 'Null characters are not allowed.',
  surrogates: (code: string) => `Surrogate characters are not allowed: U+${code}.`,
  tooLong: (most: number) => `Ensure this field has no more than ${most} characters.`,
  email: 'Enter a valid email address.',
  integer: 'A valid integer is required.',
  number: 'A valid number is required.',
  numberTooLong: 'String value too large.',
  least: (least: string) => `Ensure this value is greater than or equal to ${least}.`,
  most: (most: string) => `Ensure this value is less than or equal to ${most}.`,
  digits: (most: number) => `Ensure that there are no more than ${most} digits in total.`,
  places: (most: number) => `Ensure that there are no more than ${most} decimal places.`,
  wholeDigits: (most: number) =>
    `Ensure that there are no more than ${most} digits before the decimal point.`,
  choice: (value: string) => `"${value}" is not a valid choice.`,
  date: 'Date has wrong format. Use one of these formats instead: YYYY-MM-DD.',
  value: 'Enter a valid value.',
  unique: 'This field must be unique.',
  pkUnknown: (value: string) => `Invalid pk "${value}" - object does not exist.`,
  pkType: (type: string) => `Incorrect type. Expected pk value, received ${type}.`,
  notAFile: 'The submitted data was not a file. Check the encoding type on the form.',
  emptyFile: 'The submitted file is empty.',
  notAnImage: 'Upload a valid image. The file you uploaded was either not an image or a corrupted image.',
  username: 'Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.',
  usernameTaken: 'A user with that username already exists.',
  noAccount: 'No active account found with the given credentials',
  noAccountForToken: 'No active account found for the given token.',
  notFound: 'Not found.',
  notAllowed: 'You do not have permission to perform this action.',
  noCredentials: 'Authentication credentials were not provided.',
  tokenInvalid: 'Token is invalid or expired',
} as const;

/** Messages by field, in the order that the fields were declared. */
export type FieldErrors = Record<string, readonly string[] | string>;

/** The challenge that goes with every 401 of the token families; 002 and the login of 004 send none. */
export const challenge = { 'www-authenticate': 'Bearer realm="api"' };

export function answer(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return jsonAnswer(value, status, headers);
}

export function detail(text: string, status: number, headers: Record<string, string> = {}): Response {
  return jsonAnswer({ detail: text }, status, headers);
}

export function fieldErrors(errors: FieldErrors): Response {
  return jsonAnswer(errors, 400);
}

export function noModel(model: string): Response {
  return detail(`No ${model} matches the given query.`, 404);
}

export function forbidden(): Response {
  return detail(texts.notAllowed, 403);
}

/** 401 of a token that is not good for what it was sent to. */
export function tokenNotValid(text: string = texts.tokenInvalid): Response {
  return jsonAnswer({ detail: text, code: 'token_not_valid' }, 401, challenge);
}

/** 401 of a bearer token on an ordinary view. */
export function bearerNotValid(message: string = texts.tokenInvalid): Response {
  const messages = [{ token_class: 'AccessToken', token_type: 'access', message }];
  return jsonAnswer(
    { detail: 'Given token not valid for any token type', code: 'token_not_valid', messages },
    401,
    challenge,
  );
}

export function unauthenticated(text: string, more: Record<string, string> = {}): Response {
  return jsonAnswer({ detail: text, ...more }, 401, challenge);
}

/** 429, with the text also where the clients of 002 and 004 read it. */
export function throttledAnswer(family: Family, seconds: number): Response {
  const text = `Request was throttled. Expected available in ${seconds} seconds.`;
  const both = family === 'ramyeon' || family === 'myecommerce';
  return jsonAnswer({ detail: text, ...(both ? { error: text } : {}) }, 429, {
    'retry-after': String(seconds),
  });
}

/**
 * What a failure of a feature becomes where its route has no words of its own for it: the wait of a throttle, a full
 * disk, an engine that is closing. In 002 the sentence is under `error`, elsewhere under `detail`.
 */
export function familyFailure(family: Family, failed: Failure): Response {
  const seconds = failed.details?.['retryAfterSeconds'];
  if (typeof seconds === 'number') return throttledAnswer(family, seconds);
  const status = isFailureCode(failed.code) ? failures[failed.code].status : 500;
  return jsonAnswer({ [family === 'ramyeon' ? 'error' : 'detail']: failed.message }, status);
}
