import { foldText } from '../../../shared/domain/search-text.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { setKeys, type KeySpace } from '../shared-keys/index.ts';
import { forgetCounts } from './catalog-cache.ts';
import {
  categoryById,
  categoryByName,
  insertCategory,
  setNameFold,
  updateCategory,
} from './category-statements.ts';

export type CategoryFields = { name: string; colour: string; position: number };

/** A fold that no name has: of a category whose name an older one has. */
const notFound = (id: string) => `\n${id}`;

const names: KeySpace = {
  name: 'category',
  holderOf: (db, key) => db.first(categoryByName, { nameFold: key })?.id,
  heldBy(db, id) {
    const fold = db.first(categoryById, { id })?.name_fold ?? notFound(id);
    return fold === notFound(id) ? [] : [fold];
  },
  give: (tx, id, nameFold) => void tx.run(setNameFold, { id, nameFold }),
  take(tx, id) {
    tx.run(setNameFold, { id, nameFold: notFound(id) });
    return 0;
  },
};

/** Writes a new category, as it was decided here or told by another till; answers its row. */
export function writeCategoryRow(
  context: EngineContext,
  tx: WritableDatabase,
  { id, ...fields }: CategoryFields & { id: string },
): number {
  const { rowId } = tx.run(insertCategory, { ...fields, id, nameFold: notFound(id) });
  setKeys(tx, names, id, [foldText(fields.name)]);
  forgetCounts(context);
  return rowId;
}

/** Writes what a category is after a change. */
export function writeCategoryChange(
  context: EngineContext,
  tx: WritableDatabase,
  { id, rowId }: { id: string; rowId: number },
  { name, colour, position }: CategoryFields,
): void {
  tx.run(updateCategory, { rowId, name, colour, position });
  setKeys(tx, names, id, [foldText(name)]);
  forgetCounts(context);
}
