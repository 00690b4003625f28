import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';

const anyAdmin = query()((b) =>
  b.selectFrom('accounts').select('row_id').where('role', '=', 'admin').limit(1),
);

/** Whether this till still has no admin: then, and only then, the set-up wizard may make one. */
export function isSetUpNeeded(context: EngineContext): boolean {
  return hasNoAdmin(context.read);
}

export function hasNoAdmin(db: ReadableDatabase): boolean {
  return db.first(anyAdmin) === undefined;
}
