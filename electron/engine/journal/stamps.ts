import { nextStamp } from '../../../shared/journal/stamp.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';

const lastStamp = query()((b) => b.selectFrom('stamp_clock').select('last').where('only', '=', 1));
const keepStamp = query<{ last: string }>()((b, p) =>
  b.replaceInto('stamp_clock').values({ only: 1, last: p('last') }),
);
const stampOfField = query<{ entity: string; id: string; field: string }>()((b, p) =>
  b
    .selectFrom('field_stamps')
    .select('stamp')
    .where('entity', '=', p('entity'))
    .where('id', '=', p('id'))
    .where('field', '=', p('field')),
);
const putFieldStamp = query<{ entity: string; id: string; field: string; stamp: string }>()((b, p) =>
  b
    .replaceInto('field_stamps')
    .values({ entity: p('entity'), id: p('id'), field: p('field'), stamp: p('stamp') }),
);

/** The stamp of an edit that is made here and now. */
export function takeStamp(context: EngineContext, tx: WritableDatabase): string {
  const stamp = nextStamp(tx.first(lastStamp)?.last ?? null, context.clock.now(), context.identity().writer);
  tx.run(keepStamp, { last: stamp });
  return stamp;
}

/** What another till stamped was seen here: later edits of this till win over it. */
export function witnessStamp(tx: WritableDatabase, stamp: string): void {
  const last = tx.first(lastStamp)?.last;
  if (last === undefined || stamp > last) tx.run(keepStamp, { last: stamp });
}

export type EditedFields = { entity: string; id: string; fields: readonly string[]; stamp: string };

/**
 * Those of the fields that this edit may write: the others were edited later already. Remembers its stamp for them, so
 * that edits have the same outcome in whatever order they come.
 */
export function winFields(tx: WritableDatabase, { entity, id, fields, stamp }: EditedFields): string[] {
  const won = fields.filter((field) => {
    const known = tx.first(stampOfField, { entity, id, field });
    return known === undefined || stamp > known.stamp;
  });
  for (const field of won) tx.run(putFieldStamp, { entity, id, field, stamp });
  return won;
}
