import type { z } from 'zod';
import type { Product, productQuery } from '../../../shared/api/catalog.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { failure } from '../../../shared/api/failures.ts';
import type { EngineContext } from '../context.ts';
import { categoryById } from './category-statements.ts';
import { rememberedCount } from './catalog-cache.ts';
import { countStatement, pageStatement, type ListShape, type SortField } from './list-statements.ts';
import { productOf, productRowsOf } from './product-row.ts';
import { searchProducts } from './search-products.ts';

export type ProductQuery = z.output<typeof productQuery>;
export type ProductPage = { items: Product[]; total: number; offset: number };

/**
 * A page of the catalogue: on sale, or archived. With `search`, the best hits first unless a sort other than the name
 * is asked for. Favourites come in their own order unless another is asked for. Fails with `category-unknown`.
 */
export function listProducts(context: EngineContext, asked: ProductQuery): Result<ProductPage, Failure> {
  const { categoryId, favourites = false, archived = false, search = '', offset, limit } = asked;
  const category =
    categoryId === undefined ? undefined : context.read.first(categoryById, { id: categoryId });
  if (categoryId !== undefined && category === undefined) {
    return fail(failure('category-unknown', { field: 'categoryId' }));
  }
  const filter = { archived, favourites, categoryRowId: category?.row_id ?? null };
  const descending = asked.sort.startsWith('-');
  const sort = asked.sort.replace('-', '') as SortField;
  const found =
    foldText(search) === ''
      ? listRowIds(context, { ...filter, sort, descending }, offset, limit)
      : searchProducts(context, { ...filter, search, sort, descending, offset, limit });
  return ok({
    items: productRowsOf(context.read, found.rowIds).map((row) => productOf(context, row)),
    total: found.total,
    offset,
  });
}

/** Reads an index from whichever end is nearer, so that the last page costs as little as the first. */
function listRowIds(
  context: EngineContext,
  asked: Omit<ListShape, 'inCategory'> & { categoryRowId: number | null },
  offset: number,
  limit: number,
): { rowIds: number[]; total: number } {
  const { categoryRowId, ...rest } = asked;
  const shape = { ...rest, inCategory: categoryRowId !== null };
  const filter = { archived: asked.archived ? 1 : 0, categoryRowId: categoryRowId ?? 0 };
  const key = JSON.stringify([filter, shape.inCategory, shape.favourites]);
  const total = rememberedCount(
    context,
    key,
    () => context.read.first(countStatement(shape), filter)?.total ?? 0,
  );
  const wanted = Math.max(0, Math.min(limit, total - offset));
  if (wanted === 0) return { rowIds: [], total };
  const fromEnd = offset > total / 2;
  const page = fromEnd ? { limit: wanted, offset: total - offset - wanted } : { limit: wanted, offset };
  const statement = pageStatement({ ...shape, descending: shape.descending !== fromEnd });
  const rowIds = context.read.all(statement, { ...filter, ...page }).map((row) => row.row_id);
  return { rowIds: fromEnd ? rowIds.toReversed() : rowIds, total };
}
