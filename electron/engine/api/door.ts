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

/** Refuses a foreign `Host` (DNS rebinding) and pages of foreign origins, before anything else is looked at. */
export function refuseAtDoor(
  request: Request,
  door: Door,
  allowedOrigins: readonly string[],
): Failure | undefined {
  if (door.name === 'loopback' || door.name === 'network') {
    const host = request.headers.get('host') ?? new URL(request.url).host;
    if (!door.ownHosts.includes(host.toLowerCase())) return failure('host-refused');
  }
  const origin = request.headers.get('origin');
  if (origin === null || door.ownOrigins.includes(origin) || allowedOrigins.includes(origin))
    return undefined;
  return failure('origin-refused');
}

/** CORS headers for an origin of the settings; none for our own pages. */
export function corsHeaders(request: Request, allowedOrigins: readonly string[]): Record<string, string> {
  const origin = request.headers.get('origin');
  if (origin === null || !allowedOrigins.includes(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    vary: 'origin',
  };
}
