import type { OrderCommitted } from '../../../shared/api/orders.ts';
import { giftCardText } from '../../../shared/domain/gift-card-code.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';

const cardsOfOrder = query<{ orderId: string }>()((b, p) =>
  b
    .selectFrom('order_lines')
    .innerJoin('orders', 'orders.row_id', 'order_lines.order_row_id')
    .innerJoin('credits', 'credits.row_id', 'order_lines.credit_row_id')
    .select([
      'order_lines.line_id as lineId',
      'order_lines.total_minor as amountMinor',
      'credits.code',
      'credits.expires_on as expiresOn',
    ])
    .where('orders.id', '=', p('orderId'))
    .orderBy('order_lines.position'),
);

/** The gift cards that a sale sold, with what is printed on them. */
export function giftCardsOfOrder(db: ReadableDatabase, orderId: string): OrderCommitted['giftCards'] {
  return db
    .all(cardsOfOrder, { orderId })
    .map(({ code, ...card }) => ({ ...card, code: giftCardText(code ?? '') }));
}
