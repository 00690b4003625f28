import { describe, expect, it } from 'vitest';
import { createRefreshCookie, type CookieVault } from './refresh-cookie.ts';

function memoryVault(kept: string | null = null): CookieVault & { kept: string | null } {
  const vault = {
    kept,
    read: async () => vault.kept,
    write: async (value: string | null) => {
      vault.kept = value;
    },
  };
  return vault;
}

const answerWith = (...cookies: string[]) => {
  const headers = new Headers({ 'content-type': 'application/json' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response('{}', { status: 201, headers });
};
const asked = (path: string, init: RequestInit = {}) => new Request(`app://sukli${path}`, init);
const lasting = 'sukli_refresh=one.two; Max-Age=2592000; Path=/api/v1/sessions; HttpOnly; SameSite=Strict';

describe("the window's refresh cookie", () => {
  it('is taken off the answer and put on the requests of its path only', async () => {
    const cookie = createRefreshCookie(memoryVault());
    const answer = await cookie.take(answerWith(lasting));
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.text()).toBe('{}');
    const header = async (path: string) => (await cookie.attach(asked(path))).headers.get('cookie');
    expect(await header('/api/v1/sessions')).toBe('sukli_refresh=one.two');
    expect(await header('/api/v1/sessions/refresh?x=1')).toBe('sukli_refresh=one.two');
    expect(await header('/api/v1/sessionsx')).toBe(null);
    expect(await header('/api/v1/orders')).toBe(null);
  });

  it('keeps the body, method and other headers of a request, and drops a cookie the page made up', async () => {
    const cookie = createRefreshCookie(memoryVault());
    await cookie.take(answerWith(lasting));
    const request = await cookie.attach(
      asked('/api/v1/sessions', {
        method: 'POST',
        body: '{"pin":"1111"}',
        headers: { authorization: 'Bearer x', cookie: 'sukli_refresh=forged' },
      }),
    );
    expect(request.method).toBe('POST');
    expect(request.headers.get('authorization')).toBe('Bearer x');
    expect(request.headers.get('cookie')).toBe('sukli_refresh=one.two');
    expect(await request.text()).toBe('{"pin":"1111"}');
    const elsewhere = await cookie.attach(
      asked('/api/v1/orders', { headers: { cookie: 'sukli_refresh=forged' } }),
    );
    expect(elsewhere.headers.get('cookie')).toBe(null);
  });

  it('outlives a restart when it has an age, and not when it is for this run', async () => {
    const vault = memoryVault();
    await createRefreshCookie(vault).take(answerWith(lasting));
    const restarted = await createRefreshCookie(vault).attach(asked('/api/v1/sessions/refresh'));
    expect(restarted.headers.get('cookie')).toBe('sukli_refresh=one.two');

    const cookie = createRefreshCookie(vault);
    await cookie.take(answerWith('sukli_refresh=three; Path=/api/v1/sessions; HttpOnly'));
    expect(vault.kept).toBe(null);
    expect((await cookie.attach(asked('/api/v1/sessions'))).headers.get('cookie')).toBe(
      'sukli_refresh=three',
    );
  });

  it.each(['sukli_refresh=; Max-Age=0; Path=/api/v1/sessions', 'sukli_refresh=gone; max-age=0'])(
    'is gone after %j',
    async (ending) => {
      const vault = memoryVault('one.two');
      const cookie = createRefreshCookie(vault);
      await cookie.take(answerWith(ending));
      expect(vault.kept).toBe(null);
      expect((await cookie.attach(asked('/api/v1/sessions'))).headers.get('cookie')).toBe(null);
    },
  );

  it('lasts for this run when it cannot be kept', async () => {
    const vault = { read: async () => null, write: () => Promise.reject(new Error('disk full')) };
    const cookie = createRefreshCookie(vault);
    expect((await cookie.take(answerWith(lasting))).status).toBe(201);
    expect((await cookie.attach(asked('/api/v1/sessions'))).headers.get('cookie')).toBe(
      'sukli_refresh=one.two',
    );
  });

  it('keeps no other cookie', async () => {
    const vault = memoryVault();
    const answer = await createRefreshCookie(vault).take(answerWith('other=1; Max-Age=60', '=; ;'));
    expect(vault.kept).toBe(null);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});
