import type { Promotion } from '../../../shared/api/offers.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { categoryTarget, productTarget } from './counter-statements.ts';

export type Target = { rowId: number; name: string };

/** The one product or the one category that a promotion looks at; null where it looks at several, or at all. */
export function promotionTargets(
  db: ReadableDatabase,
  { scope }: Pick<Promotion, 'scope'>,
): { product: Target | null; category: Target | null } {
  const [productId] = scope.kind === 'products' && scope.productIds.length === 1 ? scope.productIds : [];
  const [categoryId] = scope.kind === 'categories' && scope.categoryIds.length === 1 ? scope.categoryIds : [];
  return {
    product: productId === undefined ? null : (db.first(productTarget, { id: productId }) ?? null),
    category: categoryId === undefined ? null : (db.first(categoryTarget, { id: categoryId }) ?? null),
  };
}
