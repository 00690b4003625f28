import type { TestEngine } from '../../fixtures/engine.ts';
import type { Client } from './client.ts';

export type Pair = { access: string; refresh: string };

/** Tokens of the cashier whom `signInStaff` of the test engine made. */
export const signInStaff = (ask: Client) =>
  ask<Pair>('POST', '/auth/token/', 200, { body: { username: 'carlo', password: 'battery staple 9' } });

/** The first customer that the shop's own search finds. */
export async function cardOf(
  till: TestEngine,
  search: string,
): Promise<{ id: string; qrCode: string; pointsBalance: number }> {
  const { body } = await till.call<{ items: { id: string; qrCode: string; pointsBalance: number }[] }>(
    'GET',
    `/customers?search=${search}`,
  );
  const [found] = body.items;
  if (found === undefined) throw new Error(`no customer ${search}`);
  return found;
}
