import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SessionAnswer, SignInRequest } from '../../shared/api/people.ts';
import { learnPinLength } from '../state/pin-length.ts';
import { endSession, startSession } from '../state/session.ts';
import { accessToken } from './access-token.ts';
import { isApiFailure } from './api-failure.ts';
import { request } from './client.ts';

/** Signs in by PIN or by name and password. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SignInRequest) =>
      request<SessionAnswer>('/sessions', { method: 'POST', body, signedIn: false }),
    onSuccess: (answer, body) => {
      if ('pin' in body) learnPinLength(body.pin.length);
      client.clear();
      startSession(answer);
    },
  });
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const mostTries = 30;

/**
 * Access that has run out is renewed to end its session, at the first try only: later the cookie may belong to the
 * next cashier, whose session must not end.
 */
async function endOnEngine(token: string | null, tries = 1): Promise<void> {
  try {
    await request<void>('/sessions/current', { method: 'DELETE', signedIn: false, token });
  } catch (thrown) {
    if (isApiFailure(thrown, 'not-signed-in') && tries === 1) {
      const renewed = await request<SessionAnswer>('/sessions/refresh', { method: 'POST', signedIn: false });
      return endOnEngine(renewed.accessToken, tries + 1);
    }
    if (!isApiFailure(thrown, 'engine-unreachable') || tries === mostTries) throw thrown;
    await pause(2_000);
    return endOnEngine(token, tries + 1);
  }
}

/**
 * Ends the session: `locked` returns to the PIN pad and keeps this screen's cart with its owner. The screen closes at
 * once; the engine is told as soon as it can be reached.
 */
export function useSignOut(): (how: 'signed-out' | 'locked') => void {
  const client = useQueryClient();
  return (how) => {
    const token = accessToken();
    endSession(how);
    client.clear();
    void endOnEngine(token).catch(() => undefined);
  };
}
