import type { EngineContext } from '../context.ts';
import { getPicture } from '../pictures/index.ts';
import { asItIs } from './answers.ts';
import { detail, texts } from './dialects/drf-errors.ts';

export const picturePath = '/api/media/pictures/';

/**
 * A stored picture, under the type that was found in its content. Whoever knows its random id may see it, as with the
 * originals; a browser takes it for nothing but a picture.
 */
export function answerPicture(context: EngineContext, id: string): Response {
  const picture = getPicture(context.read, id);
  if (picture === null) return detail(texts.notFound, 404);
  return new Response(picture.bytes as BodyInit, {
    headers: {
      ...asItIs,
      'content-type': picture.mediaType,
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'",
      'cache-control': 'private, max-age=31536000, immutable',
    },
  });
}
