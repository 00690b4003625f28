import type { z } from 'zod';
import { failure } from '../../../shared/api/failures.ts';
import type { pointsPage } from '../../../shared/api/customers.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { countPointsOfCustomer, customerById, pointsOfCustomer } from './customer-statements.ts';

/** A customer's points ledger, newest first; fails with `customer-unknown`. */
export function listPoints(
  db: ReadableDatabase,
  id: string,
  page: { offset: number; limit: number },
): Result<z.infer<typeof pointsPage>, Failure> {
  const customerRowId = db.first(customerById, { id })?.row_id;
  if (customerRowId === undefined) return fail(failure('customer-unknown'));
  const { offset, limit } = page;
  const items = db.all(pointsOfCustomer, { customerRowId, offset, limit }).map((row) => ({
    id: row.id,
    kind: row.kind,
    points: row.points,
    balanceAfter: row.balance_after,
    description: row.description,
    orderId: row.order_id,
    receiptNumber: row.receipt_number,
    promotion: titled(row.promotion_id, row.promotion_title),
    reward: titled(row.reward_id, row.reward_title),
    by: row.by,
    at: row.at,
  }));
  return ok({ items, total: db.first(countPointsOfCustomer, { customerRowId })?.count ?? 0, offset });
}

function titled(id: string | null, title: string | null): { id: string; title: string } | null {
  return id === null || title === null ? null : { id, title };
}
