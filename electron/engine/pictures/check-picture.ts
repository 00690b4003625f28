import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { perContext } from '../per-context.ts';
import { recodeJpeg } from './recode-jpeg.ts';
import { recodePng } from './recode-png.ts';
import { recodeWebp } from './recode-webp.ts';

export const mostPictureBytes = 2 * 1024 * 1024;

/** A picture that was read, checked and written anew: nothing but the image is left of what was sent. */
export type CheckedPicture = {
  mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  bytes: Uint8Array;
};

/** One picture at a time: each may take some ten megabytes while it is unpacked. */
const queueOf = perContext(() => ({ last: Promise.resolve<unknown>(undefined) }));

/**
 * Recognises a PNG, JPEG or WebP by its content, and writes it anew without text, places, dates, colour profiles and
 * whatever else was in the file. Fails with `picture-invalid` for anything malformed, animated, larger than 4096 by 4096
 * or than 2 MiB.
 */
export async function checkPicture(
  context: EngineContext,
  bytes: Uint8Array,
): Promise<Result<CheckedPicture, Failure>> {
  if (bytes.byteLength > mostPictureBytes) return fail(failure('picture-invalid'));
  const queue = queueOf(context);
  const recoded = queue.last.then(() => recode(Buffer.from(bytes)));
  queue.last = recoded.catch(() => undefined);
  const picture = await recoded;
  return picture === null ? fail(failure('picture-invalid')) : ok(picture);
}

async function recode(bytes: Buffer): Promise<CheckedPicture | null> {
  try {
    const png = await recodePng(bytes);
    if (png !== null) return { mediaType: 'image/png', bytes: png };
    const jpeg = recodeJpeg(bytes);
    if (jpeg !== null) return { mediaType: 'image/jpeg', bytes: jpeg };
    const webp = recodeWebp(bytes);
    return webp === null ? null : { mediaType: 'image/webp', bytes: webp };
  } catch (error) {
    // Reading past the end of a cut file throws; every other error is ours.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
