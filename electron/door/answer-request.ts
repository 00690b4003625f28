import { failure } from '../../shared/api/failures.ts';
import { failureAnswer } from '../engine/api/answers.ts';
import { refuseAtDoor, type Door } from '../engine/api/door.ts';

const megabyte = 1024 * 1024;
const importPath = '/api/v1/product-imports';

export type AnswerRequest = (request: Request, door: Door) => Promise<Response>;

/**
 * What every door does with a request: the engine answers its interface, the screens are files. A body that says of
 * itself that it is too large is refused before it is read; the engine counts the bytes of all others. The dialects
 * refuse such bodies in their own words.
 */
export function createAnswer(parts: {
  engine: { fetch(request: Request, door: Door): Promise<Response> };
  screens: (request: Request) => Promise<Response>;
}): AnswerRequest {
  return async (request, door) => {
    const pathname = pathOf(request.url);
    if (declaredLength(request) > largestBody(pathname)) {
      return failureAnswer(failure('request-too-large'), { connection: 'close' });
    }
    if (isForEngine(pathname)) return parts.engine.fetch(request, door);
    const refused = refuseAtDoor(request, door, []);
    return refused === undefined ? parts.screens(request) : failureAnswer(refused);
  };
}

/** The path of an address that is whole already, as those of requests are; to read all of it anew would cost more. */
function pathOf(url: string): string {
  const from = url.indexOf('/', url.indexOf('//') + 2);
  const end = url.search(/[?#]/);
  return url.slice(from, end === -1 ? undefined : end);
}

/** Paths of the engine, and the page that clients of the originals look for; everything else is the screens'. */
export function isForEngine(pathname: string): boolean {
  return /^\/(api|auth|admin)(\/|$)/.test(pathname);
}

function largestBody(pathname: string): number {
  if (pathname === importPath) return 64 * megabyte;
  return isForEngine(pathname) && !pathname.startsWith('/api/v1/') ? Number.POSITIVE_INFINITY : megabyte;
}

function declaredLength(request: Request): number {
  return Number(request.headers.get('content-length') ?? 0);
}
