import type { z } from 'zod';
import type { stockMovementCreate } from '../../../shared/api/catalog.ts';
import { failure } from '../../../shared/api/failures.ts';
import { ONE } from '../../../shared/domain/quantity.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';
import { append } from '../journal/index.ts';
import { moveStock, type StockMove } from './move-stock.ts';

export type StockMovementInput = z.output<typeof stockMovementCreate>;
export type MovedBy = { accountId: string; accountRowId: number | null };

/** So that the sum stays far from what a number cannot hold. */
const mostOnHandMilli = 1_000_000_000_000;

const productStock = query<{ id: string }>()((b, p) =>
  b.selectFrom('products').select(['row_id', 'unit', 'on_hand_milli']).where('id', '=', p('id')),
);

/**
 * Receives, counts or adjusts what is in stock. A count says what was found: the movement is the difference.
 * Fails with `product-unknown` or `quantity-invalid`.
 */
export async function recordStockMovement(
  context: EngineContext,
  productId: string,
  input: StockMovementInput,
  by: MovedBy,
): Promise<Result<void, Failure>> {
  return context.write((tx) => {
    const product = tx.first(productStock, { id: productId });
    if (product === undefined) return fail(failure('product-unknown'));
    const refused = refuseQuantity(input, product);
    if (refused !== undefined) {
      return fail(failure('quantity-invalid', { field: 'quantityMilli', message: refused }));
    }
    const counted = input.kind === 'count';
    const quantityMilli = counted ? input.quantityMilli - product.on_hand_milli : input.quantityMilli;
    recordMovement(
      context,
      tx,
      { productId, productRowId: product.row_id, kind: input.kind, quantityMilli, reason: input.reason },
      by,
    );
    return ok(undefined);
  });
}

/** Moves stock and journals it as an act of its own, inside the caller's transaction. */
export function recordMovement(
  context: EngineContext,
  tx: WritableDatabase,
  move: Pick<StockMove, 'productRowId' | 'kind' | 'quantityMilli' | 'reason'> & { productId: string },
  by: MovedBy,
): void {
  const { productId, productRowId, kind, quantityMilli, reason } = move;
  const movementId = context.ids.uuid();
  const { at } = append(context, tx, {
    kind: 'stock.moved',
    body: { movementId, productId, kind, quantityMilli, reason },
    actor: by.accountId,
  });
  moveStock(tx, {
    id: movementId,
    productRowId,
    kind,
    quantityMilli,
    reason,
    orderRowId: null,
    accountRowId: by.accountRowId,
    at,
  });
}

function refuseQuantity(
  { kind, quantityMilli }: StockMovementInput,
  product: { unit: string; on_hand_milli: number },
): string | undefined {
  if (product.unit === 'each' && quantityMilli % ONE !== 0) {
    return 'This is sold by the piece: write a whole number.';
  }
  if (kind === 'receive' && quantityMilli <= 0)
    return 'What is received must be more than nothing; use an adjustment to take away.';
  if (kind === 'adjust' && quantityMilli === 0) return 'An adjustment of nothing changes nothing.';
  if (kind === 'count' && quantityMilli < 0) return 'A count cannot find less than nothing.';
  const onHand = kind === 'count' ? quantityMilli : product.on_hand_milli + quantityMilli;
  if (Math.abs(onHand) > mostOnHandMilli) return 'That is more stock than the books can hold.';
  return undefined;
}
