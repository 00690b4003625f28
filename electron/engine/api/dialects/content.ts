import type { AnyDialectRoute } from './dialect-route.ts';
import { parsedMediaTypes } from './read-body.ts';

const answered = ['*/*', 'application/*', 'application/json', 'text/*', 'text/html'];

/** Whether the caller takes JSON. A browser that asks for a page gets it too: there are no pages here. */
export function acceptsJson(request: Request): boolean {
  const accept = request.headers.get('accept');
  if (accept === null || accept === '' || accept === '*/*') return true;
  return accept
    .split(',')
    .some((range) => answered.includes((range.split(';')[0] ?? '').trim().toLowerCase()));
}

/** What `OPTIONS` tells of a path. */
export function metadataOf({ name, summary }: AnyDialectRoute): object {
  return { name, description: summary, renders: ['application/json'], parses: parsedMediaTypes };
}
