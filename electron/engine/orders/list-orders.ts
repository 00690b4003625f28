import { sql } from 'kysely';
import type { z } from 'zod';
import type { orderPage, orderQuery } from '../../../shared/api/orders.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { builder, compile } from '../db/query.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import { orderSummaryOf } from './order-summary.ts';
import { orderSummaryColumns } from './read-statements.ts';

export type OrderFilter = z.output<typeof orderQuery>;

/**
 * Sales that fit the filter, newest first by when they were rung up, with the count of all that fit and the sum of what the shop kept of them:
 * without what was voided, less what was refunded.
 */
export function listOrders(db: ReadableDatabase, filter: OrderFilter): z.infer<typeof orderPage> {
  const matching = filtered(filter);
  const rows = db.all(
    compile(
      matching
        .innerJoin('accounts', 'accounts.row_id', 'orders.account_row_id')
        .select(orderSummaryColumns)
        // So that the index by date puts the days in order, whatever else is asked for.
        .where('orders.business_date', '>=', filter.from ?? '')
        .orderBy('orders.business_date', 'desc')
        .orderBy('orders.paid_at', 'desc')
        .orderBy('orders.row_id', 'desc')
        .limit(filter.limit)
        .offset(filter.offset),
    ),
  );
  const sums = db.first(
    compile(
      matching.select((e) => [
        e.fn.countAll<number>().as('count'),
        sql<
          number | null
        >`sum(CASE orders.state WHEN 'voided' THEN 0 ELSE orders.total_minor - orders.refunded_minor END)`.as(
          'sum',
        ),
      ]),
    ),
  );
  return {
    items: rows.map((row) => orderSummaryOf(db, row)),
    total: sums?.count ?? 0,
    offset: filter.offset,
    sumMinor: sums?.sum ?? 0,
  };
}

function filtered(filter: OrderFilter) {
  let matching = builder
    .selectFrom('orders')
    .leftJoin('customers', 'customers.row_id', 'orders.customer_row_id');
  if (filter.from !== undefined) matching = matching.where('orders.business_date', '>=', filter.from);
  if (filter.to !== undefined) matching = matching.where('orders.business_date', '<=', filter.to);
  if (filter.customerId !== undefined) matching = matching.where('customers.id', '=', filter.customerId);
  if (filter.cashierId !== undefined) {
    const cashier = builder.selectFrom('accounts').select('row_id').where('id', '=', filter.cashierId);
    matching = matching.where('orders.account_row_id', '=', cashier);
  }
  if (filter.tender !== undefined) {
    const paidSo = builder.selectFrom('payments').select('order_row_id').where('kind', '=', filter.tender);
    matching = matching.where('orders.row_id', 'in', paidSo);
  }
  const search = filter.search?.trim() ?? '';
  if (search === '') return matching;
  const referenced = builder.selectFrom('payments').select('order_row_id').where('reference', '=', search);
  return matching.where((e) =>
    e.or([
      endsReceiptNumber(search),
      e('orders.row_id', 'in', referenced),
      e('orders.row_id', 'in', ofRefund(search)),
      e('customers.code', '=', search.toUpperCase()),
      e(sql<number>`instr(customers.name_fold, ${foldText(search)})`, '>', 0),
    ]),
  );
}

/** Receipt numbers are found by their end: `123` finds `S01-T1-A-000123`. */
function endsReceiptNumber(text: string) {
  const end = text.toUpperCase();
  return sql<boolean>`substr(orders.receipt_number, -length(${end})) = ${end}`;
}

/** A sale is found by the receipt of its refund, too. */
function ofRefund(text: string) {
  return builder
    .selectFrom('refunds')
    .select((e) => e.ref('order_row_id').$castTo<number>().as('row_id'))
    .where('order_row_id', 'is not', null)
    .where('receipt_number', '=', text.toUpperCase());
}
