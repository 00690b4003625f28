import { createHmac } from 'node:crypto';
import type { EngineContext } from '../context.ts';
import { hashSlowly, verifySlowly } from './argon2.ts';

/**
 * A PIN alone says who signs in, and ten thousand of them are tried in a moment. So all that is stored of it is keyed
 * with a secret of this register, which is not in the database: a copy of the database gives no PIN away.
 */
export type KeptPin = { key: string; hash: string };

export async function keepPin(context: EngineContext, pin: string): Promise<KeptPin> {
  const secret = await context.keys.secret('pin');
  return { key: lookUpKey(secret, pin), hash: await hashSlowly(context, pin, secret) };
}

/** What an account with this PIN is found by. */
export async function pinKey(context: EngineContext, pin: string): Promise<string> {
  return lookUpKey(await context.keys.secret('pin'), pin);
}

/** Whether this is the PIN; as slow for a PIN that nobody has. */
export async function verifyPin(
  context: EngineContext,
  hash: string | null | undefined,
  pin: string,
): Promise<boolean> {
  return verifySlowly(context, hash, pin, await context.keys.secret('pin'));
}

/** PINs that are tried first: one digit or one pair repeated, and runs up or down such as 1234, 9876, 7890. */
export function isTrivialPin(pin: string): boolean {
  if (/^(\d\d?)\1+$/.test(pin)) return true;
  const digits = [...pin].map(Number);
  const isRun = (step: number) =>
    digits.every((digit, at) => at === 0 || digit === ((digits[at - 1] ?? 0) + step) % 10);
  return isRun(1) || isRun(9);
}

function lookUpKey(secret: Uint8Array, pin: string): string {
  return createHmac('sha256', secret).update(`pin\n${pin}`).digest('base64url');
}
