import type { Product, ProductChange } from '../../../shared/api/catalog.ts';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { append, winFields } from '../journal/index.ts';
import { checkProduct } from './check-product.ts';
import { getProduct } from './get-product.ts';
import { productBodyOf, productById, type ProductRow } from './product-row.ts';
import { writeProductChange } from './write-product.ts';

/**
 * Changes the fields that are named and journals those that differ. Fails with `product-unknown`, `sku-taken`,
 * `barcode-taken`, `category-unknown` or `tax-class-unknown`.
 */
export async function changeProduct(
  context: EngineContext,
  id: string,
  change: ProductChange,
  actorId: string,
): Promise<Result<Product, Failure>> {
  const written = await context.write((tx) => {
    const before = tx.first(productById, { id });
    if (before === undefined) return fail(failure('product-unknown'));
    const changes = differences(before, change);
    const checked = checkProduct(context, tx, changes, before.row_id);
    if (!checked.ok) return checked;
    if (Object.keys(changes).length === 0) return ok(undefined);
    const categoryRowId = 'categoryId' in changes ? checked.value.categoryRowId : before.category_row_id;
    const { at, stamp } = append(context, tx, {
      kind: 'product.changed',
      body: { productId: id, changes },
      actor: actorId,
    });
    winFields(tx, { entity: 'product', id, fields: Object.keys(changes), stamp });
    writeProductChange(context, tx, before, changes, { categoryRowId, at });
    return ok(undefined);
  });
  return written.ok ? getProduct(context, id) : written;
}

/** What of a change is not so already, as the journal tells it. */
export function differences(before: ProductRow, change: ProductChange): ProductChange {
  const stored: Record<string, unknown> = { ...productBodyOf(before), archived: before.archived === 1 };
  return Object.fromEntries(
    Object.entries(change).filter(
      ([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(stored[field]),
    ),
  );
}
