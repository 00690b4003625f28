import { steadyMilliseconds } from '../app/clock.ts';

/**
 * The access token lives here, in memory, and nowhere else. Its lifetime is taken from the token and counted on the
 * steady clock, so a wall clock that is wrong or moved neither ends nor prolongs it.
 */
let held: { token: string; staleAt: number } | null = null;

const renewBeforeMilliseconds = 30_000;

function lifetimeSeconds(token: string): number {
  try {
    const payload = token.split('.')[1] ?? '';
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof claims !== 'object' || claims === null) return 0;
    const { iat, exp } = claims as { iat?: unknown; exp?: unknown };
    return typeof iat === 'number' && typeof exp === 'number' ? exp - iat : 0;
  } catch {
    return 0;
  }
}

export function holdAccessToken(token: string): void {
  const lifetime = lifetimeSeconds(token) * 1000 || 10 * 60_000;
  held = {
    token,
    staleAt: steadyMilliseconds() + Math.max(lifetime / 2, lifetime - renewBeforeMilliseconds),
  };
}

export function dropAccessToken(): void {
  held = null;
}

export function accessToken(): string | null {
  return held?.token ?? null;
}

/** Whether the token should be renewed before it is used again. */
export function accessTokenIsStale(): boolean {
  return held !== null && steadyMilliseconds() >= held.staleAt;
}
