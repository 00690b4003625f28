import type { Product } from '../../../shared/api/catalog.ts';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { productById, productOf } from './product-row.ts';

/** One product, archived or not. Fails with `product-unknown`. */
export function getProduct(context: EngineContext, id: string): Result<Product, Failure> {
  const row = context.read.first(productById, { id });
  return row === undefined ? fail(failure('product-unknown')) : ok(productOf(context, row));
}
