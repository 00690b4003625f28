import { failure } from '../../../shared/api/failures.ts';
import type { Failure } from '../../../shared/domain/result.ts';

/** Through which door a request came, and what the engine's own addresses are there. */
export type Door = {
  name: 'window' | 'loopback' | 'network' | 'none';
  remoteAddress: string;
  /** `Host` values that are ours, with port. Not asked at the window and when called directly. */
  ownHosts: readonly string[];
  ownOrigins: readonly string[];
};

export const noDoor: Door = { name: 'none', remoteAddress: '127.0.0.1', ownHosts: [], ownOrigins: [] };

/**
 * Refuses a foreign `Host` (DNS rebinding) and, where `strict`, pages of foreign origins, before anything else is looked
 * at. The dialects are not strict: as the originals did, they answer such pages without CORS headers, which browsers
 * keep from them.
 */
export function refuseAtDoor(
  request: Request,
  door: Door,
  allowedOrigins: readonly string[],
  { strict = true }: { strict?: boolean } = {},
): Failure | undefined {
  if (door.name === 'loopback' || door.name === 'network') {
    const host = request.headers.get('host') ?? new URL(request.url).host;
    if (!door.ownHosts.includes(host.toLowerCase())) return failure('host-refused');
  }
  return strict && isForeignPage(request, door, allowedOrigins) ? failure('origin-refused') : undefined;
}

/** Whether a page of an origin that is neither ours nor in the settings sends this. */
export function isForeignPage(request: Request, door: Door, allowedOrigins: readonly string[]): boolean {
  const origin = request.headers.get('origin');
  return origin !== null && !door.ownOrigins.includes(origin) && !allowedOrigins.includes(origin);
}

/** CORS headers for an origin of the settings; none for our own pages, and for foreign ones that answers vary. */
export function corsHeaders(request: Request, allowedOrigins: readonly string[]): Record<string, string> {
  const origin = request.headers.get('origin');
  if (origin === null) return {};
  if (!allowedOrigins.includes(origin)) return { vary: 'origin' };
  return {
    vary: 'origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
  };
}

const preflightHeaders = {
  'access-control-allow-headers':
    'accept, accept-encoding, authorization, content-type, dnt, origin, user-agent, x-csrftoken, x-requested-with',
  'access-control-allow-methods': 'DELETE, GET, OPTIONS, PATCH, POST, PUT',
  'access-control-max-age': '86400',
};

/** Whether a browser asks beforehand if a page may call; answered before routes and logins, at any address. */
export function isPreflight(request: Request): boolean {
  return request.method === 'OPTIONS' && request.headers.has('access-control-request-method');
}

/** Says yes by its headers to origins of the settings, and no by their absence. */
export function preflightAnswer(cors: Record<string, string>): Response {
  const allowed = 'access-control-allow-origin' in cors ? preflightHeaders : {};
  return new Response(null, {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-length': '0',
      vary: 'origin',
      ...cors,
      ...allowed,
    },
  });
}
