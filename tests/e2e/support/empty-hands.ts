import { signInToApi } from './api-client.ts';

type Cart = { id: string; state: string };

/** Throws away what other tests left in hand: the till would offer it to whoever signs in next. */
export async function emptyHands(url: string, pin: string): Promise<void> {
  const api = await signInToApi({ url }, { pin });
  const { items } = await api.call<{ items: Cart[] }>('GET', '/carts');
  for (const { id, state } of items)
    if (state === 'in-hand') await api.call('POST', `/carts/${id}/discard`, {});
}
