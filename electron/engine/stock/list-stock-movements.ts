import type { StockMovement } from '../../../shared/api/catalog.ts';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import { query } from '../db/query.ts';

const productRow = query<{ id: string }>()((b, p) =>
  b.selectFrom('products').select('row_id').where('id', '=', p('id')),
);
const countMovements = query<{ productRowId: number }>()((b, p) =>
  b
    .selectFrom('stock_movements')
    .select((e) => e.fn.countAll<number>().as('total'))
    .where('product_row_id', '=', p('productRowId')),
);
const newestMovements = query<{ productRowId: number; limit: number; offset: number }>()((b, p) =>
  b
    .selectFrom('stock_movements as movement')
    .leftJoin('orders', 'orders.row_id', 'movement.order_row_id')
    .leftJoin('accounts', 'accounts.row_id', 'movement.account_row_id')
    .select([
      'movement.id',
      'movement.kind',
      'movement.quantity_milli',
      'movement.reason',
      'movement.at',
      'orders.id as order_id',
      'accounts.display_name as by',
    ])
    .where('movement.product_row_id', '=', p('productRowId'))
    .orderBy('movement.row_id', 'desc')
    .limit(p('limit'))
    .offset(p('offset')),
);

export type StockMovementPage = { items: StockMovement[]; total: number; offset: number };

/** The movements of a product, newest first. Fails with `product-unknown`. */
export function listStockMovements(
  context: EngineContext,
  productId: string,
  page: { offset: number; limit: number },
): Result<StockMovementPage, Failure> {
  const product = context.read.first(productRow, { id: productId });
  if (product === undefined) return fail(failure('product-unknown'));
  const productRowId = product.row_id;
  const total = context.read.first(countMovements, { productRowId })?.total ?? 0;
  const items = context.read
    .all(newestMovements, { productRowId, ...page })
    .map(({ quantity_milli: quantityMilli, order_id: orderId, ...movement }) => ({
      ...movement,
      quantityMilli,
      orderId,
    }));
  return ok({ items, total, offset: page.offset });
}
