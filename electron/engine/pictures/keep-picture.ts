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
const deletePictureCalled = query<{ id: string }>()((b, p) =>
  b.deleteFrom('pictures').where('id', '=', p('id')),
);
const pictureById = query<{ id: string }>()((b, p) =>
  b.selectFrom('pictures').select(['media_type', 'bytes']).where('id', '=', p('id')),
);

/** Stores a checked picture; answers its row and the id that it is fetched by. */
export function writePicture(
  context: EngineContext,
  tx: WritableDatabase,
  { mediaType, bytes }: CheckedPicture,
): { rowId: number; id: string } {
  const id = context.ids.uuid();
  const { rowId } = tx.run(insertPicture, { id, mediaType, bytes, at: instantOf(context.clock.now()) });
  return { rowId, id };
}

/** Forgets a picture that nobody has any more. */
export function dropPicture(tx: WritableDatabase, rowId: number): void {
  tx.run(deletePicture, { rowId });
}

/** The same by its id. */
export function dropPictureCalled(tx: WritableDatabase, id: string): void {
  tx.run(deletePictureCalled, { id });
}

/** A stored picture by its id, or null. */
export function getPicture(db: ReadableDatabase, id: string): CheckedPicture | null {
  const row = db.first(pictureById, { id });
  return row === undefined ? null : { mediaType: row.media_type, bytes: row.bytes };
}
