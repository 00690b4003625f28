import { failure } from '../../../shared/api/failures.ts';
import type { Refundable } from '../../../shared/api/refunds.ts';
import { leftMinor, leftOf } from '../../../shared/domain/refund.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { getOrder } from '../orders/index.ts';
import { isRestockable, refusalOfLine, refusalOfSale, refusalOfVoid } from './refuse-refund.ts';
import { openShift } from './sale-statements.ts';
import { readStoredSale } from './stored-sale.ts';

/** What of a sale can still go back, and all that the screen needs to price it. Fails with `order-unknown`. */
export function getRefundable(db: ReadableDatabase, orderId: string): Result<Refundable, Failure> {
  const sale = readStoredSale(db, orderId);
  const order = getOrder(db, orderId);
  if (sale === null || order === null) return fail(failure('order-unknown'));
  const left = leftOf(sale.cart, sale.before);
  const { taxMode, taxRounding, rounding } = sale.cart.rules;
  return ok({
    order,
    refusal: refusalOfSale(sale),
    voidRefusal: refusalOfVoid(sale, db.first(openShift)?.rowId ?? null),
    lines: left.map((line, index) => {
      const stored = sale.lines[index];
      if (stored === undefined) throw new Error('a line of the sale is missing');
      return {
        position: stored.position,
        leftMilli: line.quantityMilli,
        leftMinor: leftMinor([line], taxMode),
        restockable: isRestockable(stored),
        refusal: refusalOfLine(stored),
      };
    }),
    leftMinor: leftMinor(left, taxMode),
    rules: { taxMode, taxRounding, rounding },
    taxRates: sale.cart.lines.map(({ taxRates }) => [...taxRates]),
    before: sale.before,
    sold: { ...sale.money, payments: [...sale.money.payments] },
    paidBack: sale.paidBack.map((paid) => ({ ...paid, payouts: [...paid.payouts] })),
  });
}
