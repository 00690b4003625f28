import type { z } from 'zod';
import type { Category, categoryChange } from '../../../shared/api/catalog.ts';
import { failure } from '../../../shared/api/failures.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { append, winFields } from '../journal/index.ts';
import { categoryById, categoryByName } from './category-statements.ts';
import { getCategory } from './list-categories.ts';
import { writeCategoryChange } from './write-category.ts';

export type CategoryChange = z.output<typeof categoryChange>;

/** Renames, recolours or moves a category. Fails with `category-unknown` or `category-taken`. */
export async function changeCategory(
  context: EngineContext,
  id: string,
  change: CategoryChange,
  actorId: string,
): Promise<Result<Category, Failure>> {
  const written = await context.write((tx) => {
    const before = tx.first(categoryById, { id });
    if (before === undefined) return fail(failure('category-unknown'));
    const after = {
      name: change.name ?? before.name,
      colour: change.colour ?? before.colour,
      position: change.position ?? before.position,
    };
    const nameFold = foldText(after.name);
    const sameName = tx.first(categoryByName, { nameFold });
    if (sameName !== undefined && sameName.row_id !== before.row_id) {
      return fail(failure('category-taken', { field: 'name' }));
    }
    const changes = Object.fromEntries(
      Object.entries(after).filter(([field, value]) => value !== before[field as keyof typeof after]),
    );
    if (Object.keys(changes).length === 0) return ok(undefined);
    const { stamp } = append(context, tx, {
      kind: 'category.changed',
      body: { categoryId: id, changes },
      actor: actorId,
    });
    winFields(tx, { entity: 'category', id, fields: Object.keys(changes), stamp });
    writeCategoryChange(context, tx, { id, rowId: before.row_id }, after);
    return ok(undefined);
  });
  if (!written.ok) return written;
  const category = getCategory(context, id);
  return category === undefined ? fail(failure('category-unknown')) : ok(category);
}
