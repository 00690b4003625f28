import type { PeopleTextKey } from './texts.ts';

export type Problem = PeopleTextKey | null;

/** What is wrong with a password or PIN by its form alone; the engine knows which are too easy to guess. */
export function readSecret(kind: 'password' | 'pin', text: string): Problem {
  if (kind === 'pin') return /^\d{4,8}$/.test(text) ? null : 'pinInvalid';
  return text.length < 8 ? 'passwordShort' : null;
}
