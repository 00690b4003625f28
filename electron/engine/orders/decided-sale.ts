import type { CartLine, PricedCart, PricingRules } from '../../../shared/domain/price.ts';
import type { Settlement } from '../../../shared/domain/settle.ts';
import type { CreditFact, PointsFact, SaleBody } from '../../../shared/journal/kinds.ts';
import type { NewCredit } from '../credits/index.ts';
import type { customerForSale, openShiftForSale, productForSale } from './order-statements.ts';

export type ProductForSale = NonNullable<(typeof productForSale)['row']>;
export type CustomerForSale = NonNullable<(typeof customerForSale)['row']>;
export type ShiftForSale = NonNullable<(typeof openShiftForSale)['row']>;

/**
 * `product` is null for what the catalogue does not know: an ad-hoc item, a gift card, or what an order of the web names.
 * `creditId`: the gift card that the line sells.
 */
export type SaleLine = CartLine & {
  kind: SaleBody['lines'][number]['kind'];
  product: ProductForSale | null;
  note: string;
  listPriceMinor: number;
  priceReason: string;
  discountReason: string;
  creditId: string | null;
};

/** Whose act the sale is, as the books name that account. */
export type Seller = { accountId: string; accountRowId: number; displayName: string };

/** A sale that may be written as it stands: everything that can be refused has been. */
export type DecidedSale = {
  orderId: string;
  /** Null: the next of the series. An order of the web brings the one that it was placed with. */
  publicId: number | null;
  source: 'counter' | 'web';
  seller: Seller;
  /** Null: paid through the web while no shift was open. */
  shift: ShiftForSale | null;
  customer: CustomerForSale | null;
  lines: readonly SaleLine[];
  rules: PricingRules;
  priced: PricedCart;
  settlement: Settlement;
  tipMinor: number;
  /** Why something was taken off the whole sale by hand. */
  discountReason: string;
  /** The approvals that it used. */
  approvalIds: readonly string[];
  /** Gift cards that it sells, and accounts that it is the first to use. */
  opens: readonly NewCredit[];
  /** What it writes into ledgers of credits, in this order. */
  credits: readonly CreditFact[];
  /** The customer's ledger entries of this sale, in their order. */
  points: readonly PointsFact[];
  /** What the order earned before it was a sale; it is in the ledger already. */
  pointsEarnedBefore: number;
  requestHash: Uint8Array;
  /** Whether paper is wanted; as in the settings when left out. */
  print: boolean | undefined;
};
