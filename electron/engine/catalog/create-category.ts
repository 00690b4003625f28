import type { z } from 'zod';
import { type Category, type categoryCreate } from '../../../shared/api/catalog.ts';
import { failure } from '../../../shared/api/failures.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { categoryByName, lastCategoryPosition } from './category-statements.ts';
import { writeCategoryRow } from './write-category.ts';

export type CategoryInput = z.output<typeof categoryCreate>;

/** Adds a category at the end. Fails with `category-taken`. */
export async function createCategory(
  context: EngineContext,
  input: CategoryInput,
  actorId: string,
): Promise<Result<Category, Failure>> {
  return context.write((tx) => {
    if (tx.first(categoryByName, { nameFold: foldText(input.name) }) !== undefined) {
      return fail(failure('category-taken', { field: 'name' }));
    }
    const { rowId: _, ...category } = writeCategory(context, tx, input, actorId);
    return ok({ ...category, productCount: 0 });
  });
}

/** The same inside a transaction of the caller's, who has made sure that the name is free. */
export function writeCategory(
  context: EngineContext,
  tx: WritableDatabase,
  { name, colour }: CategoryInput,
  actorId: string,
) {
  const position = Math.min((tx.first(lastCategoryPosition)?.position ?? 0) + 1, 10_000);
  const category = { id: context.ids.uuid(), name, colour, position };
  const rowId = writeCategoryRow(context, tx, category);
  append(context, tx, {
    kind: 'category.created',
    body: { categoryId: category.id, name, colour, position },
    actor: actorId,
  });
  return { rowId, ...category };
}
