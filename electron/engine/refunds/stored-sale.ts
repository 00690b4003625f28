import type { TaxRate } from '../../../shared/domain/tax.ts';
import type { MovedMoney, PaidBack, SoldMoney } from '../../../shared/domain/refund-payout.ts';
import type { Returned, SoldCart } from '../../../shared/domain/refund.ts';
import type { SaleBody } from '../../../shared/journal/kinds.ts';
import type { ReadableDatabase } from '../db/database.ts';
import {
  linesToRefund,
  paidBackBefore,
  paymentsToRefund,
  refundsBefore,
  returnedBefore,
  saleToRefund,
  type LineToRefund,
} from './sale-statements.ts';

/** A sale with everything that came back of it before, in the order in which it did. */
export type StoredSale = Omit<NonNullable<(typeof saleToRefund)['row']>, 'rules'> & {
  rules: SaleBody['rules'];
  lines: LineToRefund[];
  cart: SoldCart;
  money: SoldMoney;
  before: Returned[][];
  paidBack: PaidBack[];
};

export function readStoredSale(db: ReadableDatabase, orderId: string): StoredSale | null {
  const row = db.first(saleToRefund, { id: orderId });
  if (row === undefined) return null;
  const { rowId: orderRowId, totalMinor, cashRoundingMinor } = row;
  const rules = JSON.parse(row.rules) as SaleBody['rules'];
  const lines = db.all(linesToRefund, { orderRowId });
  const payments: MovedMoney[] = db.all(paymentsToRefund, { orderRowId });
  const refunds = db.all(refundsBefore, { orderRowId });
  return {
    ...row,
    rules,
    lines,
    cart: { lines: lines.map(soldLine), rules: rules as SoldCart['rules'] },
    money: { totalMinor, cashRoundingMinor, payments },
    before: refunds.map(({ rowId }) => returnedIn(db, rowId)),
    paidBack: refunds.map(({ rowId, ...paid }) => ({
      totalMinor: paid.totalMinor,
      paidMinor: paid.paidMinor,
      payouts: db.all(paidBackBefore, { refundRowId: rowId }),
    })),
  };
}

function soldLine(line: LineToRefund): SoldCart['lines'][number] {
  const { quantityMilli, grossMinor, discountMinor, netMinor, taxMinor, totalMinor } = line;
  const figures = { quantityMilli, grossMinor, discountMinor, netMinor, taxMinor, totalMinor };
  return { ...figures, taxRates: JSON.parse(line.taxRates) as TaxRate[] };
}

function returnedIn(db: ReadableDatabase, refundRowId: number): Returned[] {
  return db
    .all(returnedBefore, { refundRowId })
    .map(({ position, quantityMilli }) => ({ position: position ?? -1, quantityMilli }));
}
