import type { EngineContext } from '../context.ts';
import { instantOf } from '../clock.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import type { CheckedPicture } from './check-picture.ts';

const insertPicture = query<{
  id: string;
  mediaType: CheckedPicture['mediaType'];
  bytes: Uint8Array;
  at: string;
}>()((b, p) =>
  b
    .insertInto('pictures')
    .values({ id: p('id'), media_type: p('mediaType'), bytes: p('bytes'), created_at: p('at') }),
);
const deletePicture = query<{ rowId: number }>()((b, p) =>
  b.deleteFrom('pictures').where('row_id', '=', p('rowId')),
);
const pictureById = query<{ id: string }>()((b, p) =>
  b.selectFrom('pictures').select(['media_type', 'bytes']).where('id', '=', p('id')),
);

/** Stores a checked picture; answers its row. */
export function writePicture(context: EngineContext, tx: WritableDatabase, picture: CheckedPicture): number {
  const { mediaType, bytes } = picture;
  const at = instantOf(context.clock.now());
  return tx.run(insertPicture, { id: context.ids.uuid(), mediaType, bytes, at }).rowId;
}

/** Forgets a picture that nobody has any more. */
export function dropPicture(tx: WritableDatabase, rowId: number): void {
  tx.run(deletePicture, { rowId });
}

/** A stored picture by its id, or null. */
export function getPicture(db: ReadableDatabase, id: string): CheckedPicture | null {
  const row = db.first(pictureById, { id });
  return row === undefined ? null : { mediaType: row.media_type, bytes: row.bytes };
}
