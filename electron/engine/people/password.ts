import { failure } from '../../../shared/api/failures.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { hashSlowly, verifySlowly } from './argon2.ts';
import { commonPasswords } from './common-passwords.ts';

const fewestCharacters = 8;

export function hashPassword(context: EngineContext, password: string): Promise<string> {
  return hashSlowly(context, password.normalize('NFC'));
}

/** What an account has that was made on another till: no password, until an admin sets one here. */
export const noPassword = '';

/** Whether this is the password; as slow for an account that is not there, or has none. */
export function verifyPassword(
  context: EngineContext,
  hash: string | undefined,
  password: string,
): Promise<boolean> {
  return verifySlowly(context, hash === noPassword ? undefined : hash, password.normalize('NFC'));
}

export function isCommonPassword(password: string): boolean {
  return commonPasswords.has(password.normalize('NFC').toLowerCase());
}

/** Refuses with `password-weak` what an attacker tries first: short, common, of one or two characters, the user name. */
export function checkPassword(password: string, username: string, field: string): Result<void, Failure> {
  const text = password.normalize('NFC');
  const characters = [...text];
  const refuse = (message: string) => fail(failure('password-weak', { field, message }));
  if (characters.length < fewestCharacters) {
    return refuse(`The password needs at least ${fewestCharacters} characters.`);
  }
  if (!text.isWellFormed()) return refuse('The password holds characters that cannot be stored.');
  if (new Set(characters).size < 3 || isCommonPassword(text)) {
    return refuse('This password is too common; it would be among the first to be tried.');
  }
  if (foldText(text) === foldText(username)) return refuse('The password must not be the user name.');
  return ok(undefined);
}
