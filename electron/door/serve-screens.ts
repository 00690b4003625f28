import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { securityHeaders } from './security-headers.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
};

const hashedAsset = /^\/assets\/.+-[\w-]{8}\.\w+$/;
const plainSegment = /^[\w@][\w@.+ -]*$/;

type File = { content: Uint8Array<ArrayBuffer>; tag: string };

/**
 * The built screens as answers: a file, or the one page for every address that names none (the screens route
 * themselves). The same function serves the window and the browsers. `folder` is where the screens were built to.
 */
export function createScreens(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return say(405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' });
    }
    const path = readPath(request.url);
    if (path === null) return say(404, 'There is nothing at this address.');
    const wanted = path === '/' ? '/index.html' : path;
    const file = await readScreen(folder, wanted);
    if (file !== null) return answer(request, wanted, file);
    if (extname(wanted) !== '' && wanted !== '/index.html')
      return say(404, 'There is nothing at this address.');
    const page = await readScreen(folder, '/index.html');
    if (page === null) return say(503, 'The screens are not built yet. Run "npm run build".');
    return answer(request, '/index.html', page);
  };
}

/** The path as segments that can only go down into the folder; null for everything else. */
function readPath(url: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(new URL(url).pathname);
  } catch {
    return null;
  }
  if (path === '/') return path;
  const segments = path.slice(1).replace(/\/$/, '').split('/');
  return segments.every((segment) => plainSegment.test(segment)) ? `/${segments.join('/')}` : null;
}

async function readScreen(folder: string, path: string): Promise<File | null> {
  const file = join(folder, ...path.slice(1).split('/'));
  try {
    const facts = await stat(file);
    if (!facts.isFile()) return null;
    const tag = `"${facts.size.toString(36)}-${Math.trunc(facts.mtimeMs).toString(36)}"`;
    return { content: new Uint8Array(await readFile(file)), tag };
  } catch (error) {
    if (error instanceof Error && 'code' in error && notThere.has(String(error.code))) return null;
    throw error;
  }
}

const notThere = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);

function answer(request: Request, path: string, { content, tag }: File): Response {
  const headers = {
    ...securityHeaders,
    'cache-control': hashedAsset.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: tag,
  };
  if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers });
  return new Response(request.method === 'HEAD' ? null : content, {
    headers: {
      ...headers,
      'content-type': contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream',
      'content-length': String(content.byteLength),
    },
  });
}

function say(status: number, sentence: string, more: Record<string, string> = {}): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: {
      ...securityHeaders,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...more,
    },
  });
}
