import type { ErrorAnswer } from '../../shared/api/common.ts';
import type { SessionAnswer } from '../../shared/api/people.ts';
import { commonTexts } from '../app/i18n.ts';
import { reportReachable } from '../state/connection.ts';
import { endSession, startSession, useSession } from '../state/session.ts';
import { accessToken, accessTokenIsStale } from './access-token.ts';
import { ApiFailure } from './api-failure.ts';

const root = '/api/v1';

export type Query = Record<string, string | number | boolean | null | undefined>;
export type RequestOptions = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  query?: Query;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is. */
  file?: Blob;
  signal?: AbortSignal | undefined;
  /** False for what needs nobody signed in: no token is sent, and a 401 is an answer like any other. */
  signedIn?: boolean;
  /** Sent in place of the session's own token; only for ending a session that the screen has left already. */
  token?: string | null;
};

/** `/products?search=x`, leaving out what is not set. */
export function addressOf(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? `${root}${path}` : `${root}${path}?${text}`;
}

/** Asks the engine and reads its JSON; `undefined` for 204. Throws `ApiFailure`. */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const response = await send(path, options);
  if (response.status === 204) return undefined as Answer;
  try {
    return (await response.json()) as Answer;
  } catch {
    throw unreadable(response.status);
  }
}

/** Asks the engine for something that is not JSON (PDF, SVG), with the name that it gives it, or none. Throws `ApiFailure`. */
export async function requestBlob(path: string, options: RequestOptions = {}): Promise<File> {
  const response = await send(path, options);
  const content = await response.blob();
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '';
  return new File([content], name, { type: content.type });
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const { signedIn = true } = options;
  if (signedIn && accessTokenIsStale()) await refreshSession();
  const response = await reach(path, options, signedIn ? accessToken() : (options.token ?? null));
  if (response.ok) return response;
  if (response.status === 401 && signedIn && (await refreshSession())) {
    await response.body?.cancel();
    const again = await reach(path, options, accessToken());
    if (again.ok) return again;
    throw await failureOf(again);
  }
  throw await failureOf(response);
}

async function reach(path: string, options: RequestOptions, token: string | null): Promise<Response> {
  const headers = new Headers({ accept: 'application/json' });
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  if (options.body !== undefined) headers.set('content-type', 'application/json');
  else if (options.file) headers.set('content-type', options.file.type || 'application/octet-stream');
  const body = options.body === undefined ? (options.file ?? null) : JSON.stringify(options.body);
  try {
    const response = await fetch(addressOf(path, options.query), {
      method: options.method ?? 'GET',
      headers,
      body,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: options.signal ?? null,
    });
    reportReachable(true);
    return response;
  } catch (thrown) {
    if (options.signal?.aborted === true) throw thrown;
    reportReachable(false);
    throw new ApiFailure({
      code: 'engine-unreachable',
      status: 0,
      message: commonTexts.text('engineUnreachable'),
    });
  }
}

function unreadable(status: number): ApiFailure {
  return new ApiFailure({ code: 'answer-unreadable', status, message: commonTexts.text('answerUnreadable') });
}

async function failureOf(response: Response): Promise<ApiFailure> {
  try {
    const answer = (await response.json()) as Partial<ErrorAnswer>;
    if (typeof answer.error?.code === 'string')
      return new ApiFailure({ ...answer.error, status: response.status });
  } catch {
    // Not the engine's own error shape: said in words below.
  }
  return unreadable(response.status);
}

let refreshing: Promise<boolean> | null = null;

/**
 * Renews the session by its cookie; however many ask at once, one request goes out. False, and signed out, when the
 * session has ended; an engine that cannot be reached ends nothing.
 */
export function refreshSession(): Promise<boolean> {
  refreshing ??= renew().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function renew(): Promise<boolean> {
  const before = useSession.getState();
  if (before.status === 'locked' || before.status === 'signed-out') return false;
  const response = await reach('/sessions/refresh', { method: 'POST' }, null);
  // Locked or signed in as somebody else meanwhile: this answer is about a session that is over.
  if (useSession.getState() !== before) return useSession.getState().status === 'signed-in';
  if (response.ok) {
    startSession((await response.json()) as SessionAnswer);
    return true;
  }
  if (response.status === 401 || response.status === 403) {
    // An answer left unread would keep its connection.
    await response.body?.cancel();
    endSession();
    return false;
  }
  throw await failureOf(response);
}
