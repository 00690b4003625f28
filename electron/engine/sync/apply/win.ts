import type { WritableDatabase } from '../../db/database.ts';
import { winFields } from '../../journal/index.ts';
import type { ForeignEntry } from './types.ts';

/** Those of an edit's changes that no later edit has overtaken. */
export function winChanges<Changes extends Record<string, unknown>>(
  tx: WritableDatabase,
  { stamp }: ForeignEntry,
  edited: { entity: string; id: string },
  changes: Changes,
): Partial<Changes> {
  const won = new Set(winFields(tx, { ...edited, fields: Object.keys(changes), stamp }));
  return Object.fromEntries(Object.entries(changes).filter(([field]) => won.has(field))) as Partial<Changes>;
}

/** Those of the fields that this program knows: a newer one may tell more. */
export function knownFields<Name extends string>(
  changes: Record<string, unknown>,
  names: readonly Name[],
): { [Field in Name]?: unknown } {
  return Object.fromEntries(
    Object.entries(changes).filter(([field]) => (names as readonly string[]).includes(field)),
  ) as { [Field in Name]?: unknown };
}

export function isEmpty(changes: object): boolean {
  return Object.keys(changes).length === 0;
}
