import { expect } from 'vitest';

/** How a client of the documents writes its requests. */
export type Manner = {
  address: '127.0.0.1' | '[::1]';
  body: 'json' | 'form' | 'multipart';
  slash: boolean;
};

/** Every address, every kind of body, with and without the last slash. */
export const manners: readonly Manner[] = [
  { address: '127.0.0.1', body: 'json', slash: true },
  { address: '[::1]', body: 'json', slash: false },
  { address: '127.0.0.1', body: 'form', slash: false },
  { address: '[::1]', body: 'form', slash: true },
  { address: '127.0.0.1', body: 'multipart', slash: true },
  { address: '[::1]', body: 'multipart', slash: false },
];

type Fields = Record<string, string | number | null>;
type Ask = {
  token?: string;
  body?: Fields;
  /** Always as JSON: a field that has to be a JSON number. */
  json?: object;
};
export type Client = <Answer>(method: string, path: string, status: number, ask?: Ask) => Promise<Answer>;

/** A plain HTTP client that expects a status and gives the JSON of the answer. */
export function clientOf(port: number, { address, body: kind, slash }: Manner): Client {
  return async <Answer>(method: string, path: string, status: number, ask: Ask = {}) => {
    const headers = new Headers(ask.token === undefined ? {} : { authorization: `Bearer ${ask.token}` });
    const body = ask.json === undefined ? bodyOf(ask.body, kind) : JSON.stringify(ask.json);
    if (typeof body === 'string') headers.set('content-type', 'application/json');
    const url = `http://${address}:${port}${slash ? path : path.replace(/\/$/, '')}`;
    const answer = await fetch(url, { method, headers, body, redirect: 'manual' });
    const text = await answer.text();
    expect([method, path, answer.status, answer.status === status ? '' : text]).toEqual([
      method,
      path,
      status,
      '',
    ]);
    return JSON.parse(text) as Answer;
  };
}

function bodyOf(
  fields: Fields | undefined,
  kind: Manner['body'],
): string | URLSearchParams | FormData | null {
  if (fields === undefined) return null;
  if (kind === 'json') return JSON.stringify(fields);
  const parts = Object.entries(fields).filter(([, value]) => value !== null);
  const form = kind === 'form' ? new URLSearchParams() : new FormData();
  for (const [name, value] of parts) form.append(name, String(value));
  return form;
}
