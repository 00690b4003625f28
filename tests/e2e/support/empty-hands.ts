import { signInToApi, type ApiClient } from './api-client.ts';

type Cart = { id: string; state: string };

const clients = new Map<string, Promise<ApiClient>>();

/** One sign-in for each person of a till. */
function clientOf(url: string, pin: string): Promise<ApiClient> {
  const who = `${pin}@${url}`;
  const known = clients.get(who);
  if (known !== undefined) return known;
  const client = signInToApi({ url }, { pin });
  clients.set(who, client);
  return client;
}

/** Throws away what other tests left in hand: the till would offer it to whoever signs in next. */
export async function emptyHands(url: string, pin: string): Promise<void> {
  const api = await clientOf(url, pin);
  const { items } = await api.call<{ items: Cart[] }>('GET', '/carts');
  for (const { id, state } of items)
    if (state === 'in-hand') await api.call('POST', `/carts/${id}/discard`, {});
}
