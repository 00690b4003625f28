import type { Category, Colour } from '../../../shared/api/catalog.ts';
import type { EngineContext } from '../context.ts';
import { query } from '../db/query.ts';
import { rememberedCount } from './catalog-cache.ts';

const everyCategory = query()((b) =>
  b.selectFrom('categories').selectAll().orderBy('position').orderBy('name_fold'),
);
const countPerCategory = query()((b) =>
  b
    .selectFrom('products')
    .select((e) => ['category_row_id', e.fn.countAll<number>().as('total')])
    .where('category_row_id', 'is not', null)
    .where('archived', '=', 0)
    .groupBy('category_row_id'),
);

/** Every category in its order, with how many products on sale it has. */
export function listCategories(context: EngineContext): Category[] {
  const counts = rememberedCount(
    context,
    'per category',
    () => new Map(context.read.all(countPerCategory).map((row) => [row.category_row_id, row.total])),
  );
  return context.read.all(everyCategory).map(({ row_id: rowId, id, name, colour, position }) => ({
    id,
    name,
    colour: colour as Colour,
    position,
    productCount: counts.get(rowId) ?? 0,
  }));
}

/** One of them. */
export function getCategory(context: EngineContext, id: string): Category | undefined {
  return listCategories(context).find((category) => category.id === id);
}
