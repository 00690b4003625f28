import type { Till } from './start-till.ts';

export type ApiClient = {
  /** Throws for any answer that is not 2xx. */
  call<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** The status and the answer, whatever they are. */
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; answer: unknown }>;
};

/** Somebody else at the same till: another program that uses its API. */
export async function signInToApi(
  till: Pick<Till, 'url'>,
  { username, password, pin }: { username?: string; password?: string; pin?: string },
): Promise<ApiClient> {
  const credentials = username === undefined ? { pin } : { username, password };
  let token = '';
  const send: ApiClient['ask'] = async (method, path, body) => {
    const response = await fetch(`${till.url}/api/v1${path}`, {
      method,
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, answer: text === '' ? null : JSON.parse(text) };
  };
  const signIn = async () => {
    const { status, answer } = await send('POST', '/sessions', credentials);
    if (status !== 201) throw new Error(`signing in: ${status} ${JSON.stringify(answer)}`);
    token = (answer as { accessToken: string }).accessToken;
  };
  /** Access ends after ten minutes; a long test goes on. */
  const ask: ApiClient['ask'] = async (method, path, body) => {
    const first = await send(method, path, body);
    if (first.status !== 401) return first;
    await signIn();
    return send(method, path, body);
  };
  const call = async <Answer>(method: string, path: string, body?: unknown) => {
    const { status, answer } = await ask(method, path, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer as Answer;
  };
  await signIn();
  return { ask, call };
}
