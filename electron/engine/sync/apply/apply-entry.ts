import { entryVersions, type EntryKind } from '../../../../shared/journal/kinds.ts';
import type { EngineContext } from '../../context.ts';
import type { WritableDatabase } from '../../db/database.ts';
import { rawQuery } from '../../db/query.ts';
import { storageFailure } from '../../db/storage-failure.ts';
import { editKinds } from './apply-edits.ts';
import { factKinds } from './apply-facts.ts';
import { keptKinds } from './kept-kinds.ts';
import type { Apply, ForeignEntry, Outcome } from './types.ts';

const appliers: Record<EntryKind, Apply> = { ...editKinds, ...factKinds, ...keptKinds };

const [save, release, undo] = ['SAVEPOINT entry', 'RELEASE entry', 'ROLLBACK TO entry'].map((sql) =>
  rawQuery<Record<never, never>, never>(sql),
) as [Statement, Statement, Statement];
type Statement = ReturnType<typeof rawQuery<Record<never, never>, never>>;

/**
 * Lets an entry of another till take effect here. One that does not hold what its kind says leaves nothing behind and is
 * `unknown`; only a disk that fails is thrown on.
 */
export function applyEntry(context: EngineContext, tx: WritableDatabase, entry: ForeignEntry): Outcome {
  if (!isKnownKind(entry.kind) || entry.v > entryVersions[entry.kind]) return 'unknown';
  tx.run(save);
  try {
    const outcome = appliers[entry.kind](context, tx, entry);
    tx.run(release);
    return outcome;
  } catch (error) {
    if (storageFailure(error) !== undefined) throw error;
    tx.run(undo);
    tx.run(release);
    const { opId, kind, v } = entry;
    context.log.error({ err: error, opId, kind, v }, 'an entry of another till could not be applied');
    return 'unknown';
  }
}

function isKnownKind(kind: string): kind is EntryKind {
  return Object.hasOwn(appliers, kind);
}
