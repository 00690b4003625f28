import { protocol, session } from 'electron';
import type { AnswerRequest } from '../door/answer-request.ts';
import type { Door } from '../engine/engine.ts';
import { host, isOwnAddress, scheme, windowOrigin } from './origin.ts';
import type { RefreshCookie } from './refresh-cookie.ts';

const windowDoor: Door = {
  name: 'window',
  remoteAddress: '127.0.0.1',
  ownHosts: [host],
  ownOrigins: [windowOrigin],
};

/** Must run before the app is ready: gives the screens' scheme the standing of a secure web origin. */
export function registerWindowScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** Opens the window door: no port, only `app://sukli`. */
export function openWindowDoor(answer: AnswerRequest, cookie: RefreshCookie): { close(): void } {
  const { protocol: windowProtocol } = session.defaultSession;
  windowProtocol.handle(scheme, async (request) => {
    if (!isOwnAddress(request.url)) return new Response(null, { status: 404 });
    return cookie.take(await answer(await cookie.attach(request), windowDoor));
  });
  return { close: () => windowProtocol.unhandle(scheme) };
}
