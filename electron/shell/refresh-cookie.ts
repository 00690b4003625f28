/** Where the cookie is kept between two runs; `null` when there is none. */
export type CookieVault = { read(): Promise<string | null>; write(value: string | null): Promise<void> };

export type RefreshCookie = {
  /** The request with the cookie on it, where it belongs there. */
  attach(request: Request): Promise<Request>;
  /** Takes the cookie from an answer; what goes to the page never carries one. */
  take(response: Response): Promise<Response>;
};

const cookieName = 'sukli_refresh';
const cookiePath = '/api/v1/sessions';

/**
 * Chromium keeps no cookies for a scheme of one's own, so the window door keeps the one that there is: the refresh
 * token. It never reaches the page's scripts.
 */
export function createRefreshCookie(vault: CookieVault): RefreshCookie {
  let value: Promise<string | null> | undefined;
  const current = () => (value ??= vault.read());
  return {
    async attach(request) {
      const headers = new Headers(request.headers);
      headers.delete('cookie');
      const { pathname } = new URL(request.url);
      const kept = pathname === cookiePath || pathname.startsWith(`${cookiePath}/`) ? await current() : null;
      if (kept !== null) headers.set('cookie', `${cookieName}=${kept}`);
      return new Request(request, { headers });
    },
    async take(response) {
      const set = response.headers.getSetCookie();
      if (set.length === 0) return response;
      for (const text of set) {
        const cookie = readSetCookie(text);
        if (cookie?.name !== cookieName) continue;
        value = Promise.resolve(cookie.ended ? null : cookie.value);
        await keep(vault, cookie.ended || !cookie.lasting ? null : cookie.value);
      }
      const headers = new Headers(response.headers);
      headers.delete('set-cookie');
      return new Response(response.body, {
        status: response.status,
        statusText: response.statusText,
        headers,
      });
    },
  };
}

/** A disk that is full must not sign the cashier out: the cookie then lasts for this run. */
async function keep(vault: CookieVault, value: string | null): Promise<void> {
  try {
    await vault.write(value);
  } catch {
    // Held in memory already.
  }
}

type SetCookie = { name: string; value: string; ended: boolean; lasting: boolean };

/** As much of RFC 6265 as the engine's own cookie needs. */
function readSetCookie(text: string): SetCookie | null {
  const [pair = '', ...attributes] = text.split(';').map((part) => part.trim());
  const at = pair.indexOf('=');
  if (at < 1) return null;
  const value = pair.slice(at + 1);
  const maxAge = attributes
    .map((attribute) => /^max-age=(-?\d+)$/i.exec(attribute)?.[1])
    .find((seconds) => seconds !== undefined);
  return {
    name: pair.slice(0, at),
    value,
    ended: value === '' || (maxAge !== undefined && Number(maxAge) <= 0),
    lasting: maxAge !== undefined,
  };
}
