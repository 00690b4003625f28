import { failure } from '../../../shared/api/failures.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { checkPicture, dropPictureCalled, writePicture } from '../pictures/index.ts';
import { writeSettings } from '../settings/index.ts';

/** Puts a picture above the shop's name on every receipt. Fails with `picture-invalid` unless it is a PNG or JPEG. */
export async function setLogo(
  context: EngineContext,
  bytes: Uint8Array,
  actor: Actor,
): Promise<Result<Settings, Failure>> {
  const picture = await checkPicture(context, bytes);
  if (!picture.ok) return picture;
  if (picture.value.mediaType === 'image/webp') {
    return fail(
      failure('picture-invalid', {
        message: 'A receipt’s picture must be a PNG or a JPEG of at most 2 MiB.',
      }),
    );
  }
  return changeLogo(context, actor, (tx) => writePicture(context, tx, picture.value).id);
}

/** Takes the picture off the receipts, and forgets it. */
export function removeLogo(context: EngineContext, actor: Actor): Promise<Result<Settings, Failure>> {
  return changeLogo(context, actor, () => null);
}

async function changeLogo(
  context: EngineContext,
  actor: Actor,
  write: (tx: WritableDatabase) => string | null,
): Promise<Result<Settings, Failure>> {
  const before = context.settings().receipt.logoId;
  const written = await context.write((tx) => {
    const changed = writeSettings(context, tx, { receipt: { logoId: write(tx) } }, actor.accountId);
    if (changed.ok && before !== null) dropPictureCalled(tx, before);
    return changed;
  });
  if (!written.ok) return written;
  context.reloadSettings();
  return ok(context.settings());
}
