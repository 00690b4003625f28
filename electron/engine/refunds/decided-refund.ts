import type { z } from 'zod';
import type { refundCommit } from '../../../shared/api/refunds.ts';
import type { SettledPayout } from '../../../shared/domain/refund-payout.ts';
import type { PricedRefund } from '../../../shared/domain/refund.ts';
import type { TaxRate } from '../../../shared/domain/tax.ts';
import type { SaleBody } from '../../../shared/journal/kinds.ts';
import type { customerForRefund } from './refund-statements.ts';
import type { OpenShift } from './sale-statements.ts';
import type { StoredSale } from './stored-sale.ts';

export type RefundCommitInput = z.output<typeof refundCommit>;
export type RefundCustomer = NonNullable<(typeof customerForRefund)['row']>;

/** One line that comes back, beside its figures. */
export type DecidedLine = {
  lineId: string;
  orderPosition: number | null;
  productId: string | null;
  productRowId: number | null;
  name: string;
  unit: 'each' | 'kg';
  unitPriceMinor: number;
  taxRates: readonly TaxRate[];
  restock: boolean;
  /** The gift card that this line sold, from which the amount is taken off again. */
  giftCardId: string | null;
};

/** What comes back and what it comes to, from a sale's stored figures or from today's prices. */
export type ReturnedGoods = {
  sale: StoredSale | null;
  customer: RefundCustomer | null;
  currency: string;
  rules: SaleBody['rules'];
  lines: DecidedLine[];
  priced: PricedRefund;
};

/** A refund that may be written as it stands: everything that can be refused has been. */
export type DecidedRefund = ReturnedGoods & { shift: OpenShift; payout: SettledPayout };
