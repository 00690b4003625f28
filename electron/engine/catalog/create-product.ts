import type { z } from 'zod';
import type { Product, productCreate } from '../../../shared/api/catalog.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { recordMovement, type MovedBy } from '../stock/index.ts';
import { checkProduct } from './check-product.ts';
import { getProduct } from './get-product.ts';
import { indexProduct } from './index-product.ts';
import { writeProduct } from './write-product.ts';

export type ProductInput = z.output<typeof productCreate>;

/**
 * Adds a product, its opening stock as a movement. Fails with `sku-taken`, `barcode-taken`, `category-unknown` or
 * `tax-class-unknown`.
 */
export async function createProduct(
  context: EngineContext,
  input: ProductInput,
  by: MovedBy,
): Promise<Result<Product, Failure>> {
  const written = await context.write((tx) => {
    const checked = checkProduct(context, tx, input, null);
    if (!checked.ok) return checked;
    return ok(createChecked(context, tx, input, checked.value.categoryRowId, by));
  });
  return written.ok ? getProduct(context, written.value) : written;
}

function createChecked(
  context: EngineContext,
  tx: WritableDatabase,
  input: ProductInput,
  categoryRowId: number | null,
  by: MovedBy,
): string {
  const { onHandMilli, categoryId, taxClassId = null, ...fields } = input;
  const product = { ...fields, productId: context.ids.uuid(), categoryId, taxClassId };
  const { at } = append(context, tx, {
    kind: 'product.created',
    body: { product },
    actor: by.accountId,
  });
  const indexed = writeProduct(context, tx, product, { categoryRowId, at });
  indexProduct(tx, indexed);
  if (onHandMilli !== 0) {
    const { productId } = product;
    const opening = { productId, productRowId: indexed.rowId, kind: 'opening', reason: '' } as const;
    recordMovement(context, tx, { ...opening, quantityMilli: onHandMilli }, by);
  }
  return product.productId;
}
