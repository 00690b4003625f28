import { readRefreshToken, type RefreshToken } from './refresh-token.ts';

const name = 'sukli_refresh';

/** The refresh token that a request brings, if it has the shape of one. */
export function tokenOfCookie(request: Request): RefreshToken | undefined {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim());
  const ours = cookies.find((cookie) => cookie.startsWith(`${name}=`));
  return readRefreshToken(ours?.slice(name.length + 1));
}

export function refreshCookie(request: Request, token: RefreshToken, seconds: number): string {
  return `${name}=${token.text}; Max-Age=${seconds}; ${attributes(request)}`;
}

export function clearedCookie(request: Request): string {
  return `${name}=; Max-Age=0; ${attributes(request)}`;
}

/** Out of reach of page script, sent to the sessions alone and never from another site. */
function attributes(request: Request): string {
  const isSecure = ['https:', 'app:'].includes(new URL(request.url).protocol);
  return `Path=/api/v1/sessions; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
}
